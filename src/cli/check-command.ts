// `iljari check`: what it takes on the command line; the rules are loaded when it is run.
import { type Command, Option } from 'commander';
import { editionOf } from './edition-option.ts';
import type { ExitCode } from './exit-code.ts';
import { planArgument } from './plan-argument.ts';
import type { CheckOptions } from './run-check.ts';

const RULE = '--rule <규칙...>';
const EXPLAIN = '--explain <규칙>';

export function addCheckCommand(command: Command, done: (exit: ExitCode) => void): void {
  command
    .description('서로 어긋나는 수치, 이름, 번호를 찾습니다.')
    .addArgument(planArgument())
    .addOption(new Option('--edition <차수>', '확인할 판: 0은 당초 (처음값: 마지막 판)').argParser(editionOf))
    .option('--all', '이미 처리한 확인사항도 보여 줍니다.')
    .option('--pages', '찍힌 쪽과 그 쪽의 어디인지도 보여 줍니다(쪽을 배치하므로 더 걸립니다).')
    .option('--json', '프로그램이 읽을 JSON으로 냅니다.')
    .option('--coverage', '견줄 것이 없는 수치와 쓰이지 않는 자료를 보여 줍니다.')
    .option('--propose', '수치가 따르는데 적지 않은 관계식을 statistics 파일에 붙일 수 있게 냅니다.')
    .option(RULE, '적은 규칙만 돌립니다.', collected)
    .option('--rules', '규칙의 목록을 까닭과 함께 보여 줍니다.')
    .option('--draft', '처리하지 않은 확인사항을 dispositions.yaml에 붙일 수 있게 냅니다.')
    .option(EXPLAIN, '규칙 하나의 까닭과 처리하는 법을 보여 줍니다.')
    .action(async (plan: string, { rule, explain, ...options }: Options) => {
      const { isRuleId, runCheck } = await import('./run-check.ts');
      const named = [
        ...(rule ?? []).map((id) => [RULE, id]),
        ...(explain === undefined ? [] : [[EXPLAIN, explain]]),
      ];
      const unknown = named.find(([, id = '']) => !isRuleId(id));
      // As the library says it of options whose values it can tell by itself.
      if (unknown !== undefined)
        command.error(`error: option '${unknown[0]}' argument '${unknown[1]}' is invalid.`, {
          code: 'commander.invalidArgument',
        });
      done(
        await runCheck(plan, {
          ...options,
          ...(explain !== undefined && isRuleId(explain) ? { explain } : {}),
          rules: rule?.filter(isRuleId),
          list: options.rules === true,
        }),
      );
    });
}

function collected(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, text];
}

interface Options extends Omit<CheckOptions, 'rules' | 'list' | 'explain'> {
  readonly rule?: readonly string[];
  readonly explain?: string;
  readonly rules?: true;
}
