// A flow of slugs, tables and openings -> pages, with each note at the foot of its reference's page.
import type { Note } from '../../../document/document.ts';
import { moved, type Slug } from '../type/drawing.ts';
import { MM } from '../type/units.ts';
import type { FlowItem, PagedTable, PageOpening, PagePart, TablePiece } from './flow-item.ts';
import type { LayoutContext } from './layout-context.ts';
import type { LayoutContexts } from './layout-contexts.ts';
import type { MadePage } from './made-page.ts';
import { NoteArea, type NoteLine, NoteSetter } from './notes.ts';

/** Fills pages from top to bottom in one pass: what does not fit moves on, nothing is laid out twice. */
export class PageMaker {
  readonly pages: MadePage[] = [];
  /** Blocks that are taller than a page; they are set all the same, over its edge. */
  readonly overfull = new Set<string>();
  readonly #contexts: LayoutContexts;
  readonly #setters: ReadonlyMap<LayoutContext, NoteSetter>;
  /** Of the pages that are being filled. */
  #context: LayoutContext;
  readonly #noted = new Set<string>();
  #carried: NoteLine[] = [];
  #y = 0;
  #fresh = true;
  /** Whether the page holds nothing but what introduces the next thing. */
  #introduced = false;
  #after = 0;
  #runningHead = '';
  #part: PagePart = 'body';
  /** Whether what comes next begins a page. */
  #breaks = false;

