// The texts of chapters and task sheets -> 본문: a line for each heading, item and paragraph, in the order of the publication.
import type { Block, Document } from '../../../document/document.ts';
import { plainText, type RichText } from '../../../document/inline.ts';
import type { Sheet } from '../../../document/workbook.ts';
import { insertedBy } from '../../../plan/inserted-line.ts';
import { type MarkedLine, markedLine, shownSegments } from '../../../plan/marked-line.ts';
import type { Plan } from '../../../plan/plan.ts';
import { type BodyText, bodyTexts } from '../../../plan/plan-form.ts';
import { taskLabels } from '../../../plan/task-labels.ts';
import { type TemplateUnit, unitId, unitsOf } from '../../../plan/template-units.ts';
import { plainMarker } from '../../../plan/typed-markers.ts';
import { INSERTS, isInsertName } from '../../inserts.ts';
import { formSheet } from './form-sheet.ts';

/** Lines kept free at the end of what stands under a heading. */
const SPARE = 2;

/** A block of words, by the place that it was written at. */
interface Printed {
  readonly kind: Block['kind'];
  readonly level: number;
  readonly text: RichText;
}

type Rows = Parameters<typeof formSheet>[0]['rows'];

/** None for a plan without texts. `document`: as it is composed of them. */
export function bodySheet(plan: Plan, document: Document): Sheet | undefined {
  const printed = printedBlocks(document.blocks);
  const order = [...printed.keys()].map((key) => key.split('\n')[0]);
  const at = ({ text }: BodyText) => (order.includes(text.file) ? order.indexOf(text.file) : order.length);
  const texts = bodyTexts(plan).toSorted((a, b) => at(a) - at(b));
  const rows = texts.flatMap((text) => rowsOf(text, plan, printed));
  if (rows.length === 0) return undefined;
  return formSheet({
    kind: 'body',
    name: '본문',
    caption: '본문',
    guide:
      '한 줄이 한 문단입니다. 머리의 □ ○ - · ※가 단계입니다. 새 글은 빈 줄이나 끼워 넣은 줄에 적고, 뺄 줄은 비웁니다.',
    columns: [
      { head: '자리', width: 38 },
      { head: '단', width: 8, align: 'center' },
      { key: 'text', head: '글', width: 84, input: 'text' },
      { head: '설명', width: 38 },
    ],
    rows,
    spare: 0,
    orientation: 'landscape',
  });
}

function rowsOf(text: BodyText, plan: Plan, printed: ReadonlyMap<string, readonly Printed[]>): Rows {
  const path: string[] = text.task === undefined ? [] : [taskLabels(plan.programme).get(text.task.id) ?? ''];
  const base = path.length;
  const units = unitsOf(text.text.text);
  const free = Array.from({ length: SPARE }, () => ({ id: 'body/', cells: [] as string[] }));
  const rows: Rows[number][] = [];
  /** How far down the heading stands that nothing has followed yet. */
  let bare: number | undefined;
  const place = () => path.filter((one) => one !== '').join(' › ');
  // Parts and sections may open with the next heading.
  const end = (next = 0) => {
    if (rows.length > 0 && !(bare !== undefined && bare < next))
      rows.push(...free.map((one) => ({ ...one, cells: [place()] })));
  };
  for (const unit of units) {
    const call = unit.isCall ? calledBy(unit, plan) : undefined;
    // What only holds lines together is not shown.
    if (unit.isCall && call === undefined) continue;
    const blocks = printed.get(`${text.text.file}\n${unit.from}`) ?? [];
    const [block, another] = blocks;
    const line = markedLine(plainMarker(unit.source));
    const words = block === undefined ? '' : plainText(block.text.inlines, '\n');
    const shown =
      unit.isCall || unit.isRemarked || block === undefined || another !== undefined
        ? undefined
        : shownSegments(line, words, true);
    const seen = shown?.join('') ?? call ?? words;
    const depth = block === undefined ? undefined : DEPTHS[block.kind];
    if (depth !== undefined) {
      end(depth);
      path.splice(Math.max(base, depth));
      path[Math.max(base, depth)] = seen.replace(/^□\s*/u, '');
    }
    bare = depth;
    rows.push({
      id: `${unitId(text.name, unit)}${shown === undefined ? '!' : ''}`,
      cells: [
        place(),
        call === undefined ? kindOf(block) : '넣음',
        indent(block) + seen,
        shown === undefined ? whyNot(unit, blocks) : hint(line),
      ],
      ...(shown === undefined ? { inputs: [undefined, undefined, 'none' as const] } : {}),
    });
  }
  end();
  return rows;
}

/** How far down a heading stands. */
const DEPTHS: Partial<Readonly<Record<Block['kind'], number>>> = {
  part: 0,
  section: 1,
  subsection: 2,
  heading: 3,
};
const KINDS: Partial<Readonly<Record<Block['kind'], string>>> = {
  part: '부',
  section: '절',
  subsection: '항',
  heading: '제목',
  remark: '덧말',
};

function kindOf(block: Printed | undefined): string {
  if (block === undefined) return '';
  return block.kind === 'item' ? `${block.level}단` : (KINDS[block.kind] ?? '글');
}

/** So that the levels can be seen; blanks at the head of a line are not read. */
function indent(block: Printed | undefined): string {
  return block?.kind === 'item' ? '   '.repeat(block.level) : '';
}

function hint({ segments }: MarkedLine): string {
  const has = (kind: string) => segments.some((one) => one.kind === kind);
  return [has('value') ? '수치와 이름은 자료의 것(둘레만 고침)' : '', has('note') ? '각주가 달린 글' : '']
    .filter((one) => one !== '')
    .join(', ');
}

function whyNot({ isCall }: TemplateUnit, blocks: readonly Printed[]): string {
  if (isCall) return '자료에서 만들어 넣는 것';
  if (blocks.length === 0) return '지금은 찍히지 않는 글(자료 파일에서 고침)';
  return blocks.length > 1 ? '자료를 따라 되풀이하는 글(자료 파일에서 고침)' : '자료 파일에서 고치는 글';
}

/** What people call that which a line of tags puts there; undefined where it puts nothing. */
function calledBy({ source }: TemplateUnit, plan: Plan): string | undefined {
  const [, id = ''] = /^\{\{~?\s*insert\s*["']([^"']*)["']/.exec(source) ?? [];
  if (id !== '') return isInsertName(id) ? INSERTS[id].noun : id;
  return insertedBy(source, plan);
}

/** Headings, items, paragraphs and remarks in reading order, by file and line. */
function printedBlocks(blocks: readonly Block[]): ReadonlyMap<string, readonly Printed[]> {
  const found = new Map<string, Printed[]>();
  const read = (block: Block): void => {
    if (block.kind === 'box') for (const inner of block.blocks) read(inner);
    const text = textOf(block);
    if (text === undefined || !('line' in text.place)) return;
    const key = `${text.place.file}\n${text.place.line}`;
    const level = block.kind === 'item' ? block.level : 0;
    found.set(key, [...(found.get(key) ?? []), { kind: block.kind, level, text }]);
  };
  for (const block of blocks) read(block);
  return found;
}

function textOf(block: Block): RichText | undefined {
  switch (block.kind) {
    case 'part':
    case 'section':
    case 'subsection':
    case 'heading':
      return block.title;
    case 'item':
    case 'remark':
    case 'paragraph':
      return block.content;
    default:
      return undefined;
  }
}
