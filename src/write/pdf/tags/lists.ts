// Blocks one below the other -> elements, with items in lists that are nested as their levels are.
import type { Block, ItemBlock, RemarkBlock } from '../../../document/document.ts';
import type { Structure } from './structure.ts';
import { addTag, type ListNumbering, type Tag } from './tag.ts';

/** Tags a block that is no item. */
export type TagBlock = (block: Block, into: Tag) => void;

interface OpenList {
  readonly level: number;
  readonly list: Tag;
  /** The body of its last item, which holds what hangs under it. */
  body: Tag;
}

/** Tags a run of blocks; items gather in lists, remarks and tables hang under the items of their level. */
export class BlockTagger {
  readonly #structure: Structure;
  readonly #tagBlock: TagBlock;
  #lists: OpenList[] = [];

  constructor(structure: Structure, tagBlock: TagBlock) {
    this.#structure = structure;
    this.#tagBlock = tagBlock;
  }

  add(block: Block, into: Tag): void {
    switch (block.kind) {
      case 'item':
        this.#item(block, into);
        break;
      case 'remark':
        this.#remark(block, this.#under(block.level, into));
        break;
      case 'table':
        this.#tagBlock(block, this.#under(block.inset ?? 0, into));
        break;
      default:
        this.#lists = [];
        this.#tagBlock(block, into);
    }
  }

  #item(block: ItemBlock, into: Tag): void {
    const parent = this.#under(block.level - 1, into, block.level);
    let open = this.#lists.at(-1);
    if (open?.level !== block.level) {
      const numbering = numberingOf(block.marker);
      const list = addTag(parent, 'L', numbering === undefined ? {} : { listNumbering: numbering });
      open = { level: block.level, list, body: list };
      this.#lists.push(open);
    }
    const item = addTag(open.list, 'LI');
    const label = addTag(item, 'Lbl');
    open.body = addTag(item, 'LBody');
    this.#structure.addText(block, block.content, open.body, { markerIn: label });
  }

  #remark(block: RemarkBlock, into: Tag): void {
    const paragraph = addTag(into, 'P');
    this.#structure.addText(block, block.content, paragraph, { markerIn: paragraph });
  }

  /** The element that holds what hangs under an item of a level; lists of levels deeper than `kept` end. */
  #under(level: number, into: Tag, kept = level): Tag {
    while ((this.#lists.at(-1)?.level ?? 0) > kept) this.#lists.pop();
    return this.#lists.filter((open) => open.level <= level).at(-1)?.body ?? into;
  }
}

/** What a marker counts with; undefined where the standard has no name for it. */
export function numberingOf(marker: string): ListNumbering | undefined {
  if (/^[①-⑳]|^\(?\d/u.test(marker)) return 'Decimal';
  if (/^[○◦]/u.test(marker)) return 'Circle';
  if (/^[·•●]/u.test(marker)) return 'Disc';
  return /^[□■▪]/u.test(marker) ? 'Square' : undefined;
}
