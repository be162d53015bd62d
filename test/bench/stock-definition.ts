// A composed document -> a definition for stock pdfmake as plain JSON: same text, tables, sizes and fills; charts as specs.

import type { Block, Document, ScheduleBlock, SchedulePhase } from '../../src/document/document.ts';
import type { RichText } from '../../src/document/inline.ts';
import { textsOf } from '../../src/document/reading.ts';
import { gridOf, type TableBlock, type TableCell } from '../../src/document/table.ts';
import type { TextStyleName, Theme } from '../../src/document/theme.ts';

export type Json = string | number | boolean | null | readonly Json[] | Node;

/** A part of a definition. */
export type Node = { readonly [key: string]: Json };

/** What the stock process reads: a definition in which `{ chart: spec }` stands for each chart. */
export interface StockJob {
  /** Everything but the content. */
  readonly definition: Node;
  readonly content: readonly Json[];
  readonly layout: { readonly outerRule: number; readonly innerRule: number; readonly ruleColour: string } & {
    readonly paddingX: number;
    readonly paddingY: number;
  };
  readonly firstPage: number;
  readonly pageNumberSize: number;
}

const MM = 72 / 25.4;
/** Height of a line of Pretendard as pdfmake sets it, in em. */
const NATURAL_LINE = 1.193;

/** The stock job of a document. Weights are regular and bold only, which spares stock two font files. */
export function stockJob(document: Document): StockJob {
  const { page, table } = document.theme;
  const { styles } = document.theme;
  const writer = new DefinitionWriter(document);
  return {
    definition: {
      pageSize: { width: page.width * MM, height: page.height * MM },
      pageMargins: [page.left, page.top, page.right, page.bottom].map((side) => side * MM),
      header: {
        text: document.title,
        fontSize: styles.runningHead.size,
        margin: [page.left * MM, page.runningHead * MM - 10, 0, 0],
      },
      info: { title: document.title, author: document.issuer },
      defaultStyle: { font: 'Pretendard' },
    },
    content: document.blocks.flatMap((block) => writer.withNotes(block)),
    layout: {
      outerRule: table.outerRule,
      innerRule: table.innerRule,
      ruleColour: writer.colour('rule'),
      paddingX: table.paddingX * MM,
      paddingY: table.paddingY * MM,
    },
    firstPage: document.firstPage,
    pageNumberSize: styles.pageNumber.size,
  };
}

class DefinitionWriter {
  readonly #document: Document;
  readonly #theme: Theme;
  readonly #width: number;
  readonly #told = new Set<string>();
  #due: string[] = [];

  constructor(document: Document) {
    this.#document = document;
    this.#theme = document.theme;
    const { width, left, right } = document.theme.page;
    this.#width = (width - left - right) * MM;
  }

