// A plan's name -> what disagrees in it, for people or for programs.

import { isRuleId, type RuleId } from '../check/check-plan.ts';
import { coverageOf } from '../check/coverage.ts';
import { isBinding, isOpenError } from '../check/disposed.ts';
import type { CheckInput } from '../check/rule.ts';
import { harmedFonts } from '../commands/build/own-files.ts';
import { inspectPlan } from '../commands/check.ts';
import { type PlaceTeller, placeInWords } from '../commands/place-words.ts';
import { layOutPages } from '../commands/plan-pages.ts';
import type { Sources } from '../commands/sources.ts';
import { hasErrors } from '../diagnostic.ts';
import { findPlan, PROGRAM_FOLDER, readSources } from '../files.ts';
import { proposalsOf } from '../relations/proposals.ts';
import { editionLine } from './edition-option.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { findingsJson } from './findings-json.ts';
import {
  coverageText,
  draftText,
  explainText,
  findingsText,
  proposalsText,
  rulesText,
} from './findings-text.ts';
import { say, sayJson, sayLines, warn } from './print.ts';
import { report } from './report.ts';

export { isRuleId } from '../check/check-plan.ts';

export interface CheckOptions {
  readonly json?: true;
  readonly all?: true;
  /** Whether the printed places are told, for which the plan is laid out. */
  readonly pages?: true;
  readonly coverage?: true;
  /** Show the rules and do nothing else. */
  readonly list: boolean;
  readonly draft?: true;
  readonly propose?: true;
  /** The rule to be explained. */
  readonly explain?: RuleId;
  /** All that the plan has not switched off when unset. */
  readonly rules: readonly RuleId[] | undefined;
  readonly edition?: number;
}

/** Returns 1 while an error is undecided, 3 where the plan cannot be read as it stands. */
export async function runCheck(planName: string, options: CheckOptions): Promise<ExitCode> {
  if (options.list) {
    sayLines(rulesText());
    return EXIT.done;
  }
  const folders = { working: process.cwd(), program: PROGRAM_FOLDER };
  const found = await findPlan(planName, folders);
  const sources =
    found.value === undefined
      ? undefined
      : await readSources(found.value, folders, { fonts: options.pages === true });
  const inspected =
    sources?.value &&
    inspectPlan(sources.value, { rules: options.rules, edition: options.edition ?? 'latest' });
  const diagnostics = [
    ...found.diagnostics,
    ...(sources?.diagnostics ?? []),
    ...(inspected?.diagnostics ?? []),
  ];
  report(diagnostics);
  // A value that cannot be is read all the same, and what else there is to find is told in the same run.
  if (
    inspected?.value === undefined ||
    hasErrors(diagnostics.filter(({ rule }) => rule !== 'impossible-value'))
  ) {
    warn('자료를 읽을 수 없어 확인하지 못했습니다.');
    return EXIT.unusable;
  }
  const { plan, findings } = inspected.value;
  const line = sources?.value && editionLine(plan, sources.value.plan.files);
  // What is to be pasted is YAML still; JSON tells it in a field.
  if (line !== undefined && options.json !== true)
    say(options.draft === true || options.propose === true ? `# ${line}` : line);
  const { checked } = inspected.value;
  const where = options.pages && sources?.value ? await printedPlaces(checked, sources.value) : undefined;
  if (options.propose)
    sayLines(proposalsText(proposalsOf(checked.plan.tables.values(), checked.book, checked.words.derived)));
  else if (options.coverage) sayLines(coverageText(coverageOf(checked)));
  else if (options.draft)
    sayLines(
      draftText(
        findings.filter(
          ({ rule, disposition }) => disposition === undefined && isRuleId(rule) && !isBinding(rule),
        ),
        plan.editions.length,
        plan.issueDate,
      ),
    );
  else if (options.explain !== undefined) sayLines(explainText(options.explain, findings));
  else if (options.json) sayJson(findingsJson(plan, findings, where));
  else sayLines(findingsText(findings, options.all === true, where));
  if (hasErrors(diagnostics)) return EXIT.unusable;
  return findings.some(isOpenError) ? EXIT.findings : EXIT.done;
}

/** What keeps the pages from being laid out is told, and then only the places in the files are known. */
async function printedPlaces(
  checked: CheckInput,
  { templates, fonts }: Sources,
): Promise<PlaceTeller | undefined> {
  const harmed = harmedFonts(templates, fonts);
  const { value, diagnostics } =
    harmed.length > 0
      ? { value: undefined, diagnostics: harmed }
      : await layOutPages(checked.document, fonts);
  if (value !== undefined) return placeInWords(checked, value);
  report(diagnostics);
  return undefined;
}
