// `iljari check`: a plan's name -> what disagrees in it, for people or for programs.
import { type Command, InvalidArgumentError, Option } from 'commander';
import { ALL_RULES, isRuleId, type RuleId } from '../check/check-plan.ts';
import { isOpenError } from '../check/disposed.ts';
import { hasErrors } from '../diagnostic.ts';
import { findPlan, PROGRAM_FOLDER, readSources } from '../files.ts';
import { inspectPlan } from '../inspect.ts';
import { editionOf } from './edition-option.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { findingsJson } from './findings-json.ts';
import { coverageText, draftText, findingsText, rulesText } from './findings-text.ts';
import { planArgument } from './plan-argument.ts';
import { report } from './report.ts';

interface CheckOptions {
  readonly json?: true;
  readonly all?: true;
  readonly coverage?: true;
  readonly rules?: true;
  readonly draft?: true;
  readonly rule?: readonly RuleId[];
  readonly edition?: number;
}

export function addCheckCommand(command: Command, done: (exit: ExitCode) => void): void {
  command
    .description('서로 어긋나는 수치, 이름, 번호를 찾습니다.')
    .addArgument(planArgument())
    .addOption(new Option('--edition <차수>', '확인할 판 (처음값: 0)').argParser(editionOf))
    .option('--all', '이미 처리한 확인사항도 보여 줍니다.')
    .option('--json', '프로그램이 읽을 JSON으로 냅니다.')
    .option('--coverage', '견줄 것이 없는 수치와 쓰이지 않는 자료를 보여 줍니다.')
    .option('--rule <규칙...>', '적은 규칙만 돌립니다.', ruleOf)
    .option('--rules', '규칙의 목록을 까닭과 함께 보여 줍니다.')
    .option('--draft', '처리하지 않은 오류를 dispositions.yaml에 붙일 수 있게 냅니다.')
    .action(async (plan: string, options: CheckOptions) => done(await runCheck(plan, options)));
}

function ruleOf(text: string, before: readonly RuleId[] = []): readonly RuleId[] {
  if (!isRuleId(text)) throw new InvalidArgumentError(ALL_RULES.join(', '));
  return [...before, text];
}

async function runCheck(planName: string, options: CheckOptions): Promise<ExitCode> {
  if (options.rules) {
    process.stdout.write(rulesText());
    return EXIT.done;
  }
  const folders = { working: process.cwd(), program: PROGRAM_FOLDER };
  const found = await findPlan(planName, folders);
  const sources =
    found.value === undefined ? undefined : await readSources(found.value, folders, { fonts: false });
  const inspected =
    sources?.value && inspectPlan(sources.value, { rules: options.rule, edition: options.edition ?? 0 });
  const diagnostics = [
    ...found.diagnostics,
    ...(sources?.diagnostics ?? []),
    ...(inspected?.diagnostics ?? []),
  ];
  report(diagnostics);
  if (inspected?.value === undefined || hasErrors(diagnostics)) {
    process.stderr.write('자료를 읽을 수 없어 확인하지 못했습니다.\n');
    return EXIT.unusable;
  }
  const { plan, findings } = inspected.value;
  if (options.coverage) process.stdout.write(coverageText(inspected.value.coverage()));
  else if (options.draft)
    process.stdout.write(draftText(findings.filter(isOpenError), plan.editions.length, plan.issueDate));
  else if (options.json) process.stdout.write(findingsJson(plan, findings));
  else process.stdout.write(findingsText(findings, options.all === true));
  return findings.some(isOpenError) ? EXIT.findings : EXIT.done;
}
