// The pieces of a task's sheet -> tasks/<task>.hbs: the lines of each project as its block, with its target and funding from the data.
import { grouped } from '../../figure/show.ts';
import { type AdoptWords, wordAt } from '../../plan/adopt-words.ts';
import type { Piece } from '../captioned.ts';
import { likeness, packed, plain, withoutBold } from '../inline-text.ts';
import {
  amountsBehind,
  fundingOfLine,
  targetOfLine,
  targetOfName,
  wordsOfLine,
} from '../programme/amounts.ts';
import { type AmountDraft, type ProjectDraft, spell, type TaskDraft } from '../programme/programme-draft.ts';
import { OutlineText } from './outline-text.ts';

/** Names less alike are of different things. */
const LEAST = 0.42;

/** `block`: writes what is no line. Fills in what the lines say of each project. */
export function sheetText(
  task: TaskDraft,
  pieces: readonly Piece[],
  words: AdoptWords,
  block: (text: OutlineText, piece: Piece) => void,
): string {
  const text = new OutlineText(true);
  const found = namesIn(task, pieces);
  let open: ProjectDraft | undefined;
  /** Whose lines they are, in its block or where it is named again. */
  let at: ProjectDraft | undefined;
  /** Whether its block is one item of a list. */
  let inner = false;
  const close = () => {
    if (open !== undefined) text.raw('{{/project}}');
    open = undefined;
  };
  for (const piece of pieces) {
    if (piece.kind !== 'line') {
      block(text, piece);
      continue;
    }
    const { line } = piece;
    const named = found.get(piece);
    if (named !== undefined || /^[□○]/u.test(line.text) || (inner && line.text.startsWith('-'))) {
      close();
      at = undefined;
    }
    if (named !== undefined) {
      const { project, name, rest, bold } = named;
      at = project;
      inner = named.marker === '-';
      if (named.again) {
        text.line({ ...line, text: tied(line.text, [...amountsOf(project, rest, words)], project) });
        continue;
      }
      open = project;
      spell(project, 'sheet', name);
      text.raw(`{{#project "${project.id}"}}`);
      const behind = tied(rest, [...amountsOf(project, rest, words)], project);
      const call = `${NAME}${project.id}${END}`;
      text.line({
        ...line,
        text: bold ? `${named.marker} **${call}${behind}**` : `${named.marker} ${call}${behind}`,
      });
      continue;
    }
    text.line({ ...line, text: at === undefined ? line.text : filled(line.text, at, words) });
  }
  close();
  return text
    .toString()
    .replaceAll(/\uE0C0([a-z0-9-]+)\uE0C2/g, '{{project "$1"}}')
    .replaceAll(/\uE0C1([a-z0-9./-]+)\uE0C2/g, '{{fig "$1"}}');
}

/** What stands for a call until the lines are written. */
const [NAME, FIGURE, END] = ['\uE0C0', '\uE0C1', '\uE0C2'];

/** What stands behind a name, of which the project has what it lacks. */
function amountsOf(project: ProjectDraft, rest: string, words: AdoptWords): ReadonlyMap<string, AmountDraft> {
  const said = amountsBehind(rest, words);
  project.target ??= said.get('target');
  const total = said.get('funding/total');
  if (total !== undefined) project.funding ??= new Map([['total', total]]);
  return said;
}

