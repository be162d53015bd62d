// A place in a plan's files -> how people find it: the page, the words for what stands there, and its boxes on the page.
import type { Finding } from '../check/finding.ts';
import type { CheckInput } from '../check/rule.ts';
import type { PrintedText } from '../check/texts.ts';
import { formatLocation, type SourceLocation } from '../diagnostic.ts';
import type { Block } from '../document/document.ts';
import { plainText, type RichText } from '../document/inline.ts';
import type { Fragment } from '../document/layout-map.ts';
import { noteLink, PAGE_NAMES } from '../document/print-words.ts';
import { type Address, parseAddress } from '../figure/address.ts';
import { captionTitle } from '../plan/figure-name.ts';
import { toldInLevels } from '../plan/labels.ts';
import { fileWords } from './file-words.ts';
import type { PlanPages } from './plan-pages.ts';
import { PrintedPlaces } from './printed-places.ts';

/** Never an id, a path or a file's name. */
export interface PlaceInWords {
  /** `22쪽 · 과제 시트 ‘청년 일자리 발굴 및 창출’ · ‘청년 자격증 응시료 지원’ 국비`; without the page where it is on none that has a number or a name. */
  readonly words: string;
  /** `22쪽` */
  readonly page?: string;
  /** Where it is printed, the first page first; the figure itself where the place is that of one. */
  readonly boxes: readonly Fragment[];
}

/** Tells of places and findings where they are. */
export interface PlaceTeller {
  /** `said`: what is told of the place, in which the text may be quoted. */
  at(place: SourceLocation, said?: string): PlaceInWords;
  /** Of a place that nothing prints, the first that it is compared with. */
  of(finding: Pick<Finding, 'place' | 'subject' | 'message' | 'related'>): PlaceInWords;
}

type About = Partial<Pick<Finding, 'subject' | 'message'>>;

/** Characters of a text that tell which one is meant. */
const EXCERPT = 24;
/** Points. */
const NEAR = 0.5;

/** What is the only one of its kind says where it is by itself. */
const ONLY_ONES: Partial<Record<Block['kind'], string>> = {
  ...PAGE_NAMES,
  contents: '차례',
  vision: '비전 체계도',
  schedule: '추진일정',
  swot: 'SWOT 분석',
  'key-figures': '핵심 수치',
};

const OBJECTS: Partial<Record<Block['kind'], string>> = {
  table: '표',
  chart: '그림',
  missing: '그림',
  image: '이미지',
  diagram: '그림',
};

/** Pages and boxes are known where the plan was laid out. */
export function placeInWords(
  checked: Pick<CheckInput, 'plan' | 'book' | 'document' | 'texts' | 'labels'>,
  pages?: Pick<PlanPages, 'layout' | 'traced'>,
): PlaceTeller {
  const { plan, book, document, labels } = checked;
  const { traced, layout } = pages ?? {};
  const printed = new PrintedPlaces(checked);
  const sheets = new Map(
    document.blocks.flatMap((block) => (block.kind === 'task-sheet' ? [[block.id, block.title]] : [])),
  );

  /** The contents and the cover name what stands elsewhere. */
  const isFront = ({ page }: Fragment): boolean => !/^\d+$/.test(layout?.pageLabels[page] ?? '');
  const boxesOf = ({ text }: PrintedText): readonly Fragment[] => {
    const all = traced?.texts.get(formatLocation(text.place)) ?? [];
    const same = all.filter((one) => plainText(one.text.inlines) === plainText(text.inlines));
    // A decision may print another number there.
    return (all.length === 1 ? all : same)
      .flatMap(({ boxes }) => boxes)
      .toSorted((a, b) => Number(isFront(a)) - Number(isFront(b)));
  };

  const tell = (place: SourceLocation, { subject = '', message = '' }: About = {}): PlaceInWords => {
    const named = parseAddress(subject.split(' ')[0] ?? '');
    const address = named !== undefined && book.has(named) ? named : printed.typedAt(place);
    const shown = address && printed.showing(address);
    const own = printed.at(place, message) ?? shown ?? printed.near(place);
    const whole = own ? boxesOf(own) : [];
    const inner = ((address && traced?.figures.get(address)) ?? []).filter((box) =>
      whole.some((other) => isWithin(box, other)),
    );
    const boxes = inner.length > 0 ? inner : whole;
    const label = boxes[0] && layout?.pageLabels[boxes[0].page];
    const page = label === undefined ? undefined : pageInWords(label);
    const figure = own === shown || inner.length > 0 ? address : own && onlyFigure(own);
    const said = own ? printedWords(own, sheets, figure && labels(figure)) : fileWords(plan, place, address);
    const words = [page, ...said.filter((one) => one !== page)].filter((one) => one !== undefined);
    return {
      words: toldInLevels(words.join(' · '), plan.labels),
      ...(page !== undefined && { page }),
      boxes,
    };
  };
  return {
    at: (place, message = '') => tell(place, { message }),
    of: ({ place, related, ...about }) => {
      const own = tell(place, about);
      if (own.boxes.length > 0) return own;
      return (
        related
          .map((other) => tell(other.place, { message: other.note }))
          .find(({ boxes }) => boxes.length > 0) ?? own
      );
    },
  };
}

