// The blocks of a published document -> the files of a plan that says the same, and what nobody could know.
import type { Units } from '../figure/unit.ts';
import type { AdoptWords } from '../plan/adopt-words.ts';
import type { CheckWords } from '../plan/check-words.ts';
import { sourceLabels } from '../plan/office.ts';
import { type AskedQuestion, Asking, type TypedAnswers } from './answers.ts';
import type { Ask, Block } from './block.ts';
import { type Piece, piecesOf } from './captioned.ts';
import { joinedTables } from './continued-tables.ts';
import { frontFiles } from './emit/front-files.ts';
import { NoteIds } from './emit/note-ids.ts';
import { OutlineText } from './emit/outline-text.ts';
import { chartsYaml, notesYaml } from './emit/plan-yaml.ts';
import { gridSources, programmeFiles } from './emit/programme-files.ts';
import { SetPieces } from './emit/set-pieces.ts';
import { statisticsYaml } from './emit/statistics-yaml.ts';
import { tiedNumbers } from './emit/tied-numbers.ts';
import { type Furnished, furnished } from './furniture.ts';
import { type HeadDraft, headOf } from './head.ts';
import { plain } from './inline-text.ts';
import type { KnownFigures } from './known-figures.ts';
import { MadeIds } from './made-ids.ts';
import { noted } from './notes.ts';
import { type PartDraft, partsOf, unopened } from './parts.ts';
import { type FoundProgramme, type PartPiece, programmeOf } from './programme/programme.ts';
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
  readonly answers: TypedAnswers;
}

export interface Adopted {
  /** By their path in the plan's folder. */
  readonly files: ReadonlyMap<string, string>;
  /** The same files with what their numbers bear out. */
  readonly filesWith: (known: KnownFigures) => ReadonlyMap<string, string>;
  readonly tables: readonly TableDraft[];
  readonly programme: FoundProgramme['programme'];
  readonly questions: readonly AskedQuestion[];
  /** What is said in place of pictures, of which only that is left. */
  readonly pictures: readonly string[];
}

/** One document, from its blocks to its files. */
export function adopted(
  blocks: readonly Block[],
  { words, checkWords, units }: AdoptionWords,
  { id, plainly = new Set(), answers }: AdoptOptions,
): Adopted {
  const { ask, asked: questions } = new Asking(answers);
  const { blocks: rest, notes } = noted(blocks, checkWords.sources);
  const furniture = furnished(rest, words);
  const entries = furniture.contents?.entries ?? [];
  const body = joinedTables(furniture.body, words, ask);
  const head = headOf(furniture.cover, body, words, ask);
  const parts = partsOf(body, entries, words, ask);
  const planYear = head.year;
  const officeWords = wordsOfOffice(words, head);
  const found = programmeOf(
    parts.map((part) => piecesOf(part.blocks, words, checkWords.asOf)),
    { words: officeWords, units, planYear, without: withoutOf(plainly), ask },
  );
  const draftWords = { words, units, derived: checkWords.derived, ids: words.ids, planYear };
  const set = new SetPieces({ words: draftWords, plainly, ask });
  const narratives = narrativesOf(parts, found, { words, entries, set, planYear, ask });
  const block = (text: OutlineText, piece: Piece) => putPiece(text, piece, set);
  const titles = entries.map(({ title }) => title);
  const programme = programmeFiles(found, { head, words: officeWords, entries: titles, block });
  tellPictures(furniture, ask);

  const noteIds = new NoteIds(notes, words.ids);
  const front = { head, contents: furniture.contents, parts };
  const own = { sources: gridSources(found, head), own: found.programme?.own ?? [] };
  const charts = chartsYaml(set.charts);
  const filesWith = (known?: KnownFigures) => {
    const written = [
      ...frontFiles(id, { ...front, ...own }),
      ['publication.hbs', frameOf(head, furniture, [...narratives.keys()])] as const,
      ...[...narratives].map(([name, text]) => {
        const tied = known === undefined ? text : tiedNumbers(text, known, units);
        return [`narrative/${name}.hbs`, tied] as const;
      }),
      ...programme,
      ...set.tables.map(
        (table) =>
          [`statistics/${table.id}.yaml`, statisticsYaml(table, known?.relations.get(table.id))] as const,
      ),
      ...(charts === undefined ? [] : [['charts.yaml', charts] as const]),
    ];
    const files = new Map(written.map(([name, text]) => [name, noteIds.in(text)]));
    appendUnreferred(files, noteIds, planYear);
    const noteFile = notesYaml(noteIds.used(planYear));
    if (noteFile !== undefined) files.set('notes.yaml', noteFile);
    return files;
  };
  const files = filesWith();
  if (narratives.size > 0) tellUnreferred(noteIds, ask);
  const pictures = blocks.flatMap((one) => (one.kind === 'picture' ? one.alt : []));
  return { files, filesWith, tables: set.tables, programme: found.programme, questions, pictures };
}

