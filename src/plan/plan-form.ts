// A plan -> what plan.xlsx has of it in words: the rows of its sheets, each by an id that says where in the plan's files it stands.
import { captionTitle } from './figure-name.ts';
import type { Phase } from './front-matter.ts';
import { hasMarks } from './literal.ts';
import { OFFICE_NAMES } from './office.ts';
import { printedPeriod } from './period.ts';
import type { Plan } from './plan.ts';
import { ROUNDING_NAMES, type Task, tasksOf, USUAL_SOURCES } from './programme.ts';
import type { Narrative, SourceText } from './source-text.ts';

/** The sheets of texts. The key of a sheet's id column is `form:` and one of these. */
export type FormKind = 'basics' | 'strategies' | 'tasks' | 'lanes' | 'outreach' | 'tables' | 'body';

export function formKey(kind: FormKind): string {
  return `form:${kind}`;
}

/** A text of one of the plan's files. `id`: `cover.yaml#slogan`, `vision.yaml#goals/0/text`. */
export interface BasicRow {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  readonly value: string;
  /** The choices, by what the file says for each. */
  readonly words?: Readonly<Record<string, string>>;
  /** What it adds to the plan beside what everybody has. */
  readonly adds?: 'sources' | 'targets';
  /** `list`: several, with commas between; `plain`: a number, a date or a word of the format. */
  readonly form: 'text' | 'plain' | 'list';
  /** Whether the file may be without it. */
  readonly optional: boolean;
  /** Figures and notes that only the file can keep stand in it. */
  readonly marked: boolean;
}

/** As a cell shows it: the plan's year is a year, and of what only the file can say the words alone are left. */
export function shownText(source: SourceText | undefined, year: number): string {
  if (source === undefined) return '';
  const text = printedPeriod({ text: source }, year);
  return isMarked(source, year)
    ? text.replaceAll(/\{\{[^}]*(?:\}\})?/g, '…').replaceAll(/\*\*|\[\^[^\]]*\]?/g, '')
    : text;
}

/** Whether it says more than characters. */
export function isMarked(source: SourceText | undefined, year: number): boolean {
  return source !== undefined && hasMarks({ ...source, text: printedPeriod({ text: source }, year) });
}

/** What is said of the plan as a whole, of its cover, its vision, its colophon and its notes. */
export function basicRows(plan: Plan): readonly BasicRow[] {
  const { year, cover, vision, colophon, programme } = plan;
  const plain = { form: 'plain', optional: false, marked: false } as const;
  const text = (
    id: string,
    label: string,
    source: SourceText | undefined,
    help = '',
    optional = false,
  ): BasicRow => ({
    ...{ id, label, help, optional, form: 'text' },
    value: shownText(source, year),
    marked: isMarked(source, year),
  });
  const rows: BasicRow[] = [
    text('plan.yaml#title', '제목', plan.title, '표지와 본문에 쓰는 제목'),
    text('plan.yaml#issuer', '기관', plan.issuer, '공시하는 기관의 이름'),
    {
      ...plain,
      id: 'plan.yaml#office',
      label: '기관의 종류',
      help: '재원을 부르는 말이 따라갑니다.',
      value: OFFICE_NAMES[plan.office],
      words: OFFICE_NAMES,
      optional: true,
    },
    { ...plain, id: 'plan.yaml#year', label: '계획 연도', help: '네 자리 연도', value: String(year) },
    {
      ...plain,
      id: 'plan.yaml#term',
      label: '계획 기간',
      help: '여러 해의 종합계획이면 첫 해와 끝 해. 예: 2027-2030',
      value: plan.term === undefined ? '' : `${plan.term.from}-${plan.term.to}`,
      optional: true,
    },
    { ...plain, id: 'plan.yaml#issue-date', label: '공시일', help: '예: 2027-03-31', value: plan.issueDate },
    {
      ...{ id: 'plan.yaml#keywords', label: '핵심어', form: 'list', optional: true },
      help: '쉼표로 나누어 적습니다. 파일의 속성에 들어갑니다.',
      value: (plan.keywords ?? []).map((one) => shownText(one, year)).join(', '),
      marked: (plan.keywords ?? []).some((one) => isMarked(one, year)),
    },
    text('plan.yaml#summary', '요지', plan.summary, '한두 문장. 파일의 속성에 들어갑니다.', true),
  ];
  if (programme.rounding !== undefined)
    rows.push({
      ...plain,
      id: 'strategies.yaml#rounding',
      label: '단수조정',
      help: '백만원으로 적는 표의 반올림',
      value: ROUNDING_NAMES[programme.rounding],
      words: ROUNDING_NAMES,
      optional: true,
    });
  rows.push(...ownRows(plan));
  if (cover !== undefined)
    rows.push(
      text('cover.yaml#tag', '표지 꼬리표', cover.tag, '표지 위의 짧은 말', true),
      text('cover.yaml#slogan', '표지 구호', cover.slogan, '제목 위에 찍는 구호', true),
      text('cover.yaml#series', '표지 총서', cover.series, '제목 위에 찍는 총서의 이름', true),
      text(
        'cover.yaml#title',
        '표지 제목',
        cover.title,
        '위의 제목과 같은 글. 줄은 Alt+Enter로 나눕니다.',
        true,
      ),
      text('cover.yaml#vision', '표지 비전', cover.vision, '아래의 비전과 같은 글', true),
    );
  vision?.goals.forEach(({ label, text: goal }, index) => {
    rows.push(
      text(`vision.yaml#goals/${index}/text`, oneLine(shownText(label, year)), goal, '비전 체계도의 위쪽'),
    );
  });
  if (colophon !== undefined)
    rows.push(text('colophon.yaml#title', '판권 제목', colophon.title, '위의 제목과 같은 글'));
  colophon?.rows.forEach(({ label, text: line }, index) => {
    rows.push(text(`colophon.yaml#rows/${index}/text`, oneLine(shownText(label, year)), line, '판권'));
  });
  for (const [key, note] of plan.notes) {
    const table = [...plan.tables.values()].find(({ caption }) => caption?.text.includes(`[^${key}]`));
    const caption = table?.caption && captionTitle(shownText(table.caption, year));
    rows.push(text(`notes.yaml#${key}`, '각주', note, caption === undefined ? '' : `표 ‘${caption}’의 각주`));
  }
  return rows;
}