  /** A block, and after it the notes that it is the first to refer to. */
  withNotes(block: Block): Json[] {
    const content = this.#block(block);
    const notes: Json[] = [];
    for (let id = this.#due.shift(); id !== undefined; id = this.#due.shift()) {
      const note = this.#document.notes.get(id);
      if (note) notes.push(this.#marked(`${note.number})`, note.content, 'footnote'));
    }
    return [...content, ...notes];
  }

  #block(block: Block): Node[] {
    switch (block.kind) {
      case 'cover': {
        const lines = [block.tag, block.slogan, block.series, block.title, block.vision, block.issuer];
        return [{ stack: lines.flatMap((line) => (line ? [this.#text(line, 'coverTitle')] : [])) }];
      }
      case 'contents': {
        const styles = { 1: 'contents1', 2: 'contents2', 3: 'contents3', 4: 'contents3' } as const;
        const entries = block.entries.map(({ label, level }) => ({
          columns: [
            { width: '*', ...this.#text(label, styles[level]) },
            // Stock has to be told the number; finding it would cost it a second layout.
            { width: 30, ...this.#plain('1', styles[level]), alignment: 'right' },
          ],
        }));
        return [{ ...this.#text(block.title, 'contentsTitle'), pageBreak: 'before' }, ...entries];
      }
      case 'task-sheet': {
        const tiers = [...(block.purpose ? [this.#text(block.purpose, 'sheetPurpose')] : [])];
        const cell = {
          stack: [...tiers, this.#text(block.title, 'sheetTitle')],
          fillColor: this.colour('total'),
        };
        return [
          { ...this.#text(block.banner, 'banner'), pageBreak: 'before' },
          { table: { widths: ['*'], body: [[cell]] }, layout: 'plan' },
        ];
      }
      case 'label':
        return [this.#text(block.title, 'label')];
      case 'vision': {
        const goals = block.goals.map(({ label, text }) => [
          { ...this.#text(label, 'visionLabel'), fillColor: this.colour('main') },
          this.#text(text, 'visionText'),
        ]);
        const names = block.strategies.map(({ name }) => this.#text(name, 'visionBox'));
        const tasks = block.strategies.map((strategy) => ({
          stack: strategy.tasks.map((task) => this.#text(task, 'visionBox')),
        }));
        return [
          { table: { widths: [60, '*'], body: goals }, layout: 'plan' },
          this.#text(block.strategiesTitle, 'visionTitle'),
          this.#text(block.tasksTitle, 'visionTitle'),
          { table: { widths: names.map(() => '*'), body: [names, tasks] }, layout: 'plan' },
        ];
      }
      case 'schedule':
        return [this.#schedule(block)];
      case 'colophon': {
        const rows = block.rows.map((row) => [
          this.#text(row.label, 'colophon'),
          this.#text(row.text, 'colophon'),
        ]);
        return [
          { ...this.#text(block.title, 'colophon'), pageBreak: 'before' },
          { table: { widths: [80, '*'], body: rows }, layout: 'plan' },
        ];
      }
      case 'back-cover':
        return [{ ...this.#text(block.issuer, 'coverIssuer'), pageBreak: 'before' }];
      case 'page-break':
        return [{ text: '', pageBreak: 'before' }];
      case 'part': {
        const numeral = this.#plain(block.numeral, 'partNumeral');
        const cell = {
          stack: [numeral, this.#text(block.title, 'partTitle')],
          fillColor: this.colour('main'),
        };
        return [{ table: { widths: ['*'], body: [[cell]] }, layout: 'plan' }];
      }
      case 'section':
        return [this.#marked(block.number, block.title, 'section')];
      case 'heading':
        return [this.#marked('□', block.title, 'heading')];
      case 'item':
        return [this.#marked(block.marker, block.content, `item${block.level}`)];
      case 'remark':
        return [this.#marked(block.marker, block.content, 'remark')];
      case 'paragraph':
        return [this.#text(block.content, 'paragraph')];
      case 'table':
        return [...this.#captions(block), this.#table(block)];
      case 'chart':
        return [
          ...this.#captions(block),
          { chart: this.#coloured(block.spec), alignment: 'center', font: 'Pretendard' },
        ];
      case 'missing': {
        const cell = { ...this.#text(block.needed, 'remark'), fillColor: this.colour('total') };
        return [...this.#captions(block), { table: { widths: ['*'], body: [[cell]] }, layout: 'plan' }];
      }
      case 'swot': {
        const factors = block.factors.map(({ title, items }) => ({
          stack: [this.#text(title, 'boxTitle'), ...items.map((item) => this.#marked('·', item, 'boxItem'))],
        }));
        const boxes = block.boxes.map(({ title, items }) => ({
          stack: [this.#text(title, 'boxTitle'), ...items.map((item) => this.#marked('·', item, 'boxItem'))],
        }));
        return [factors, boxes]
          .filter((cells) => cells.length > 0)
          .map((cells) => ({ table: { widths: ['*', '*'], body: inPairs(cells) }, layout: 'plan' }));
      }
      default:
        return textsOf(block).map((text) => this.#text(text, 'paragraph'));
    }
  }

  #schedule(block: ScheduleBlock): Node {
    const months = block.columns.length;
    const bar = (phase: SchedulePhase): Json[] => [
      {
        ...this.#text(phase.text, 'schedule', 0),
        colSpan: phase.to - phase.from + 1,
        alignment: 'center',
        fillColor: this.colour('bar'),
      },
      ...Array.from({ length: phase.to - phase.from }, () => ({})),
    ];
    const lane = (phases: readonly SchedulePhase[]): Json[] => {
      const cells: Json[] = [];
      for (const phase of phases) {
        while (cells.length < phase.from - 1) cells.push({});
        cells.push(...bar(phase));
      }
      while (cells.length < months) cells.push({});
      return cells;
    };
    const rest = Array.from({ length: months }, () => ({}));
    const rows = block.rows.flatMap((row): Json[][] => {
      if (row.kind !== 'project')
        return [[{ ...this.#text(row.label, 'tableDense', 0), colSpan: months + 1, bold: true }, ...rest]];
      return row.lanes.map((phases, index) => [
        index === 0 ? { ...this.#text(row.label, 'tableDense', 0), rowSpan: row.lanes.length } : {},
        ...lane(phases),
      ]);
    });
    const header = [block.corner, ...block.columns].map((text) => this.#text(text, 'tableDense', 0));
    const month = (9.3 / 163.6) * this.#width - 2 * this.#theme.table.paddingX * MM;
    return {
      table: { headerRows: 1, widths: ['*', ...block.columns.map(() => month)], body: [header, ...rows] },
      layout: 'plan',
    };
  }

  #captions(block: { readonly caption?: RichText; readonly unitLine?: RichText }): Node[] {
    return [
      ...(block.caption ? [this.#text(block.caption, 'caption')] : []),
      ...(block.unitLine ? [this.#text(block.unitLine, 'unitLine')] : []),
    ];
  }

  #table(table: TableBlock): Node {
    const sum = table.widths.reduce((total, width) => total + width, 0);
    const style = table.density === 'dense' ? 'tableDense' : 'table';
    const padding = 2 * this.#theme.table.paddingX * MM + this.#theme.table.innerRule;
    const grid = gridOf(table);
    const body = grid.map((line, y) =>
      line.map((cell, x) =>
        line[x - 1] === cell || grid[y - 1]?.[x] === cell ? {} : this.#cell(cell, style),
      ),
    );
    return {
      table: {
        headerRows: table.headerRows,
        widths: table.widths.map((width) => (width / sum) * this.#width - padding),
        body,
      },
      layout: 'plan',
      margin: [0, 0, 0, this.#theme.styles[style].after * MM],
    };
  }

  #cell(cell: TableCell, style: TextStyleName): Node {
    const fill = cell.role === 'column-header' ? 'header' : cell.emphasis === 'total' ? 'total' : undefined;
    const stack = cell.blocks.flatMap((block) =>
      block.kind === 'paragraph' ? [this.#text(block.content, style, 0)] : this.#block(block),
    );
    return {
      ...(stack.length === 1 ? stack[0] : { stack }),
      colSpan: cell.colSpan,
      rowSpan: cell.rowSpan,
      alignment: cell.align,
      bold: cell.emphasis !== 'none' || cell.role === 'column-header',
      ...(fill === undefined ? {} : { fillColor: this.colour(fill) }),
      ...(cell.openTop ? { border: [true, false, true, true] } : {}),
    };
  }

  /** A marker and a hanging text. */
  #marked(marker: string, content: RichText, style: TextStyleName): Node {
    const { indent, hang, before, after } = this.#theme.styles[style];
    return {
      columns: [
        { width: hang * MM, ...this.#plain(marker, style), margin: 0 },
        { width: '*', ...this.#text(content, style, 0) },
      ],
      margin: [indent * MM, before * MM, 0, after * MM],
    };
  }

  #plain(text: string, name: TextStyleName): Node {
    const style = this.#theme.styles[name];
    return {
      text,
      fontSize: style.size,
      lineHeight: style.leading / (style.size * NATURAL_LINE),
      bold: style.weight !== 'regular',
      color: this.colour(style.colour),
      alignment: style.align,
      characterSpacing: this.#theme.letterSpacing * style.size,
      margin: [style.indent * MM, style.before * MM, 0, style.after * MM],
    };
  }

  #text({ inlines }: RichText, name: TextStyleName, margin?: number): Node {
    const text = inlines.map((inline): Json => {
      switch (inline.kind) {
        case 'text':
        case 'figure':
          return inline.bold ? { text: inline.text, bold: true } : inline.text;
        case 'line-break':
          return '\n';
        case 'note-reference': {
          if (!this.#told.has(inline.note)) this.#due.push(inline.note);
          this.#told.add(inline.note);
          return { text: `${this.#document.notes.get(inline.note)?.number ?? ''})`, sup: true };
        }
      }
    });
    return { ...this.#plain('', name), text, ...(margin === undefined ? {} : { margin }) };
  }

  colour(name: string): string {
    return this.#theme.colours[name]?.rgb ?? '#000000';
  }

  /** A spec with the theme's colours in it. */
  #coloured(spec: Readonly<Record<string, unknown>>): Json {
    return JSON.parse(
      JSON.stringify(spec).replaceAll(/"theme:(\w+)"/g, (_, name: string) =>
        JSON.stringify(this.colour(name)),
      ),
    ) as Json;
  }
}

function inPairs(cells: readonly Json[]): Json[][] {
  return cells.flatMap((cell, index) => (index % 2 === 0 ? [[cell, cells[index + 1] ?? {}]] : []));
}