/** What the office calls the money above it and its own goes before what these words mean elsewhere: 시비 of a city is its own. */
function wordsOfOffice(words: AdoptWords, { office }: HeadDraft): AdoptWords {
  const { province, district } = sourceLabels(office);
  const heads = new Map(words.heads);
  const others = (kind: string, word: string) => (heads.get(kind) ?? []).filter((one) => one !== word);
  heads.set('province', [province, ...others('province', district)]);
  heads.set('district', [district, ...others('district', province)]);
  return { ...words, heads };
}

/** Files of the programme that could not be read are not made again. */
function withoutOf(plainly: ReadonlySet<string>): ReadonlySet<'programme' | 'schedule' | 'outreach'> {
  const own = (['schedule', 'outreach'] as const).filter((name) => plainly.has(`${name}.yaml`));
  const whole =
    [...plainly].some((name) => /^(?:tasks\/|strategies|labels)/.test(name)) ||
    own.some((name) => plainly.has(`again/${name}.yaml`));
  return new Set([...own, ...(whole ? (['programme'] as const) : [])]);
}

interface NarrativesGiven {
  readonly words: AdoptWords;
  readonly entries: Parameters<typeof unopened>[1];
  readonly set: SetPieces;
  readonly planYear: number;
  readonly ask: Ask;
}

/** The text of each part, by its name. */
function narrativesOf(
  parts: readonly PartDraft[],
  found: FoundProgramme,
  { words, entries, set, planYear, ask }: NarrativesGiven,
): ReadonlyMap<string, string> {
  const ids = new MadeIds(words.ids);
  let waiting = unopened(parts, entries);
  const texts = parts.map((part, index) => {
    const text = new OutlineText();
    if (part.title !== undefined) text.part(part.numeral, part.title);
    for (const piece of found.parts[index] ?? []) {
      const [next, more] = waiting;
      const isLast = piece.kind === 'insert' && (piece.name === 'schedule' || piece.name === 'outreach');
      // The last part, whose title was a picture, begins with what a plan has last.
      if (isLast && next !== undefined && more === undefined) {
        text.part(next.numeral, next.title);
        waiting = [];
      }
      putPiece(text, piece, set);
    }
    return [ids.of(plain(part.title ?? ''), 'part'), yearMarks(text.toString(), planYear)] as const;
  });
  for (const { numeral, title, at } of waiting)
    ask({
      at,
      what: '차례에 있는 부의 제목이 본문에 없습니다.',
      excerpt: `${numeral} ${title}`,
      proposal: '앞의 부에 이어 적었습니다.',
      weight: 1,
    });
  return new Map(texts);
}

function putPiece(text: OutlineText, piece: PartPiece, set: SetPieces): void {
  if (piece.kind === 'line') text.line(piece.line);
  else if (piece.kind === 'insert') text.call(`{{insert "${piece.name}"}}`);
  else set.put(text, piece);
}

function tellPictures({ pictures }: Furnished, ask: Ask): void {
  for (const { at, alt } of pictures)
    ask({
      at,
      what: '표지의 그림을 옮기지 못하였습니다.',
      excerpt: plain(alt),
      proposal: 'images/에 파일을 두고 plan.yaml의 emblem이나 logo에 적습니다.',
      weight: 1,
    });
}

function frameOf({ cover }: HeadDraft, { contents }: Furnished, names: readonly string[]): string {
  const inserts = [
    ...(cover === undefined ? [] : ['cover']),
    ...(contents === undefined ? [] : ['contents']),
  ];
  return `${[...inserts.map((name) => `{{insert "${name}"}}`), ...names.map((name) => `{{> ${name}}}`)].join('\n')}\n`;
}

/** Notes to which nothing refers stand at the end of the last part. */
function appendUnreferred(files: Map<string, string>, notes: NoteIds, planYear: number): void {
  const last = [...files.keys()].findLast((name) => name.startsWith('narrative/'));
  if (last === undefined) return;
  for (const { number, text } of notes.left) {
    const said = yearMarks(text.replaceAll('\n', '\\\n  '), planYear);
    files.set(last, `${files.get(last) ?? ''}※ ${number}) ${said}\n`);
  }
}

function tellUnreferred(notes: NoteIds, ask: Ask): void {
  for (const { text, at } of notes.left)
    ask({
      at,
      what: '어디에 딸린 각주인지 알 수 없습니다.',
      excerpt: plain(text),
      proposal: '끝에 덧붙이는 말로 적었습니다.',
      weight: 1,
    });
}
