// The texts of a plan and the templates -> the findings of the check, without making any file.

import { checkInput, checkPlan, type RuleId } from '../check/check-plan.ts';
import { type DisposedFinding, disposedFindings, rulesOf } from '../check/disposed.ts';
import type { Finding } from '../check/finding.ts';
import { digestOf } from '../check/history/publication-text.ts';
import type { CheckInput } from '../check/rule.ts';
import { isFinding } from '../check/told-rules.ts';
import type { Diagnostic, Outcome } from '../diagnostic.ts';
import { DECISIONS_FILE } from '../plan/disposition.ts';
import type { Plan } from '../plan/plan.ts';
import { valueText } from '../revise/apply/typed-value.ts';
import { type Folders, publishedFindings } from './build/published.ts';
import { composeTyped, prepare } from './prepare.ts';
import type { Sources } from './sources.ts';

interface Inspection {
  readonly plan: Plan;
  /** What was checked, for more questions. */
  readonly checked: CheckInput;
  readonly findings: readonly DisposedFinding[];
}

interface InspectOptions {
  /** All that the plan has not switched off, by default. */
  readonly rules?: readonly RuleId[] | undefined;
  /** The last one there is unless said otherwise. */
  readonly edition?: number | 'latest';
  /** Of who asks again and again. */
  readonly before?: FoundBefore;
}

/** What was found before, for who asks again after every change: what people decide changes little of it. */
export class FoundBefore {
  #key = '';
  #found: Checking | undefined;

  /** As `make` makes it, unless it was asked for with the same key before. */
  of(key: string, make: () => Checking): Checking {
    if (this.#key !== key) this.#found = undefined;
    this.#key = key;
    this.#found ??= make();
    return this.#found;
  }
}

/** What the rules find, before any decision. */
interface Checking {
  /** No value where an error kept the plan from being composed. */
  readonly checked: CheckInput | undefined;
  readonly found: readonly Finding[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads, composes and checks a plan as it was typed, before any decision changes it; no value when an error keeps it from being
 * composed.
 */
export function inspectPlan(
  sources: Pick<Sources, 'plan' | 'templates' | 'program'>,
  { rules, edition = 'latest', before }: InspectOptions = {},
): Outcome<Inspection> {
  const prepared = prepare(sources, { edition });
  const { plan, revised, templates } = prepared;
  if (!plan || !revised || !templates) return { value: undefined, diagnostics: prepared.diagnostics };
  const ran = rules ?? rulesOf(plan);
  const check = (): Checking => {
    const { value: document, diagnostics } = composeTyped(prepared);
    const told = [...prepared.diagnostics, ...diagnostics];
    const { comparison } = revised;
    const published = publishedFindings(sources, plan.id, templates);
    const words = prepared.checkWords;
    const input =
      document &&
      checkInput({
        ...{ plan, book: revised.typed, document, words },
        ...{ comparison, published, told },
      });
    return { checked: input, found: input ? checkPlan(input, ran) : [], diagnostics };
  };
  const { checked, found, diagnostics } = before ? before.of(keyOf(sources, plan, ran), check) : check();
  const all = [...prepared.diagnostics, ...diagnostics].filter((one) => !isFinding(one));
  if (checked === undefined) return { value: undefined, diagnostics: all };
  const now = { ...checked, plan };
  return { value: { plan, checked: now, findings: disposedFindings(now, ran, found) }, diagnostics: all };
}

/** All that the rules see of a plan: of what was decided only what is another number or not there. */
function keyOf({ plan: folder, templates, program }: Folders, plan: Plan, ran: readonly RuleId[]): string {
  const decided = (plan.dispositions?.decided ?? []).filter(
    ({ decision }) => decision.kind !== 'keep' && decision.kind !== 'not-a-fault',
  );
  const files = [...folder.files].filter(([name]) => name !== DECISIONS_FILE);
  const images = [...(folder.images ?? [])].map(([name, bytes]) => [
    name,
    digestOf(Buffer.from(bytes).toString('latin1')),
  ]);
  const said = decided.map(({ rule, subject, decision, edition }) => [
    ...[rule, subject, edition, decision.kind, 'address' in decision ? decision.address : ''],
    ...(decision.kind === 'correct' ? [valueText(decision.value), decision.from] : []),
  ]);
  return digestOf(
    JSON.stringify([
      files,
      images,
      folder.lost ?? [],
      [...templates.files],
      program,
      plan.editions.length,
      ran,
      said,
    ]),
  );
}
