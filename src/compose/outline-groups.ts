// Lines {{#box}} and {{/box}} -> the blocks between them in a frame; {{#landscape}} and {{/landscape}} -> on landscape pages.
import { korean } from '../diagnostic/particle.ts';
import type { BoxBlock, BoxedBlock } from '../document/blocks/box.ts';
import type { Block } from '../document/document.ts';
import { placeOf } from '../document/reading.ts';
import { parseInlines } from './parse-inlines.ts';
import type { Session } from './session.ts';
import type { Token } from './tokens.ts';

type GroupToken = Extract<Token, { kind: 'group' }>;

/** The line that opened it, and how many blocks stand before it; one that may not stand there holds nothing together. */
interface OpenGroup {
  readonly token: GroupToken;
  readonly from: number;
  readonly refused: boolean;
}

/** What makes or fills pages of its own, upright ones. */
const UPRIGHT: ReadonlySet<Block['kind']> = new Set([
  ...(['cover', 'contents', 'part', 'task-sheet', 'key-figures', 'colophon', 'back-cover'] as const),
]);

const HEADINGS: ReadonlySet<Block['kind']> = new Set(['section', 'subsection', 'heading', 'label']);

/** The groups of one text. */
export class OutlineGroups {
  readonly #session: Session;
  /** Whether the text is a part of a page that is made elsewhere: such a page is not turned. */
  readonly #inner: boolean;
  readonly #open: OpenGroup[] = [];

  constructor(session: Session, inner: boolean) {
    this.#session = session;
    this.#inner = inner;
  }

  /** What is open behind the line of the token; `blocks` gets what is closed, in the place of what it holds. */
  edge(token: GroupToken, blocks: Block[], id: () => string): void {
    if (token.edge === 'begin') {
      const refused = this.#refuses(token);
      this.#open.push({ token, from: blocks.length, refused });
      return;
    }
    const open = this.#open.at(-1);
    if (open?.token.group !== token.group) {
      this.#tell(
        token,
        open === undefined
          ? '닫는 줄 앞에 여는 줄이 없습니다.'
          : korean`안의 묶음 ‘${open.token.group}’을(를) 닫기 전에 바깥 묶음을 닫았습니다.`,
        open === undefined ? `{{#${token.group}}} 줄` : `먼저 {{/${open.token.group}}} 줄`,
      );
      return;
    }
    this.#open.pop();
    if (open.refused) return;
    const held = blocks.splice(open.from);
    if (token.group === 'landscape') {
      const above = blocks.splice(blocks.findLastIndex(({ kind }) => !HEADINGS.has(kind)) + 1);
      blocks.push(...turned(this.#session, open.token, above, held, id));
    } else blocks.push(...boxOf(this.#session, open.token, id(), held));
  }

  /** To be called when the text ends. */
  tellUnclosed(): void {
    const open = this.#open.at(-1);
    if (open !== undefined)
      this.#tell(open.token, '묶음이 닫히지 않았습니다.', `{{/${open.token.group}}} 줄`);
  }

  #refuses(token: GroupToken): boolean {
    const around = this.#open.at(-1)?.token.group;
    if (around !== undefined && (token.group === 'landscape' || around === 'box')) {
      this.#tell(token, '묶음 안에서 묶음을 또 열었습니다.', `앞의 묶음을 닫는 {{/${around}}} 줄`);
      return true;
    }
    if (token.group === 'landscape' && this.#inner) {
      this.#tell(
        token,
        '실천과제 서식의 글은 가로 쪽에 놓을 수 없습니다.',
        'narrative/*.hbs나 publication.hbs에 쓴 {{#landscape}} 줄',
      );
      return true;
    }
    return false;
  }

  #tell({ place }: GroupToken, message: string, expected: string): void {
    this.#session.fault({ rule: 'group-form', message, expected, place });
  }
}

/** Between two turns of the page, with the headings above it, which would end the page before alone; what may not is a fault, and stays on upright pages. */
function turned(
  session: Session,
  { place }: GroupToken,
  above: readonly Block[],
  blocks: readonly Block[],
  id: () => string,
): readonly Block[] {
  const odd = blocks.find(({ kind }) => UPRIGHT.has(kind));
  const isEmpty = blocks.every(({ kind }) => kind === 'page-break');
  if (odd !== undefined || isEmpty)
    session.fault({
      rule: 'landscape-content',
      message: isEmpty
        ? '가로 쪽에 놓을 것이 없습니다.'
        : '가로 쪽에는 부의 제목과 표지, 차례, 과제 서식을 놓을 수 없습니다.',
      expected: isEmpty
        ? '{{#landscape}} 줄과 {{/landscape}} 줄 사이의 제목, 글, 표, 그림'
        : '절(##)과 그 아래의 제목, 글, 표, 그림. 다른 것은 가로 쪽 밖에',
      place: (odd && (odd.calledAt ?? placeOf(odd))) ?? place,
    });
  if (odd !== undefined || isEmpty) return isEmpty ? above : [...above, ...blocks];
  const turn = (landscape: boolean): Block => ({ kind: 'page-turn', id: id(), landscape });
  return [turn(true), ...above, ...blocks, turn(false)];
}

/** None where nothing stands in it; what may not is a fault, and left out. */
function boxOf(
  session: Session,
  { title, place }: GroupToken,
  id: string,
  blocks: readonly Block[],
): readonly BoxBlock[] {
  const boxed = blocks.filter(isBoxed);
  const odd = blocks.find((block) => !isBoxed(block));
  if (odd !== undefined)
    session.fault({
      rule: 'box-content',
      message: '상자에는 항목과 글만 놓을 수 있습니다.',
      expected: '○, -, ※로 시작하는 줄과 표시 없는 글. 제목, 표, 그림은 상자 밖에',
      place: odd.calledAt ?? placeOf(odd) ?? place,
    });
  if (boxed.length === 0) {
    if (odd === undefined)
      session.fault({
        rule: 'box-content',
        message: '상자에 글이 없습니다.',
        expected: '{{#box}} 줄과 {{/box}} 줄 사이의 글',
        place,
      });
    return [];
  }
  const heading = title === '' ? {} : { title: { inlines: parseInlines(session, title, place), place } };
  return [{ kind: 'box', id, ...heading, blocks: boxed }];
}

function isBoxed(block: Block): block is BoxedBlock {
  return block.kind === 'paragraph' || block.kind === 'item' || block.kind === 'remark';
}