/** What the plan has beside the sources and the target of everybody. */
function ownRows({ programme, labels }: Plan): readonly BasicRow[] {
  const usual: readonly string[] = USUAL_SOURCES;
  const own = programme.sources.filter((one) => !usual.includes(one));
  const targets = programme.targets.map(({ label, unit }) =>
    unit.label === '명' ? label : `${label}(${unit.label})`,
  );
  const row = (
    adds: 'sources' | 'targets',
    label: string,
    help: string,
    said: readonly string[],
  ): BasicRow => ({
    ...{ id: `plan.yaml#${adds}`, label, help, adds, value: said.join(', ') },
    ...{ form: 'list', optional: true, marked: false },
  });
  return [
    row(
      'sources',
      '더하는 재원',
      '국비, 지방비, 민자 밖에 따로 세는 재원. 예: 기금, 균특',
      own.map((one) => labels?.sources?.[one] ?? one),
    ),
    row('targets', '더 세는 목표', '일자리 말고 더 세는 목표. 예: 수혜자, 참여기업(개사)', targets),
  ];
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** A bar of the schedule. */
interface LaneRow {
  /** `task/project/lane/phase`, the last two counted from 0. */
  readonly id: string;
  readonly task: string;
  readonly project: string;
  readonly phase: Phase;
}

export function laneRows({ schedule, programme }: Plan): readonly LaneRow[] {
  return programme.strategies.flatMap(({ tasks }) =>
    tasks.flatMap((task) =>
      task.projects.flatMap((project) =>
        (schedule?.lanes.get(`${task.id}/${project.id}`) ?? []).flatMap((lane, row) =>
          lane.map((phase, column) => ({
            id: `${task.id}/${project.id}/${row}/${column}`,
            task: task.id,
            project: project.id,
            phase,
          })),
        ),
      ),
    ),
  );
}

/** The most that a new table has of each. */
export const TABLE_COLUMNS = 8;
export const TABLE_ROWS = 12;

/** The narratives by the headings that open them. */
export function narrativeTitles({ narratives, year }: Plan): ReadonlyMap<string, string> {
  return new Map(
    [...narratives].map(([name, { text, file }]) => {
      const heading = text.split('\n').find((line) => line.startsWith('# '));
      const place = { file, line: 1, column: 1 };
      return [heading === undefined ? name : shownText({ text: heading.slice(2).trim(), place }, year), name];
    }),
  );
}

/** A file of outline text. */
export interface BodyText {
  /** In the plan's folder: `narrative/summary.hbs`. */
  readonly name: string;
  readonly text: Narrative;
  /** Whose sheet it is. */
  readonly task?: Task;
}

/** The texts that the publication prints, in no order. */
export function bodyTexts({ narratives, frame, programme }: Plan): readonly BodyText[] {
  const named = (folder: string, texts: ReadonlyMap<string, Narrative>) =>
    [...texts].map(([name, text]) => ({ name: `${folder}/${name}.hbs`, text }));
  const { publication, partials = new Map() } = frame ?? {};
  return [
    ...(publication === undefined ? [] : [{ name: 'publication.hbs', text: publication }]),
    ...named('partials', partials),
    ...named('narrative', narratives),
    ...tasksOf(programme).flatMap((task) =>
      task.sheet === undefined ? [] : [{ name: `tasks/${task.id}.hbs`, text: task.sheet, task }],
    ),
  ];
}
