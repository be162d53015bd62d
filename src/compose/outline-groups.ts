// Lines {{#box}} and {{/box}} -> the blocks between them in a frame.
import type { BoxBlock, BoxedBlock } from '../document/blocks/box.ts';
import type { Block } from '../document/document.ts';
import { placeOf } from '../document/reading.ts';
import { parseInlines } from './parse-inlines.ts';
import type { Session } from './session.ts';
import type { Token } from './tokens.ts';

type GroupToken = Extract<Token, { kind: 'group' }>;

/** The line that opened it, and how many blocks stand before it. */
export interface OpenGroup {
  readonly token: GroupToken;
  readonly from: number;
}

/** What is open behind the line of the token; `blocks` gets what is closed, in the place of what it holds. */
export function groupAt(
  session: Session,
  open: OpenGroup | undefined,
  token: GroupToken,
  blocks: Block[],
  id: () => string,
): OpenGroup | undefined {
  if (token.edge === 'begin' && open === undefined) return { token, from: blocks.length };
  if (open === undefined || token.edge === 'begin') {
    session.fault({
      rule: 'group-form',
      message: open === undefined ? '닫는 줄 앞에 여는 줄이 없습니다.' : '묶음 안에서 묶음을 또 열었습니다.',
      expected:
        open === undefined ? `{{#${token.group}}} 줄` : `앞의 묶음을 닫는 {{/${open.token.group}}} 줄`,
      place: token.place,
    });
    return open;
  }
  const block = boxOf(session, open.token, id(), blocks.splice(open.from));
  if (block !== undefined) blocks.push(block);
  return undefined;
}

export function tellUnclosed(session: Session, { token }: OpenGroup): void {
  session.fault({
    rule: 'group-form',
    message: '묶음이 닫히지 않았습니다.',
    expected: `{{/${token.group}}} 줄`,
    place: token.place,
  });
}

/** Undefined where nothing stands in it; what may not is a fault, and left out. */
function boxOf(
  session: Session,
  { title, place }: GroupToken,
  id: string,
  blocks: readonly Block[],
): BoxBlock | undefined {
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
    return undefined;
  }
  const heading = title === '' ? {} : { title: { inlines: parseInlines(session, title, place), place } };
  return { kind: 'box', id, ...heading, blocks: boxed };
}

function isBoxed(block: Block): block is BoxedBlock {
  return block.kind === 'paragraph' || block.kind === 'item' || block.kind === 'remark';
}
