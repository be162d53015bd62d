// The blocks of a published document -> the files of a plan that says the same, and what nobody could know.
import type { Units } from '../figure/unit.ts';
import type { AdoptWords } from '../plan/adopt-words.ts';
import type { CheckWords } from '../plan/check-words.ts';
import type { Block, NoteBlock, Question } from './block.ts';
import { type Piece, piecesOf } from './captioned.ts';
import { joinedTables } from './continued-tables.ts';
import { OutlineText } from './emit/outline-text.ts';
import {
  type ChartDraft,
  chartsYaml,
  contentsYaml,
  coverYaml,
  notesYaml,
  planYaml,
} from './emit/plan-yaml.ts';
import { statisticsYaml } from './emit/statistics-yaml.ts';
import { type Furnished, furnished } from './furniture.ts';
import { type HeadDraft, headOf } from './head.ts';
import { notesIn, plain, withoutBold } from './inline-text.ts';
import { MadeIds } from './made-ids.ts';
import { noted } from './notes.ts';
import { type PartDraft, partsOf, unopened } from './parts.ts';
import { type DraftWords, draftTable } from './table/draft-table.ts';
import type { TableDraft } from './table/table-draft.ts';
import { yearMarks } from './year-text.ts';

interface AdoptionWords {
  readonly words: AdoptWords;
  readonly checkWords: CheckWords;
  readonly units: Units;
}

interface AdoptOptions {
  /** The plan's id. */
  readonly id: string;
  /** Files in which something could not be read as what it was taken for: of them nothing is taken for more than words. */
  readonly plainly?: ReadonlySet<string>;
}

export interface Adopted {
  /** By their path in the plan's folder. */
  readonly files: ReadonlyMap<string, string>;
  readonly tables: readonly TableDraft[];
  readonly questions: readonly Question[];
  /** What is said in place of pictures, of which only that is left. */
  readonly pictures: readonly string[];
}

export function adopted(blocks: readonly Block[], given: AdoptionWords, options: AdoptOptions): Adopted {
  return new Adoption(given, options).adopt(blocks);
}

