// Items one below the other, each with a level -> lists within the items that they hang under.
import type { ListNumbering } from './list-numbering.ts';
import type { ReadingNode } from './reading-node.ts';

interface OpenList {
  readonly level: number;
  readonly items: ReadingNode[];
  /** Of its last item, which holds what hangs under it. */
  body: ReadingNode[];
}

/** The lists that go on; each ends where something stands that hangs under none of its items. */
export class OpenLists {
  #open: OpenList[] = [];

  end(): void {
    this.#open = [];
  }

  /** What holds that which hangs under an item of the level, or `into`; lists of levels deeper than `kept` end. */
  under(level: number, into: ReadingNode[], kept = level): ReadingNode[] {
    while ((this.#open.at(-1)?.level ?? 0) > kept) this.#open.pop();
    return this.#open.findLast((open) => open.level <= level)?.body ?? into;
  }

  /** Begins an item, and a list where none of its level goes on; gives its places for the marker and for what it says. */
  item(level: number, numbering: ListNumbering, into: ReadingNode[]) {
    const parent = this.under(level - 1, into, level);
    let open = this.#open.at(-1);
    if (open?.level !== level) {
      open = { level, items: [], body: [] };
      parent.push({ kind: 'list', numbering, nodes: open.items });
      this.#open.push(open);
    }
    const label: ReadingNode[] = [];
    const body: ReadingNode[] = [];
    open.items.push({
      kind: 'item',
      nodes: [
        { kind: 'label', nodes: label },
        { kind: 'body', nodes: body },
      ],
    });
    open.body = body;
    return { label, body };
  }
}
