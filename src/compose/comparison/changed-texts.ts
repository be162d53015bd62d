// The text changes of a comparison -> their table, in the words that a reader of the plan sees: never YAML, never a helper.

import { type Inline, plainRun } from '../../document/inline.ts';
import type { TableBlock, TableCell } from '../../document/table.ts';
import type { FigureBook } from '../../figure/figure.ts';
import type { ComparedText, Comparison } from '../../plan/comparison.ts';
import { isDetail } from '../../plan/details.ts';
import type { ChangedWords } from '../../plan/edition.ts';
import { type Labels, printLabels, withLevels } from '../../plan/labels.ts';
import type { Plan } from '../../plan/plan.ts';
import { tasksOf } from '../../plan/programme.ts';
import type { SourceText } from '../../plan/source-text.ts';
import { richText } from '../inline.ts';
import { parseInlines } from '../parse-inlines.ts';
import { CellMaker } from '../programme/cells.ts';
import { TemplateRenderer } from '../render.ts';
import { withoutNotes } from '../rich-text.ts';
import { Session } from '../session.ts';
import type { Standpoint } from '../standpoint.ts';

const NONE = '없음';
/** Characters of a text that is told beside the other in one cell. */
const SHORT = 60;

/** What the texts of a plan are called, by file and the keys under which they stand. */
const LABELS: readonly (readonly [RegExp, string])[] = [
  [/^tasks\/projects\/[^/]+\/(name|published\/.+)$/, '세부사업명'],
  [/^tasks\/projects\/[^/]+\/subtask$/, '세부과제'],
  [/^tasks\/subtasks\/[^/]+\/(name|published\/.+)$/, '세부과제명'],
  [/^tasks\/projects\/[^/]+\/period\/text$/, '기간'],
  [/^tasks\/projects\/[^/]+\/period\/(from|to)$/, '기간의 달'],
  [/^tasks\/(name|published\/.+)$/, '실천과제명'],
  [/^tasks\/purpose$/, '과제의 목적'],
  [/^strategies\/strategies\/[^/]+\/(name|published\/.+)$/, '추진전략명'],
  [/^(statistics|charts)\/.*caption$/, '제목'],
  [/^(statistics|charts)\/.*label$/, '항목 이름'],
  [/unit-line$/, '단위 줄'],
  [/^plan\/title$/, '계획의 제목'],
  [/^plan\/issuer$/, '발행 기관'],
  [/^notes\//, '각주'],
  [/^names\//, '이름'],
  [/^schedule\//, '추진일정'],
  [/^outreach\//, '홍보'],
  [/^vision\//, '비전'],
  [/^cover\//, '표지'],
  [/^contents\//, '차례'],
  [/^colophon\//, '판권'],
  [/^swot\//, '강점과 약점'],
  [/^diagrams\//, '조직도와 절차'],
];

/** 자리, 당초, 변경, 사유; a name or another short text as 세부사업명: 전 → 후 in one cell, or with its two texts apart as all others. */
export function composeTexts(
  session: Session,
  renderer: TemplateRenderer,
  comparison: Comparison,
  apart: boolean,
): readonly TableBlock[] {
  const cells = new CellMaker(session, 'comparison-texts');
  const place = session.plan.title.place;
  const [was, is] = apart ? ['현 행', '개 정 안'] : ['당 초', '변 경'];
  const header = ['자 리', was, is, '사 유'].map((head = '', column) =>
    cells.label(head, place, { column, role: 'column-header' }),
  );
  const readers = { before: earlier(session, comparison), after: session };
  const rows = comparison.texts.flatMap((text) =>
    text.words.map((words): readonly TableCell[] => [
      cells.text(richText(session, renderer, homeOf(session.plan, text)), { column: 0, role: 'row-header' }),
      ...wordCells(cells, readers, text, words, apart),
      cells.text(
        text.reason === undefined ? { inlines: [], place } : richText(session, renderer, text.reason),
        {
          column: 3,
          align: 'left',
        },
      ),
    ]),
  );
  if (rows.length === 0) return [];
  const widths = [20, 31, 31, 18];
  return [
    {
      kind: 'table',
      id: 'comparison-texts',
      widths,
      headerRows: 1,
      rows: [header, ...rows],
      density: 'dense',
    },
  ];
}

interface Readers {
  readonly before: Session;
  readonly after: Session;
}

function wordCells(
  cells: CellMaker,
  { before: earlierSession, after: session }: Readers,
  { file, before: typed }: ComparedText,
  { path, before: old, after: fresh }: ChangedWords,
  apart: boolean,
): readonly TableCell[] {
  // Of what is said by an id its name is told.
  const named = (id: SourceText | undefined) =>
    path.at(-1) === 'subtask' && id !== undefined ? { ...id, text: `{{subtask "${id.text}"}}` } : id;
  const [before, after] = [named(old), named(fresh)];
  const { place } = typed;
  const task = /^tasks\/([^/]+)\.\w+$/.exec(file)?.[1];
  const base = task === undefined ? undefined : { task };
  const isProse = path.length === 0;
  const was =
    before === undefined ? [plainRun(NONE)] : read(earlierSession, before, base, isProse).map(asWords);
  const is = after === undefined ? [plainRun(NONE)] : read(session, after, base, isProse);
  const label = path.length === 0 ? undefined : labelOf(file, path, session.plan.labels);
  const short = [before, after].every(
    (words) => words === undefined || (words.text.length <= SHORT && !words.text.includes('\n')),
  );
  const together = label !== undefined && short;
  if (!together || apart) {
    const named = together ? [plainRun(`${label}: `)] : [];
    const cell = (inlines: readonly Inline[], column: number) =>
      cells.text({ inlines: [...named, ...inlines], place }, { column, align: 'left' });
    return [cell(was, 1), cell(is, 2)];
  }
  const inlines = [plainRun(`${label}: `), ...was, plainRun(' → '), ...is];
  return [cells.text({ inlines, place }, { column: 1, colSpan: 2, align: 'left' })];
}

function labelOf(file: string, path: readonly string[], labels: Labels | undefined): string | undefined {
  const last = path.at(-1) ?? '';
  if (file.startsWith('tasks/') && isDetail(last)) return printLabels(labels).details[last];
  const kind = file.replace(/\/[\s\S]*$|\.yaml$/, '');
  const where = [kind, ...path].join('/');
  const usual = LABELS.find(([pattern]) => pattern.test(where))?.[1];
  return usual && withLevels(usual, labels);
}

/** The figures as the earlier edition has them, and the projects that were there. */
function earlier({ plan, book, templates }: Session, { figures, from }: Comparison): Session {
  const before: FigureBook = new Map(
    [...book].map(([address, figure]) => {
      const effective = figures.get(address)?.before ?? figure.effective;
      return [address, { ...figure, effective, changed: figure.changed && from.number > 0 }];
    }),
  );
  const strategies = plan.programme.strategies.map((strategy) => ({
    ...strategy,
    tasks: strategy.tasks.map((task) => ({
      ...task,
      projects: [...task.projects, ...task.ended],
      ended: [],
    })),
  }));
  return new Session({ ...plan, programme: { ...plan.programme, strategies } }, before, templates);
}

const CALL = /\{\{[^{}]*\}\}/gu;
/** Helpers that stand around text, and what an excerpt cuts a helper into. */
const AROUND = /\{\{[#/][^{}]*\}\}|^[^{}]*\}\}|\{\{[^{}]*$/gu;

/** A text as it is read, with its figures and names; where a call means nothing any more, without it. Its faults are told elsewhere. */
function read(
  of: Session,
  { text, place }: SourceText,
  base: Standpoint | undefined,
  isProse: boolean,
): readonly Inline[] {
  const bare = isProse ? text.replaceAll(AROUND, '').replaceAll(/^[^\S\r\n\u2028\u2029]*#+\s+/gmu, '') : text;
  const clean = bare.replaceAll(/\n\s*\n+/gu, '\n').trim();
  return rendered(of, clean, place, base) ?? rendered(of, clean.replaceAll(CALL, '…'), place, base) ?? [];
}

function rendered(
  { plan, book, templates }: Session,
  text: string,
  place: SourceText['place'],
  base: Standpoint | undefined,
): readonly Inline[] | undefined {
  if ('cell' in place) return undefined;
  // One of its own, which hears the faults: they are those of the edition that the text stands in.
  const session = new Session(plan, book, templates);
  const renderer = new TemplateRenderer(session, new Map());
  const inlines = parseInlines(session, renderer.render(text, place, false, base), place);
  const isWrong = session.diagnostics.some(({ severity }) => severity === 'error');
  return isWrong ? undefined : withoutNotes({ inlines, place }).inlines;
}

/** A figure of an earlier edition is no figure of this one. */
function asWords(inline: Inline): Inline {
  if (inline.kind !== 'figure') return inline;
  const { text, bold } = inline;
  return { kind: 'text', text, bold, meaning: { kind: 'free', what: '변경 전의 수치' } };
}

/** The task or table whose file it is; else the kind of file. */
function homeOf(plan: Plan, { file, before: { place } }: ComparedText): SourceText {
  const [, folder, name = ''] = /^(tasks|statistics|narrative)\/([^/]+)\.(?:yaml|hbs)$/.exec(file) ?? [];
  const tasks = tasksOf(plan.programme);
  const own =
    folder === 'tasks'
      ? tasks.find(({ id }) => id === name)?.name.canonical
      : folder === 'statistics'
        ? plan.tables.get(name)?.caption
        : undefined;
  if (own?.literal === true) return { ...own, place };
  return {
    text: own?.text.replaceAll(/\[\^[^\]]*\]?/g, '') ?? (folder === 'narrative' ? '본문' : '그 밖의 글'),
    place,
  };
}
