// What somebody decides about findings of the check -> dispositions.yaml with it, everything else in it as it was.
import { isMap, isSeq, type YAMLMap, type YAMLSeq } from 'yaml';
import { basisOf, type DisposedFinding } from '../check/disposed.ts';
import { findingKey } from '../check/finding.ts';
import { type Diagnostic, hasErrors, type Outcome } from '../diagnostic.ts';
import { inOneLine } from '../figure/characters.ts';
import { DECISIONS_FILE } from '../plan/disposition.ts';
import { yamlScalar } from '../revise/import/yaml-scalar.ts';
import { mapsIn, openYaml, seqAt, stringAt, yamlText } from '../revise/yaml-edit.ts';
import { prepare } from './prepare.ts';
import type { SourceFolder, Sources } from './sources.ts';

export interface Deciding {
  readonly finding: DisposedFinding;
  readonly kind: 'keep' | 'print-computed' | 'correct' | 'not-a-fault' | 'omit';
  /** Of an input that is corrected, as data files spell it: `83000`, `-`. */
  readonly value?: string;
  /** The edition in which it is decided. */
  readonly edition: number;
  readonly by: string;
  /** ISO date. */
  readonly date: string;
  readonly reason: string;
}

/** The new text, which the plan is read with before it is given. `known`: what was said of the plan before. What was decided in the same edition about one of the findings gives way. */
export function decideFindings(
  sources: Pick<Sources, 'plan' | 'templates'>,
  decisions: readonly Deciding[],
  known: readonly Diagnostic[],
): Outcome<string> {
  const text = withDecisions(sources.plan, decisions);
  const files = new Map([...sources.plan.files, [DECISIONS_FILE, text]]);
  const { diagnostics } = prepare({ ...sources, plan: { ...sources.plan, files } });
  const before = new Set(known.map(wordsOf));
  const fresh = diagnostics.filter((one) => !before.has(wordsOf(one)));
  return hasErrors(fresh) ? { value: undefined, diagnostics: fresh } : { value: text, diagnostics: [] };
}

function wordsOf({ rule, message }: Diagnostic): string {
  return `${rule} ${message}`;
}

function withDecisions({ files }: SourceFolder, decisions: readonly Deciding[]): string {
  const text = withoutEarlier(files.get(DECISIONS_FILE) ?? '', decisions);
  const { document, root } = openYaml(text);
  const list = seqAt(root, 'findings');
  const [first] = list?.items ?? [];
  if (list !== undefined && list.flow !== true && isMap(first)) {
    const indent = columnOf(text, first.range?.[0] ?? 0) - 2;
    const end = lineEnd(text, contentEnd(list));
    const lead = end > 0 && text[end - 1] !== '\n' ? '\n' : '';
    return text.slice(0, end) + lead + entries(decisions, indent) + text.slice(end);
  }
  const added = `findings:\n${entries(decisions, 2)}`;
  if (!root.has('findings')) return text === '' || text.endsWith('\n') ? text + added : `${text}\n${added}`;
  // A list of none, or on one line: it has no form to go by.
  const kept = mapsIn(list);
  root.delete('findings');
  const others = root.items.length === 0 ? commentsOf(text) : yamlText(document);
  return `${others}findings:\n${kept.map((item) => `  - ${JSON.stringify(item.toJSON())}\n`).join('')}${entries(decisions, 2)}`;
}

/** The lines of a file that says nothing else. */
function commentsOf(text: string): string {
  return text
    .split('\n')
    .filter((line) => line.trimStart().startsWith('#'))
    .map((line) => `${line}\n`)
    .join('');
}

/** Without what was decided about the same findings in the same edition, with the comments above it. */
function withoutEarlier(text: string, decisions: readonly Deciding[]): string {
  const keys = new Set(decisions.map(({ finding, edition }) => `${findingKey(finding)} ${edition}`));
  const list = seqAt(openYaml(text).root, 'findings');
  const items = list?.flow === true ? [] : mapsIn(list);
  return items
    .toReversed()
    .filter((item) => keys.has(`${stringAt(item, 'finding')} ${stringAt(item, 'edition')}`))
    .reduce((rest, item) => {
      const start = commentStart(rest, lineStart(rest, item.range?.[0] ?? 0));
      return rest.slice(0, start) + rest.slice(lineEnd(rest, contentEnd(item)));
    }, text);
}

/** Where the comment begins that stands right above a line. */
function commentStart(text: string, start: number): number {
  const above = lineStart(text, start - 1);
  return start > 0 && text.slice(above, start).trimStart().startsWith('#') ? above : start;
}

/** Behind the last character of the node that is no blank and no comment. */
function contentEnd(node: YAMLMap | YAMLSeq): number {
  const last = node.items.at(-1);
  const inner = isMap(node) ? (last as YAMLMap['items'][number] | undefined)?.value : last;
  if (isMap(inner) || isSeq(inner)) {
    if (inner.flow !== true && inner.items.length > 0) return contentEnd(inner);
  }
  const range = (inner as { range?: [number, number, number] } | undefined)?.range ?? node.range;
  return range?.[1] ?? 0;
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

/** Behind the line's end. */
function lineEnd(text: string, at: number): number {
  // A scalar of several lines ends behind its last line break.
  if (text[at - 1] === '\n') return at;
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end + 1;
}

function columnOf(text: string, at: number): number {
  return at - lineStart(text, at);
}

function entries(decisions: readonly Deciding[], indent: number): string {
  const blanks = ' '.repeat(Math.max(0, indent));
  return decisions
    .flatMap(({ finding, kind, value, edition, by, date, reason }) => [
      `# ${inOneLine(finding.message)}`,
      `- finding: ${JSON.stringify(findingKey(finding))}`,
      `  decision: ${kind}`,
      ...(kind === 'correct' ? [`  value: ${value === '-' ? "'-'" : value}`, `  from: ${edition}`] : []),
      `  values: [${basisOf(finding)
        .map((one) => JSON.stringify(one))
        .join(', ')}]`,
      `  edition: ${edition}`,
      `  by: ${yamlScalar(by)}`,
      `  date: ${date}`,
      `  reason: ${yamlScalar(reason)}`,
    ])
    .map((line) => `${blanks}${line}\n`)
    .join('');
}
