// Tables and pictures between the lines of a text -> their calls there, and the tables and charts that these call.
import type { Ask } from '../block.ts';
import type { Piece } from '../captioned.ts';
import { plain, withoutBold } from '../inline-text.ts';
import { MadeIds } from '../made-ids.ts';
import { type DraftWords, draftTable } from '../table/draft-table.ts';
import type { TableDraft } from '../table/table-draft.ts';
import { yearMarks } from '../year-text.ts';
import type { OutlineText } from './outline-text.ts';
import type { ChartDraft } from './plan-yaml.ts';

type TablePiece = Extract<Piece, { kind: 'table' }>;
type PicturePiece = Extract<Piece, { kind: 'picture' }>;

interface SetGiven {
  readonly words: DraftWords;
  /** Files that could not be read as what they were taken for, `again/` before those that could not be read as words either. */
  readonly plainly: ReadonlySet<string>;
  readonly ask: Ask;
}

/** Of a picture of which nothing is known. */
const NAMELESS = '그림';

export class SetPieces {
  readonly tables: TableDraft[] = [];
  readonly charts: ChartDraft[] = [];
  readonly #given: SetGiven;
  readonly #tableIds: MadeIds;
  readonly #chartIds: MadeIds;

  constructor(given: SetGiven) {
    this.#given = given;
    this.#tableIds = new MadeIds(given.words.ids);
    this.#chartIds = new MadeIds(given.words.ids);
    // The file of figures that no table holds is called so.
    this.#tableIds.of('figures', 'figures');
  }

  put(text: OutlineText, piece: TablePiece | PicturePiece): void {
    if (piece.kind === 'table') this.#table(text, piece);
    else this.#picture(text, piece);
  }

  #table(text: OutlineText, piece: TablePiece): void {
    const { plainly, words, ask } = this.#given;
    const first = piece.grid.rows[0]?.find((cell) => cell !== undefined && cell.text !== '')?.text ?? '';
    const name = plain(piece.caption ?? first);
    const id = this.#tableIds.of(name, 'table');
    const isLost = plainly.has(`again/statistics/${id}.yaml`);
    // A box of one row or column is no table of anything.
    if (isLost || piece.grid.rows.length < 2 || piece.grid.width < 2) {
      this.#asLines(text, piece, isLost);
      return;
    }
    const asText = plainly.has(`statistics/${id}.yaml`);
    const draft = draftTable(piece, id, words, ask, asText);
    if (asText)
      ask({
        at: piece.at,
        what: '수치의 표로 읽을 수 없는 표입니다.',
        excerpt: name,
        proposal: '칸을 모두 글로 적었습니다.',
        weight: draft.cells.length,
      });
    this.tables.push(draft);
    text.call(`{{table "${id}"}}`);
  }

  /** A table that is none: its rows one a line. */
  #asLines(text: OutlineText, { caption, unitLine, grid, at }: TablePiece, isLost: boolean): void {
    const rows = grid.rows.map((row) => row.flatMap((cell) => cell?.text || []).join(' | '));
    for (const line of [caption ?? '', unitLine ?? '', ...rows].flatMap((one) => one.split('\n')))
      if (line !== '') text.line({ kind: 'line', text: line, heading: 0, loud: false, at });
    if (isLost)
      this.#given.ask({
        at,
        what: '표로 만들 수 없는 표입니다.',
        excerpt: plain(caption ?? rows[0] ?? ''),
        proposal: '한 행을 한 줄의 글로 적었습니다.',
        weight: grid.rows.length,
      });
  }

  #picture(text: OutlineText, { caption = '', unitLine, alt, at }: PicturePiece): void {
    const { words, ask } = this.#given;
    const title = caption === '' ? alt.slice(0, 60) || NAMELESS : withoutBold(caption);
    const id = this.#chartIds.of(plain(title), 'chart');
    this.charts.push({
      id,
      caption: yearMarks(title, words.planYear),
      unitLine: unitLine === undefined ? undefined : yearMarks(unitLine, words.planYear),
      alt: plain(alt) === '' ? plain(title) : alt.replaceAll('\n', ' '),
    });
    text.call(`{{chart "${id}"}}`);
    ask({
      at,
      what: '그림의 자료가 없습니다.',
      excerpt: plain(title),
      proposal: '자료가 없는 그림(missing)으로 두었습니다.',
      weight: 1,
    });
  }
}
