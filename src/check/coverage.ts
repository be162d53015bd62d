// Plan, figures and document -> the numbers that nothing could contradict, and what is typed and never used.
import type { SourceLocation } from '../diagnostic.ts';
import { printedImages } from '../document/printed-images.ts';
import { type Address, formOf } from '../figure/address.ts';
import { typedValue } from '../figure/precision.ts';
import { operandsOf } from '../figure/relation.ts';
import { tablesOf } from '../plan/chart.ts';
import { unrelatedLines } from '../relations/proposals.ts';
import { holds } from './relations/constraint.ts';
import { print } from './relations/wording.ts';
import type { CheckInput } from './rule.ts';

interface Uncovered {
  readonly subject: string;
  /** What it is, with its value. */
  readonly label: string;
  readonly place: SourceLocation;
}

export interface Coverage {
  /** How many numbers are typed, and how many of them some relation or restatement reaches. */
  readonly typed: number;
  readonly reached: number;
  /** Numbers whose change no finding would tell. */
  readonly unreached: readonly Uncovered[];
  /** Rows and columns called a sum or a rate of which nothing is declared. */
  readonly unrelated: readonly Uncovered[];
  /** Figures, tables, charts, images, diagrams, notes and names that no page and no relation uses. */
  readonly unused: readonly Uncovered[];
}

export function coverageOf(input: CheckInput): Coverage {
  const { book, texts, labels } = input;
  const { constraints, evidence } = input.audit;
  const reached = new Set<Address>();
  for (const constraint of constraints) {
    if (holds(constraint, evidence) === undefined) continue;
    for (const leaf of constraint.leaves) reached.add(leaf);
  }
  for (const { text } of texts)
    for (const inline of text.inlines)
      if (inline.kind === 'figure' && inline.typed)
        for (const leaf of evidence.leaves(inline.address)) reached.add(leaf);

  const typed = [...book.values()].filter((figure) => typedValue(figure)?.kind === 'quantity');
  const unreached = typed
    .filter(({ definition }) => !reached.has(definition.address))
    .map((figure) => ({
      subject: figure.definition.address,
      label: `${labels(figure.definition.address)}: ${print(figure)}`,
      place: figure.definition.place,
    }));
  return {
    typed: typed.length,
    reached: typed.length - unreached.length,
    unreached,
    unrelated: unrelatedOf(input),
    unused: unusedOf(input),
  };
}

function unrelatedOf({ plan, book, words }: CheckInput): readonly Uncovered[] {
  const lines = unrelatedLines(plan.tables.values(), book, words.derived);
  return lines.map(({ table, line }) => ({
    subject: `tables/${table.id} ${line.id}`,
    label: `표 ${table.caption?.text ?? table.id}: ${line.label}`,
    place: table.place,
  }));
}

function unusedOf({ plan, book, document, texts }: CheckInput): readonly Uncovered[] {
  const inlines = texts.flatMap(({ text }) => text.inlines);
  const charts = new Set(
    document.blocks.flatMap(({ kind, id }) => (kind === 'chart' || kind === 'missing' ? [id] : [])),
  );
  const drawn = new Set([...plan.charts.values()].flatMap(({ source }) => tablesOf(source)));
  const tables = new Set(document.blocks.flatMap(({ kind, id }) => (kind === 'table' ? [id] : [])));
  const used = new Set<Address>();
  const use = (address: Address): void => {
    if (used.has(address)) return;
    used.add(address);
    const definition = book.get(address)?.definition;
    for (const operand of definition?.relation ? operandsOf(definition.relation) : []) use(operand);
    for (const other of definition?.equals ?? []) use(other);
  };
  for (const inline of inlines) {
    if (inline.kind === 'figure') use(inline.address);
    if (inline.kind === 'text' && inline.meaning.kind === 'claim')
      for (const address of [...inline.meaning.figures, ...inline.meaning.except]) use(address);
  }
  for (const { definition } of book.values()) {
    const form = formOf(definition.address);
    const table = form.kind === 'table' ? form.table : undefined;
    const charted = drawn.has('figures') && definition.address.startsWith('figures/');
    const restated =
      definition.relation !== undefined && (definition.given !== undefined || definition.equals.length > 0);
    if (charted || restated || (table !== undefined && (tables.has(table) || drawn.has(table))))
      use(definition.address);
  }
  const names = new Set(
    inlines.flatMap((inline) =>
      inline.kind === 'text' && inline.meaning.kind === 'name' ? [inline.meaning.name] : [],
    ),
  );
  const unused: Uncovered[] = [];
  for (const { id, caption, place } of plan.tables.values()) {
    if (tables.has(id) || drawn.has(id)) continue;
    unused.push({ subject: `tables/${id}`, label: `표 ${caption?.text ?? id}`, place });
  }
  for (const { id, caption, place } of plan.charts.values())
    if (!charts.has(`chart-${id}`))
      unused.push({ subject: `charts/${id}`, label: `차트 ${caption.text}`, place });
  const images = printedImages(document.blocks);
  for (const { id, alt, place } of plan.images?.values() ?? [])
    if (!images.has(`image-${id}`))
      unused.push({ subject: `images/${id}`, label: `이미지 ${alt.text}`, place });
  const diagrams = new Set(document.blocks.flatMap(({ kind, id }) => (kind === 'diagram' ? [id] : [])));
  for (const { id, alt, place } of plan.diagrams?.values() ?? [])
    if (!diagrams.has(`diagram-${id}`))
      unused.push({ subject: `diagrams/${id}`, label: `그림 ${alt.text}`, place });
  for (const [id, { text, place }] of plan.notes)
    if (!document.notes.has(id)) unused.push({ subject: `notes/${id}`, label: `각주 ${text}`, place });
  for (const { id, canonical, place } of plan.names.values())
    if (!names.has(id)) unused.push({ subject: `names/${id}`, label: `이름 ${canonical}`, place });
  for (const { definition } of book.values()) {
    const { address, given, place } = definition;
    if (given?.kind === 'quantity' && !used.has(address))
      unused.push({ subject: address, label: `수치 ${address}`, place });
  }
  return unused;
}