/** `22쪽`; pages without a number have names. Undefined for one that is only counted by viewers (`iv`). */
export function pageInWords(label: string): string | undefined {
  if (/^\d+$/.test(label)) return `${label}쪽`;
  return /^[a-z]+$/.test(label) ? undefined : label;
}

/** Of a cell that shows a figure and nothing else. */
function onlyFigure({ text: { inlines } }: PrintedText): Address | undefined {
  const [first] = inlines;
  return inlines.length === 1 && first?.kind === 'figure' ? first.address : undefined;
}

function isWithin(box: Fragment, other: Fragment): boolean {
  return (
    box.page === other.page &&
    box.x >= other.x - NEAR &&
    box.y >= other.y - NEAR &&
    box.x + box.width <= other.x + other.width + NEAR &&
    box.y + box.height <= other.y + other.height + NEAR
  );
}

/** The section, the table or picture, and what of it; `figure`: what the figure at the place is called. */
function printedWords(
  { text, role, context }: PrintedText,
  sheets: ReadonlyMap<string, RichText>,
  figure: string | undefined,
): readonly string[] {
  const { block, part, heading, sheet, note } = context;
  const section = sectionWords(
    block,
    text,
    sheet === undefined ? undefined : sheets.get(sheet),
    heading ?? part,
  );
  if (note !== undefined) return [...section, noteLink(note.number)];
  const kind = OBJECTS[block.kind];
  const caption =
    'caption' in block && block.caption !== undefined ? captionTitle(plainText(block.caption.inlines)) : '';
  const object = kind === undefined ? [] : [caption === '' ? kind : `${kind} ‘${caption}’`];
  if (role === 'caption') return [...section, ...object];
  if (role === 'unit-line') return [...section, ...object, '단위'];
  // What nobody has a name for is called by its address.
  const named = figure === undefined || /^[a-z]+\//.test(figure) ? undefined : figure;
  const own = named === undefined ? quoted(text) : caption === '' ? named : named.replace(`${caption}: `, '');
  return [...section, ...object, ...(own === '' || own === section[0] ? [] : [own])];
}

function sectionWords(
  block: Block,
  text: RichText,
  sheet: RichText | undefined,
  under: { readonly title: RichText } | undefined,
): readonly string[] {
  if (sheet !== undefined) return [sheet === text ? '과제 시트' : `과제 시트 ${quoted(sheet)}`];
  const only = ONLY_ONES[block.kind];
  if (only !== undefined) return [only];
  return under === undefined || under.title === text ? [] : [quoted(under.title)];
}

function quoted({ inlines }: RichText): string {
  const letters = [...plainText(inlines).replaceAll(/\s+/g, ' ').trim()];
  const text =
    letters.length > EXCERPT ? `${letters.slice(0, EXCERPT).join('').trimEnd()}…` : letters.join('');
  return text === '' ? '' : `‘${text}’`;
}
