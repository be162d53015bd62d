// The bundled plan with some words changed -> what the check finds in it that it does not find in the plan itself.

import type { RuleId } from '../../src/check/check-plan.ts';
import { type DisposedFinding, disposedFindings } from '../../src/check/disposed.ts';
import { type Finding, findingKey } from '../../src/check/finding.ts';
import type { CheckInput } from '../../src/check/rule.ts';
import { build } from '../../src/commands/build.ts';
import { inspectPlan } from '../../src/commands/check.ts';
import { publicationRecord } from '../../src/commands/publish.ts';
import type { Sources } from '../../src/commands/sources.ts';
import { formatLocation } from '../../src/diagnostic.ts';
import { PROGRAM_FOLDER, readSources } from '../../src/files.ts';
import { PLAN_FOLDER } from '../commands/bundled-plan.ts';
import { KEPT } from '../kept.ts';

/** An excerpt that occurs once in a file of the plan, and what stands there instead; none for a whole file that the plan has not. */
export interface Edit {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

let read: Promise<Sources> | undefined;

export async function bundledSources(): Promise<Sources> {
  read ??= readSources(
    PLAN_FOLDER,
    { working: PROGRAM_FOLDER, program: PROGRAM_FOLDER },
    { fonts: false, kept: KEPT },
  ).then(({ value }) => {
    if (value === undefined) throw new Error('the bundled plan cannot be read');
    return value;
  });
  return read;
}

let published: Promise<{ readonly name: string; readonly text: string }> | undefined;

/** The record of the bundled plan as it stands. */
function bundledRecord(): Promise<{ readonly name: string; readonly text: string }> {
  published ??= bundledSources().then(async (sources) => {
    const record = publicationRecord(
      await build(sources, [], undefined, undefined, { final: true }),
      sources,
      '2023-03-31',
    );
    return { name: record.name, text: new TextDecoder().decode(record.bytes) };
  });
  return published;
}

/** The plan as it is edited: before any decision, or as decided, or with its word that it went out before the edits. */
export type State = 'typed' | 'decided' | 'published';

/** All findings on the bundled plan with the edits, of the given rules or of all; before any decision unless it is said otherwise. */
export async function findingsAfter(
  edits: readonly Edit[],
  rules?: readonly RuleId[],
  state: State = 'typed',
): Promise<readonly DisposedFinding[]> {
  return disposedFindings(await checkedAfter(edits, state), rules);
}

async function editedSources(edits: readonly Edit[], state: State): Promise<Sources> {
  const sources = await bundledSources();
  const files = new Map(sources.plan.files);
  if (state === 'typed') files.delete('dispositions.yaml');
  if (state === 'published') {
    const { name, text } = await bundledRecord();
    files.set(name, text);
  }
  for (const { file, before, after } of edits) {
    const text = files.get(file);
    if (before === '' && text === undefined) {
      files.set(file, after);
      continue;
    }
    const parts = text?.split(before);
    if (parts?.length !== 2) throw new Error(`${file} has ${(parts?.length ?? 1) - 1} of: ${before}`);
    files.set(file, parts.join(after));
  }
  return { ...sources, plan: { ...sources.plan, files } };
}

function checkedOf(sources: Sources): CheckInput {
  const { value, diagnostics } = inspectPlan(sources, { rules: [] });
  if (value === undefined)
    throw new Error(diagnostics.map(({ rule, message }) => `${rule}: ${message}`).join('\n'));
  return value.checked;
}

/** By the edits and the state: many rules are asked about one edited plan. Only the last is kept, which may be large. */
let last:
  | { readonly edits: readonly Edit[]; readonly state: State; readonly checked: CheckInput }
  | undefined;

async function checkedAfter(edits: readonly Edit[], state: State): Promise<CheckInput> {
  if (last?.edits !== edits || last.state !== state)
    last = { edits, state, checked: checkedOf(await editedSources(edits, state)) };
  return last.checked;
}

/** The plan without edits, by its state. */
const asItIs = new Map<State, Promise<CheckInput>>();

const unedited = new Map<string, Promise<ReadonlyMap<string, Finding>>>();

/** What the edits added or changed, one line each: `+` new, `~` changed, `-` gone. */
export async function changedBy(
  edits: readonly Edit[],
  rules?: readonly RuleId[],
  state: State = 'typed',
): Promise<readonly string[]> {
  const key = [state, ...(rules ?? [])].join();
  const unchanged = asItIs.get(state) ?? editedSources([], state).then(checkedOf);
  asItIs.set(state, unchanged);
  const before = unedited.get(key) ?? unchanged.then((checked) => byKey(disposedFindings(checked, rules)));
  unedited.set(key, before);
  const [old, now] = [await before, byKey(await findingsAfter(edits, rules, state))];
  const lines: string[] = [];
  for (const [subject, finding] of now) {
    const same = old.get(subject);
    if (same === undefined) lines.push(`+ ${lineOf(finding)}`);
    else if (same.message !== finding.message || same.related.length !== finding.related.length)
      lines.push(`~ ${lineOf(finding)}`);
  }
  for (const [subject, finding] of old)
    if (!now.has(subject)) lines.push(`- ${finding.rule} ${finding.subject}`);
  return lines;
}

function byKey(findings: readonly Finding[]): ReadonlyMap<string, Finding> {
  return new Map(findings.map((finding) => [findingKey(finding), finding]));
}

/** One finding as examples and golden lists show it. */
export function lineOf({ rule, severity, place, message, related }: Finding): string {
  const others = related.map((other) => ` [${inPlan(formatLocation(other.place))} ${other.note}]`).join('');
  return `${severity} ${rule} ${inPlan(formatLocation(place))} ${message}${others}`;
}

/** The place within the plan's folder; of a record without its line, which any text before it moves. */
function inPlan(place: string): string {
  return place.replace(/^.*?incheon-seogu-2023\//, '').replace(/^(published\/.*?):.*/, '$1');
}