/** Lines of the first level that name the task's projects, each once, in order before others. */
function namesIn(task: TaskDraft, pieces: readonly Piece[]) {
  const lines = pieces.flatMap((piece) =>
    piece.kind === 'line' && /^[○-]\s/u.test(piece.line.text) ? [piece] : [],
  );
  const pairs = lines.flatMap((piece) => {
    const bold = piece.line.text.includes('**');
    const said = withoutBold(piece.line.text.slice(1).trim());
    const whole = said.split(/\s?[:：]/)[0] ?? said;
    const name = (targetOfName(whole)?.name ?? whole).trim();
    const rest = said.slice(name.length);
    const marker = piece.line.text.slice(0, 1);
    return task.projects.flatMap((project) => {
      const begun = beginning(said, project.name);
      if (begun !== undefined)
        return [{ piece, project, marker, bold, name: begun, rest: said.slice(begun.length), score: 2 }];
      return marker === '-'
        ? []
        : [{ piece, project, marker, bold, name, rest, score: likeness(plain(name), project.name) }];
    });
  });
  const taken = new Set<unknown>();
  const found = new Map<Piece, (typeof pairs)[number] & { readonly again: boolean }>();
  for (const pair of pairs.toSorted((a, b) => b.score - a.score)) {
    const again = taken.has(pair.project);
    // Named again is what begins with the whole name.
    if (pair.score < (again ? 2 : LEAST) || taken.has(pair.piece) || pair.name.includes('\n')) continue;
    taken.add(pair.piece);
    taken.add(pair.project);
    found.set(pair.piece, { ...pair, again });
  }
  return found;
}

/** As much of the text as says the name, blanks aside; undefined where it does not begin with it, or goes on with the word. */
function beginning(text: string, name: string): string | undefined {
  const letters = packed(name);
  let at = 0;
  for (let length = 0; length < letters.length; at++) {
    const letter = text[at];
    if (letter === undefined) return undefined;
    if (/\s/.test(letter)) continue;
    if (letter !== letters[length]) return undefined;
    length++;
  }
  return /^[\p{L}\p{N}]/u.test(text.slice(at)) ? undefined : text.slice(0, at);
}

/** The line with its numbers from the data, as far as it is the line that says them. */
function filled(line: string, project: ProjectDraft, words: AdoptWords): string {
  const funding = project.funding === undefined ? fundingOfLine(line, words) : undefined;
  if (funding !== undefined) {
    project.funding = funding;
    return tied(
      line,
      [...funding].map(([source, amount]) => [`funding/${source}`, amount] as const),
      project,
    );
  }
  const target = project.target === undefined ? targetOfLine(line, words) : undefined;
  if (target !== undefined) {
    project.target = target;
    return tied(line, [['target', target]], project);
  }
  const said = wordsOfLine(line);
  const word = wordAt(words, 'period-lines', 'start', said);
  // 교육기간 is a part of 사업기간, which is said first in the list.
  const isWhole = word !== undefined && word === words.lists.get('period-lines')?.[0];
  if (isWhole || (project.period === undefined && word !== undefined))
    project.period = periodIn(said) ?? project.period;
  return line;
}

/** Each number where it first stands, called from the data. */
function tied(
  line: string,
  amounts: readonly (readonly [path: string, amount: AmountDraft])[],
  project: ProjectDraft,
): string {
  let from = 0;
  let text = line;
  for (const [path, { value }] of amounts) {
    if (!/^\d+$/.test(value)) continue;
    const printed = grouped(value);
    const at = text.indexOf(printed, from);
    const isWhole =
      at >= 0 && !/[\d,.]/.test(text[at - 1] ?? '') && !/^[,.]?\d/.test(text.slice(at + printed.length));
    if (!isWhole) continue;
    const mark = `${FIGURE}./projects/${project.id}/${path}${END}`;
    text = text.slice(0, at) + mark + text.slice(at + printed.length);
    from = at + mark.length;
  }
  return text;
}

/** `사업기간 : 2023. 3. ~ 11.` */
function periodIn(line: string): ProjectDraft['period'] {
  const text = (line.split(/[:：]/).slice(1).join(':') || '').trim();
  if (text === '' || text.includes('\n')) return undefined;
  const [, from = '', to = ''] = /^(?:19|20)\d\d\.\s?(\d{1,2})\.\s?~\s?(\d{1,2})\.$/.exec(text) ?? [];
  const [first, last] = [Number(from), Number(to)];
  return first >= 1 && last >= first && last <= 12 ? { text, from: first, to: last } : { text };
}