class Adoption {
  readonly #given: AdoptionWords;
  readonly #id: string;
  readonly #plainly: ReadonlySet<string>;
  readonly #questions: Question[] = [];
  readonly #files = new Map<string, string>();
  readonly #tables: TableDraft[] = [];
  readonly #charts: ChartDraft[] = [];
  readonly #ids: {
    readonly tables: MadeIds;
    readonly charts: MadeIds;
    readonly parts: MadeIds;
    readonly notes: MadeIds;
  };
  #notes: ReadonlyMap<number, NoteBlock> = new Map();
  readonly #noteIds = new Map<number, string>();
  #head: HeadDraft | undefined;

  constructor(given: AdoptionWords, { id, plainly = new Set() }: AdoptOptions) {
    this.#given = given;
    this.#id = id;
    this.#plainly = plainly;
    const { ids } = given.words;
    this.#ids = {
      tables: new MadeIds(ids),
      charts: new MadeIds(ids),
      parts: new MadeIds(ids),
      notes: new MadeIds(ids),
    };
    // The file of figures that no table holds is called so.
    this.#ids.tables.of('figures', 'figures');
  }

  adopt(blocks: readonly Block[]): Adopted {
    const { words, checkWords } = this.#given;
    const ask = (question: Question) => this.#questions.push(question);
    const { blocks: rest, notes } = noted(blocks, checkWords.sources);
    this.#notes = notes;
    const furniture = furnished(rest, words);
    const joined = joinedTables(furniture.body, words, ask);
    const head = headOf(furniture.cover, joined, words, ask);
    this.#head = head;
    const parts = partsOf(joined, furniture.contents?.entries ?? [], words, ask);
    for (const { numeral, title, at } of unopened(parts, furniture.contents?.entries ?? []))
      ask({
        at,
        what: '차례에 있는 부의 제목이 본문에 없습니다.',
        excerpt: `${numeral} ${title}`,
        proposal: '앞의 부에 이어 적었습니다.',
        weight: 1,
      });
    const names = parts.map((part) => this.#part(part));
    for (const { at, alt } of furniture.pictures)
      ask({
        at,
        what: '표지의 그림을 옮기지 못하였습니다.',
        excerpt: plain(alt),
        proposal: 'images/에 파일을 두고 plan.yaml의 emblem이나 logo에 적습니다.',
        weight: 1,
      });
    this.#front(head, furniture, parts);
    const inserts = [
      ...(head.cover === undefined ? [] : ['cover']),
      ...(furniture.contents === undefined ? [] : ['contents']),
    ];
    const frame = [...inserts.map((name) => `{{insert "${name}"}}`), ...names.map((name) => `{{> ${name}}}`)];
    this.#files.set('publication.hbs', `${frame.join('\n')}\n`);
    this.#unreferred();
    for (const table of this.#tables)
      this.#files.set(`statistics/${table.id}.yaml`, this.#noted(statisticsYaml(table)));
    const charts = chartsYaml(this.#charts);
    if (charts !== undefined) this.#files.set('charts.yaml', this.#noted(charts));
    const used = new Map(
      [...this.#noteIds].map(([number, id]) => [
        id,
        yearMarks(this.#notes.get(number)?.text ?? '', head.year),
      ]),
    );
    const noteFile = notesYaml(used);
    if (noteFile !== undefined) this.#files.set('notes.yaml', noteFile);
    const pictures = blocks.flatMap((block) => (block.kind === 'picture' ? block.alt : []));
    return { files: this.#files, tables: this.#tables, questions: this.#questions, pictures };
  }

  /** Writes the narrative of a part, and returns its name. */
  #part(part: PartDraft): string {
    const name = this.#ids.parts.of(plain(part.title ?? ''), 'part');
    const text = new OutlineText();
    if (part.title !== undefined) text.part(part.numeral, part.title);
    for (const piece of piecesOf(part.blocks, this.#given.words, this.#given.checkWords.asOf))
      this.#piece(text, piece);
    const file = `narrative/${name}.hbs`;
    this.#files.set(file, this.#noted(yearMarks(text.toString(), this.#year)));
    return name;
  }

  #piece(text: OutlineText, piece: Piece): void {
    if (piece.kind === 'line') text.line(piece.line);
    else if (piece.kind === 'table') this.#table(text, piece);
    else this.#picture(text, piece);
  }

  #table(text: OutlineText, piece: Extract<Piece, { kind: 'table' }>): void {
    const first = piece.grid.rows[0]?.find((cell) => cell !== undefined && cell.text !== '')?.text ?? '';
    const id = this.#ids.tables.of(plain(piece.caption ?? first), 'table');
    if (this.#plainly.has(`statistics/${id}.yaml`) && this.#plainly.has(`again/statistics/${id}.yaml`)) {
      this.#asLines(text, piece);
      return;
    }
    const asText = this.#plainly.has(`statistics/${id}.yaml`);
    const draft = draftTable(
      piece,
      id,
      this.#draftWords,
      (question) => this.#questions.push(question),
      asText,
    );
    if (asText)
      this.#questions.push({
        at: piece.at,
        what: '수치의 표로 읽을 수 없는 표입니다.',
        excerpt: plain(piece.caption ?? first),
        proposal: '칸을 모두 글로 적었습니다.',
        weight: draft.cells.length,
      });
    this.#tables.push(draft);
    text.call(`{{table "${id}"}}`);
  }

  /** A table that is none: its rows one a line. */
  #asLines(text: OutlineText, { caption, unitLine, grid, at }: Extract<Piece, { kind: 'table' }>): void {
    const lines = [
      caption,
      unitLine,
      ...grid.rows.map((row) => row.flatMap((cell) => cell?.text || []).join(' | ')),
    ];
    for (const line of lines)
      if (line !== undefined && line !== '')
        text.line({ kind: 'line', text: line, heading: 0, loud: false, at });
    this.#questions.push({
      at,
      what: '표로 만들 수 없는 표입니다.',
      excerpt: plain(caption ?? ''),
      proposal: '한 행을 한 줄의 글로 적었습니다.',
      weight: grid.rows.length,
    });
  }

  #picture(
    text: OutlineText,
    { caption = '', unitLine, alt, at }: Extract<Piece, { kind: 'picture' }>,
  ): void {
    const title = caption === '' ? alt.slice(0, 60) || '그림' : withoutBold(caption);
    const id = this.#ids.charts.of(plain(title), 'chart');
    const year = this.#year;
    this.#charts.push({
      id,
      caption: yearMarks(title, year),
      unitLine: unitLine === undefined ? undefined : yearMarks(unitLine, year),
      alt: plain(alt) === '' ? plain(title) : alt.replaceAll('\n', ' '),
    });
    text.call(`{{chart "${id}"}}`);
    this.#questions.push({
      at,
      what: '그림의 자료가 없습니다.',
      excerpt: plain(title),
      proposal: '자료가 없는 그림(missing)으로 두었습니다.',
      weight: 1,
    });
  }

  #front(head: HeadDraft, { contents }: Furnished, parts: readonly PartDraft[]): void {
    this.#files.set('plan.yaml', this.#noted(planYaml(this.#id, head)));
    const cover = coverYaml(head);
    if (cover !== undefined) this.#files.set('cover.yaml', this.#noted(cover));
    if (contents === undefined) return;
    const entries = new Map(
      parts.flatMap(({ numeral, title = '' }) => {
        const roman = numeral.normalize('NFKC');
        const listed = contents.entries.find((entry) =>
          entry.title.normalize('NFKC').startsWith(`${roman}.`),
        );
        const said = listed?.title.replace(/^[^.]*\.\s*/, '') ?? '';
        return roman === '' || said === '' || said === plain(title)
          ? []
          : [[`part-${roman.toLowerCase()}`, yearMarks(said, head.year)] as const];
      }),
    );
    this.#files.set('contents.yaml', contentsYaml(contents.title, entries));
  }

  get #year(): number {
    return this.#head?.year ?? 0;
  }

  get #draftWords(): DraftWords {
    const { words, checkWords, units } = this.#given;
    return { words, units, derived: checkWords.derived, ids: words.ids, planYear: this.#year };
  }

  /** With the notes by their ids; a reference to no note stays what it looks like. */
  #noted(text: string): string {
    return text.replaceAll(/\[\^(\d{1,4})\]/g, (_, digits: string) => {
      const note = this.#notes.get(Number(digits));
      return note === undefined ? `${digits})` : `[^${this.#noteId(note)}]`;
    });
  }

  #noteId({ number, text }: NoteBlock): string {
    const known = this.#noteIds.get(number);
    const id = known ?? this.#ids.notes.of(plain(text), `note-${number}`);
    this.#noteIds.set(number, id);
    return id;
  }

  /** Notes to which nothing refers stand at the end of the last part. */
  #unreferred(): void {
    const referred = new Set([...this.#files.values()].flatMap(notesIn));
    const tables = new Set(this.#tables.flatMap((table) => notesIn(statisticsYaml(table))));
    const charts = new Set(notesIn(chartsYaml(this.#charts) ?? ''));
    const [last] = [...this.#files.keys()].filter((name) => name.startsWith('narrative/')).slice(-1);
    const left = [...this.#notes.values()].filter(
      ({ number }) =>
        !this.#noteIds.has(number) && !referred.has(number) && !tables.has(number) && !charts.has(number),
    );
    if (last === undefined) return;
    for (const { number, text, at } of left) {
      const said = text.replaceAll('\n', '\\\n  ');
      this.#files.set(last, `${this.#files.get(last) ?? ''}※ ${number}) ${yearMarks(said, this.#year)}\n`);
      this.#questions.push({
        at,
        what: '어디에 딸린 각주인지 알 수 없습니다.',
        excerpt: plain(text),
        proposal: '끝에 덧붙이는 말로 적었습니다.',
        weight: 1,
      });
    }
  }
}
