// An error that no one handled -> where it happened and what to send to the maintainers.
import { release } from 'node:os';
import { PROGRAM_FOLDER, programVersion, shortageIn } from '../files.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { harmless } from './harmless.ts';

/** What the program was doing. */
export interface Activity {
  /** The command line as it was typed. */
  readonly args: readonly string[];
  /** The command that was run, and the plan or file it was given. */
  command?: string;
  subject?: string;
}

/** An error with the phase of the build in which it happened. */
export class PhaseError extends Error {
  constructor(
    readonly phase: string,
    cause: unknown,
  ) {
    super(phase, { cause });
  }
}

/** What ran out is no fault of the program. */
export function crashExit(error: unknown): ExitCode {
  return shortageIn(error) === undefined ? EXIT.internal : EXIT.unusable;
}

/** What ran out, where it is that; all that the maintainers need. The program's own folder is left out of it. */
export async function crashText(error: unknown, activity: Activity): Promise<string> {
  const phase = error instanceof PhaseError ? error.phase : undefined;
  const shortage = shortageIn(error);
  // Where the program was when something ran out is of no interest to anyone.
  const chain = causes(error instanceof PhaseError ? error.cause : error, shortage === undefined);
  const version = await programVersion().catch(() => '?');
  const lines = [
    ...(shortage === undefined
      ? ['프로그램 내부의 오류로 멈췄습니다. 전에 만든 파일은 그대로 있습니다.']
      : [`${shortage.message} 전에 만든 파일은 그대로 있습니다.`, '그래도 되풀이되면 아래와 같이 합니다.']),
    '이 줄부터 끝까지를 복사해 계획 폴더와 함께 프로그램을 나누어 준 곳에 보내 주십시오.',
    `  판: iljari ${version}, Node.js ${process.version}, ${process.platform} ${release()} ${process.arch}`,
    `  명령: iljari ${activity.args.join(' ')}`,
    ...(activity.subject === undefined ? [] : [`  계획: ${activity.subject}`]),
    ...(phase === undefined ? [] : [`  단계: ${phase}`]),
    ...chain
      .flatMap((text, index) => `${index === 0 ? '오류: ' : '까닭: '}${text}`.split('\n'))
      .map((line) => `  ${line}`),
  ];
  return `${lines.map((line) => harmless(line.replaceAll(PROGRAM_FOLDER, ''))).join('\n')}\n`;
}

/** The error and what caused it, outermost first. */
function causes(error: unknown, stacks: boolean): readonly string[] {
  const found: string[] = [];
  for (let one = error; one !== undefined && found.length < 8; ) {
    found.push(one instanceof Error ? ((stacks ? one.stack : undefined) ?? one.message) : String(one));
    one = one instanceof Error ? one.cause : undefined;
  }
  return found;
}