  constructor(contexts: LayoutContexts, notes: ReadonlyMap<string, Note>) {
    this.#contexts = contexts;
    this.#context = contexts.upright;
    this.#setters = new Map(
      [contexts.upright, contexts.landscape].map((context) => [context, new NoteSetter(context, notes)]),
    );
  }

  /** Places the flow; call once. */
  make(flow: readonly FlowItem[]): void {
    for (let index = 0; index < flow.length; ) {
      const item = flow[index];
      if (item === undefined) break;
      switch (item.kind) {
        case 'opening':
          this.#open(item.opening);
          index++;
          break;
        case 'break':
          this.#enter(item.part ?? this.#part);
          if (item.landscape !== undefined) this.#turn(item.landscape);
          this.#breaks = true;
          index++;
          break;
        case 'table':
          this.#obeyBreak();
          this.#table(item.table, item.after);
          index++;
          break;
        case 'slug':
          this.#obeyBreak();
          index = this.#chain(flow, index);
          break;
      }
    }
    while (this.#carried.length > 0) this.#newPage();
    // A file without a page does not open anywhere.
    if (this.pages.length === 0) this.#newPage();
  }

  /** What is left of notes ends among the pages that refer to them, before pages of another kind. */
  #enter(part: PagePart): void {
    if (part !== this.#part && this.#part === 'body') while (this.#carried.length > 0) this.#newPage();
    this.#part = part;
  }

  /** What is left of notes ends on pages as wide as it was set for. */
  #turn(landscape: boolean): void {
    while (this.#carried.length > 0) this.#newPage();
    this.#context = landscape ? this.#contexts.landscape : this.#contexts.upright;
  }

  #obeyBreak(): void {
    if (!this.#breaks) return;
    const last = this.pages.at(-1);
    const unused = this.#fresh && last?.part === this.#part && last.context === this.#context;
    if (this.pages.length > 0 && !unused) this.#newPage();
    this.#breaks = false;
  }

  get #page(): MadePage {
    const page = this.pages.at(-1);
    if (page === undefined) return this.#newPage();
    return page;
  }

  #noteLines(note: string): readonly NoteLine[] {
    return this.#setters.get(this.#context)?.lines(note) ?? [];
  }

  get #bottom(): number {
    const { page } = this.#context.theme;
    return (page.height - page.bottom) * MM;
  }

  #newPage(): MadePage {
    const page: MadePage = {
      context: this.#context,
      items: [],
      fragments: [],
      references: [],
      notes: new NoteArea(this.#context),
      runningHead: this.#runningHead,
      hidesHead: false,
      part: this.#part,
      isLeft: false,
      name: undefined,
    };
    this.pages.push(page);
    this.#y = this.#context.theme.page.top * MM;
    this.#fresh = true;
    this.#introduced = false;
    this.#after = 0;
    this.#carried = page.notes.fill(this.#carried, this.#bottom - this.#y);
    return page;
  }

  #open(opening: PageOpening): void {
    this.#runningHead = opening.runningHead ?? this.#runningHead;
    this.#enter(opening.part);
    this.#breaks = false;
    // A note that goes on from the page before may leave too little room for the opening and its own notes.
    do this.#newPage();
    while (this.#page.notes.lines.length > 0 && opening.cursor - this.#y > this.#available(opening.notes));
    const page = this.#page;
    if (opening.cursor > this.#bottom) this.overfull.add(opening.block);
    page.hidesHead = opening.hidesHead;
    page.name = opening.pageName;
    page.items.push(
      ...opening.items.map((item) => ({ item, role: 'body' as const, block: opening.block })),
      ...(opening.furniture ?? []).map((item) => ({ item, role: 'header' as const, block: '' })),
    );
    const { height } = this.#context.theme.page;
    const whole = opening.part === 'cover' || opening.part === 'back';
    page.fragments.push({ block: opening.block, y: 0, height: whole ? height * MM : opening.cursor });
    this.#y = opening.cursor;
    // Less than a page is left: what needs a whole one must move on.
    this.#fresh = false;
    this.#note(opening.notes);
  }

  /** Places a slug and all that must stay with it, on a new page when they do not fit together here. */
  #chain(flow: readonly FlowItem[], from: number): number {
    const chain: Slug[] = [];
    let index = from;
    for (; index < flow.length; index++) {
      const item = flow[index];
      if (item?.kind !== 'slug') break;
      chain.push(item.slug);
      if (!item.slug.keepWithNext) {
        index++;
        break;
      }
    }
    const next = flow[index];
    const table = chain.at(-1)?.keepWithNext === true && next?.kind === 'table' ? next.table : undefined;
    if (this.#fresh || this.#chainFits(chain, table)) {
      this.#slugs(chain);
      return index;
    }
    const parted = this.#partingOf(chain, table);
    for (const slug of chain.slice(0, parted)) this.#slug(slug);
    this.#newPage();
    this.#slugs(chain.slice(parted));
    return index;
  }

  /** Places a chain; what it introduces is not parted from it for want of a whole page. */
  #slugs(chain: readonly Slug[]): void {
    const top = this.#fresh;
    for (const slug of chain) this.#slug(slug);
    this.#introduced = top && chain.at(-1)?.keepWithNext === true;
  }

  /**
   * How many slugs of a chain stay here when it moves to a new page: none, unless the chain and its table do not fit on a page
   * together; then as many as must, up to the beginning of another block.
   */
  #partingOf(chain: readonly Slug[], table: PagedTable | undefined): number {
    if (table === undefined || this.#fitsOnPage(chain, table)) return 0;
    for (let cut = 1; cut < chain.length; cut++) {
      if (chain[cut]?.block === chain[cut - 1]?.block) continue;
      if (this.#fitsOnPage(chain.slice(cut), table)) return cut;
    }
    return 0;
  }

  /** Whether the slugs and the table fit on a page that holds nothing else. */
  #fitsOnPage(slugs: readonly Slug[], table: PagedTable): boolean {
    const height = slugs.reduce((sum, slug) => sum + slug.before + slug.height + slug.after, 0);
    const notes = slugs.flatMap((slug) => slug.notes);
    const room = (more: readonly string[]): number => {
      const lines = NoteArea.fewest(this.#newNotes([...notes, ...more]).map((note) => this.#noteLines(note)));
      return this.#context.height - new NoteArea(this.#context).height(lines) - height;
    };
    return table.nextPiece(room, false) !== undefined;
  }

  #chainFits(chain: readonly Slug[], table: PagedTable | undefined): boolean {
    let height = this.#gap(chain[0]);
    chain.forEach((slug, index) => {
      height += slug.height + (index > 0 ? slug.before : 0) + (index < chain.length - 1 ? slug.after : 0);
    });
    const notes = chain.flatMap((slug) => slug.notes);
    if (height > this.#available(notes)) return false;
    if (table === undefined) return true;
    height += chain.at(-1)?.after ?? 0;
    return table.nextPiece((more) => this.#available([...notes, ...more]) - height, false) !== undefined;
  }

  #slug(slug: Slug): void {
    const gap = this.#gap(slug);
    if (!this.#fresh && gap + slug.height > this.#available(slug.notes)) this.#newPage();
    while (this.#fresh && slug.height > this.#available(slug.notes)) {
      // A fresh page may be full of a note that goes on; only a page without one is as large as pages get.
      if (this.#page.notes.lines.length === 0) {
        if (slug.height > this.#bottom - this.#y) this.overfull.add(slug.block);
        break;
      }
      this.#newPage();
    }
    this.#place(slug, this.#fresh ? 0 : gap);
  }

  #table(table: PagedTable, after: number): void {
    let rest: PagedTable | undefined = table;
    while (rest !== undefined) {
      const page = this.#page;
      const gap = this.#fresh ? 0 : this.#after;
      const bare = (this.#fresh || this.#introduced) && page.notes.lines.length === 0;
      const piece: TablePiece | undefined = rest.nextPiece((notes) => this.#available(notes) - gap, bare);
      if (piece === undefined) {
        this.#newPage();
        continue;
      }
      if (bare && piece.slug.height > this.#bottom - this.#y) this.overfull.add(piece.slug.block);
      this.#place(piece.slug, gap);
      rest = piece.rest;
      if (rest !== undefined) this.#newPage();
    }
    this.#after = after;
  }

  /** Space between what stands above and the slug. */
  #gap(slug: Slug | undefined): number {
    return this.#fresh ? 0 : Math.max(this.#after, 0) + (slug?.before ?? 0);
  }

  /** Points that are free for content which brings these notes along. */
  #available(notes: readonly string[]): number {
    const lines = NoteArea.fewest(this.#newNotes(notes).map((note) => this.#noteLines(note)));
    return this.#bottom - this.#y - this.#page.notes.height([...this.#carried, ...lines]);
  }

  #newNotes(notes: readonly string[]): string[] {
    return [...new Set(notes)].filter((note) => !this.#noted.has(note));
  }

  #place(slug: Slug, gap: number): void {
    const page = this.#page;
    const left = this.#context.theme.page.left * MM;
    const y = this.#y + gap;
    for (const item of slug.items) {
      page.items.push({ item: moved(item, left, y), role: 'body', block: slug.block });
    }
    page.fragments.push({ block: slug.block, y, height: slug.height });
    this.#y = y + slug.height;
    this.#after = slug.after;
    this.#fresh = false;
    this.#introduced = false;
    this.#note(slug.notes);
  }

  #note(notes: readonly string[]): void {
    const page = this.#page;
    page.references.push(...notes);
    const fresh = this.#newNotes(notes);
    for (const note of fresh) this.#noted.add(note);
    const lines = [...this.#carried, ...fresh.flatMap((note) => this.#noteLines(note))];
    this.#carried = page.notes.fill(lines, this.#bottom - this.#y);
  }
}
