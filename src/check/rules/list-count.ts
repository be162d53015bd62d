// list-count: a stated count against the members that are listed behind or below it, and a total against its parts in a text.
import { korean } from '../../diagnostic/particle.ts';
import type { Block } from '../../document/document.ts';
import { leavesOf } from '../../plan/statistics-table.ts';
import { isTotal } from '../figures/cells.ts';
import type { Found } from '../finding.ts';
import type { CheckInput, Rule } from '../rule.ts';
import { lineOf } from '../text/line.ts';

export const listCount: Rule = {
  title: '글에 적은 개수와 합은 뒤따르는 목록이나 내역과 맞아야 합니다.',
  reason: '일곱 가지라면서 여섯 가지를 늘어놓으면 빠진 것이 있다고 읽힙니다.',
  severity: 'error',
  *find(input) {
    for (const { text } of input.texts) {
      const words = lineOf(text).text;
      yield* inBrackets(words, text.place);
      yield* parts(words, text.place);
    }
    const { blocks } = input.document;
    for (const [index, block] of blocks.entries()) {
      const next = blocks[index + 1];
      if (next === undefined) continue;
      yield* listedBelow(block, next);
      yield* tableBelow(input, block, next);
    }
  },
};

const LISTED = /(?<!\d)(\d+)\s*(개소|개사|개\s*기관|개\s*과정|곳)\s*\(([^(),]*,[^()]*)\)/gu;

/** 6개소(…, …): items are parted by commas, or by a blank where a line was broken. */
function* inBrackets(words: string, place: Found['place']): Iterable<Found> {
  for (const [whole, count = '', counter = '', list = ''] of words.matchAll(LISTED)) {
    const items = list.split(',').map((item) => item.trim());
    const most = items.join(' ').split(/\s+/u).length;
    const stated = Number(count);
    if (stated < items.length || stated > most)
      yield mismatch(whole, place, `${count}${counter}`, `${items.length}가지`, items.join(', '));
  }
}

const EACH = /(?<![\d,])(\d[\d,]*)\s*(명|회|개|건)\s*\([가-힣]+·[가-힣]+\s*각\s*(\d[\d,]*)\s*\2\)/gu;
const TOTAL = /(?<![\d,])(\d[\d,]*)\s*(명|회|건)\s*\(([^()]+)\)/gu;

/** 52회(출·퇴근 각 26회), 11명(… 4명, … 5명, … 2명). */
function* parts(words: string, place: Found['place']): Iterable<Found> {
  for (const [whole, total = '', unit = '', each = ''] of words.matchAll(EACH))
    yield* wrongSum(whole, place, numberOf(total), [numberOf(each), numberOf(each)], unit);
  for (const [whole, total = '', unit = '', list = ''] of words.matchAll(TOTAL)) {
    const items = list.split(/[,/]/u);
    const numbers = items.map(
      (item) => new RegExp(`^\\s*[가-힣]+\\s*(\\d[\\d,]*)\\s*${unit}\\s*$`, 'u').exec(item)?.[1],
    );
    const known = numbers.flatMap((number) => (number === undefined ? [] : [numberOf(number)]));
    if (items.length < 2 || known.length < items.length) continue;
    yield* wrongSum(whole, place, numberOf(total), known, unit);
  }
}

function* wrongSum(
  whole: string,
  place: Found['place'],
  total: number,
  addends: readonly number[],
  unit: string,
): Iterable<Found> {
  const sum = addends.reduce((all, one) => all + one, 0);
  if (sum === total) return;
  yield mismatch(whole, place, `${total}${unit}`, `${sum}${unit}`, addends.join(' + '));
}

function numberOf(text: string): number {
  return Number(text.replaceAll(',', ''));
}

const PROGRAMMES = /(?<!\d)(\d+)\s*개\s*사업(?!단)/u;

/** 대상사업 : 3개 사업, and the list in the item below. */
function* listedBelow(block: Block, next: Block): Iterable<Found> {
  if (block.kind !== 'item' || next.kind !== 'item' || next.level !== block.level + 1) return;
  const words = lineOf(block.content).text;
  const list = lineOf(next.content).text;
  const count = PROGRAMMES.exec(words)?.[1];
  if (count === undefined || /\d|:/u.test(list)) return;
  const items = list.split(',').map((item) => item.trim());
  if (items.length === Number(count)) return;
  yield {
    ...mismatch(words, block.content.place, `${count}개 사업`, `${items.length}개`, items.join(', ')),
    related: [{ place: next.content.place, note: `‘${list}’` }],
  };
}

const COUNTED = /^개의?\s*([가-힣]{2,}?)(?:가|이|은|는|을|를)(?=\s)/u;

/** 8개의 산업단지가 …, and the table below by 산업단지: as many columns, or rows. */
function* tableBelow({ plan, book }: CheckInput, block: Block, next: Block): Iterable<Found> {
  if (block.kind !== 'item' || next.kind !== 'table') return;
  const table = plan.tables.get(next.id);
  const caption = next.caption && lineOf(next.caption).text;
  if (table === undefined || caption === undefined) return;
  const line = lineOf(block.content);
  for (const { run, to } of line.runs) {
    if (run.kind !== 'figure') continue;
    const noun = COUNTED.exec(line.text.slice(to))?.[1];
    const figure = book.get(run.address);
    if (noun === undefined || !caption.includes(`${noun}별`) || figure?.effective.kind !== 'quantity')
      continue;
    const stated = figure.effective.exact.valueOf();
    const members = [table.columns, table.rows].map(
      (axis) => leavesOf(axis).filter((path) => !isTotal(path)).length,
    );
    if (members.includes(stated)) continue;
    const counted = Math.max(...members);
    yield {
      ...mismatch(
        line.text.slice(0, 40),
        block.content.place,
        `${stated}개`,
        `${counted}개`,
        `표의 ${noun} ${counted}개`,
      ),
      subject: `${run.address} ${table.id}`,
      related: [{ place: next.caption?.place ?? table.place, note: `${noun} ${counted}개가 있는 표` }],
    };
  }
}

function mismatch(
  text: string,
  place: Found['place'],
  stated: string,
  computed: string,
  formula: string,
): Found {
  return {
    subject: text,
    message: korean`‘${text}’: ${stated}(이)라고 적혀 있으나 세어 보면 ${computed}입니다(${formula}).`,
    place,
    stated,
    computed,
    formula,
    remedy: '개수나 목록을 바로잡습니다.',
  };
}
