// A command that is about to run -> what was interrupted below output/ put right, or told by a command that changes nothing.
import path from 'node:path';
import { type Command, CommanderError } from 'commander';
import { hasErrors } from '../diagnostic.ts';
import { lackingSpace, lookBelow, recoverBelow } from '../files.ts';
import { EXIT } from './exit-code.ts';
import { warn } from './print.ts';
import { report } from './report.ts';

/** Tells the error that a command has not begun, of which the reason is told already. */
export const UNFINISHED = 'iljari.unfinished';

type Options = Readonly<Record<string, unknown>>;

/** Commands that write nothing when they are given these options. Every other writes. */
const READS: Readonly<Record<string, (options: Options) => boolean>> = {
  check: () => true,
  prove: () => true,
  compare: ({ out }) => out === undefined,
  import: ({ dryRun }) => dryRun === true,
};
/** Commands that look there themselves, or look at no file of the working folder. */
const LOOKS_ITSELF: Readonly<Record<string, (options: Options) => boolean>> = {
  check: ({ rules }) => rules === true,
  doctor: () => true,
};

/** Commands that draw charts, given these options. */
const DRAWS: Readonly<Record<string, (options: Options) => boolean>> = {
  build: ({ only }) => only === undefined || /pdf|hwpx/.test(String(only)),
  publish: () => true,
  prove: () => true,
  compare: ({ out }) => out !== undefined,
};

/** What a build that was killed left half done is put right by the next command that writes. Throws `UNFINISHED`, also where there is no room for its threads. */
export async function beforeAll(command: Command, working: string): Promise<void> {
  const name = command.name();
  const options: Options = command.opts();
  if (LOOKS_ITSELF[name]?.(options) === true) return;
  const lacking = DRAWS[name]?.(options) === true ? lackingSpace('draw') : undefined;
  if (lacking !== undefined) {
    warn(lacking);
    throw new CommanderError(EXIT.unusable, UNFINISHED, UNFINISHED);
  }
  const output = path.join(working, 'output');
  if (READS[name]?.(options) !== true) {
    report(await recoverBelow(output, working));
    return;
  }
  const found = await lookBelow(output, working);
  report(found);
  if (!hasErrors(found)) return;
  warn(
    '끊긴 만들기가 있어 멈췄습니다. 아무것도 바꾸지 않았습니다. iljari build를 실행한 뒤 다시 실행하십시오.',
  );
  throw new CommanderError(EXIT.unusable, UNFINISHED, UNFINISHED);
}
