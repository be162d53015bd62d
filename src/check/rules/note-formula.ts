// Formulas in notes -> those that differ from the relation of the figure or column that they hang on.
import { korean } from '../../diagnostic/particle.ts';
import { plainText } from '../../document/inline.ts';
import { type Address, tableAddress } from '../../figure/address.ts';
import type { Relation } from '../../figure/relation.ts';
import { figureHome } from '../../plan/figure-home.ts';
import type { Plan } from '../../plan/plan.ts';
import { leafId, leavesOf } from '../../plan/statistics-table.ts';
import type { Found } from '../finding.ts';
import { type NotePlace, notePlaces } from '../note-places.ts';
import type { CheckInput, Rule } from '../rule.ts';

/** 취업률 = 취업자수/신규 구직자수*100 */
const FORMULA = /^(?:([가-힣]+)\s*[=:])?([가-힣\s]+)[/÷]([가-힣\s]+)(?:[*×xX]\s*(\d+)\s*)?(?:,.*)?$/;

export const noteFormula: Rule = {
  title: '각주에 적은 셈법은 그 수치의 관계와 같아야 합니다.',
  reason: '셈법이 다르면 독자가 다시 셈할 때 다른 값이 나옵니다.',
  severity: 'error',
  *find(input) {
    const seen = new Set<string>();
    for (const place of notePlaces(input)) {
      const { note } = place;
      const formula = FORMULA.exec(plainText(note.content.inlines));
      const relation = formula === null || seen.has(note.id) ? undefined : relationOf(place, input);
      seen.add(note.id);
      if (formula === null || relation === undefined) continue;
      yield* compared(place, formula, relation, input);
    }
  },
};

/** The relation of the figure before the note, or of the first cell below the header that it hangs on. */
function relationOf({ before, text }: NotePlace, { book, plan }: CheckInput): Relation | undefined {
  if (before?.kind === 'figure') return book.get(before.address)?.definition.relation;
  for (const table of plan.tables.values()) {
    const column = leavesOf(table.columns).find((path) => path.at(-1)?.label.place === text.place);
    if (column === undefined) continue;
    const row = leavesOf(table.rows)[0];
    return row && book.get(tableAddress(table.id, leafId(row), leafId(column)))?.definition.relation;
  }
  return undefined;
}

function* compared(
  { note, text }: NotePlace,
  [, title, over = '', under = '', factor]: RegExpExecArray,
  relation: Relation,
  { plan }: CheckInput,
): Iterable<Found> {
  const operands =
    relation.kind === 'share'
      ? ([relation.part, relation.whole] as const)
      : relation.kind === 'ratio'
        ? ([relation.numerator, relation.denominator] as const)
        : undefined;
  if (operands === undefined) return;
  const [top, bottom] = [labelOf(operands[0], plan), labelOf(operands[1], plan)];
  const stated = plainText(note.content.inlines);
  const computed = `${top} ÷ ${bottom}${relation.kind === 'share' ? ' × 100' : ''}`;
  const hangs = plainText(text.inlines).replaceAll(/\s/g, '');
  const faults: string[] = [];
  const factorOf = relation.kind === 'share' ? '100' : undefined;
  if (factor !== factorOf)
    faults.push(
      factorOf === undefined
        ? korean`배수에는 ${factor}을(를) 곱하지 않습니다.`
        : `백분율이므로 100을 곱해야 합니다${factor === undefined ? '' : `(${factor} 아님)`}.`,
    );
  if (shared(over, top) + shared(under, bottom) < shared(over, bottom) + shared(under, top))
    faults.push('나누는 것과 나뉘는 것이 바뀌었습니다.');
  else {
    if (!named(over, top, bottom))
      faults.push(korean`‘${over.trim()}’이(가) 아니라 ‘${top}’을(를) 나눕니다.`);
    if (!named(under, bottom, top))
      faults.push(korean`‘${under.trim()}’이(가) 아니라 ‘${bottom}’(으)로 나눕니다.`);
  }
  if (title !== undefined && hangs.length <= 12 && !hangs.includes(title) && !title.includes(hangs))
    faults.push(`‘${hangs}’에 달린 각주인데 ‘${title}’의 셈법입니다.`);
  if (faults.length === 0) return;
  yield {
    subject: `notes/${note.id} formula`,
    message: korean`각주 ${note.number}의 셈법 ‘${stated}’이(가) 자료의 관계 ‘${computed}’과(와) 다릅니다. ${faults.join(' ')}`,
    place: note.content.place,
    related: [{ place: text.place, note: '각주가 달린 곳' }],
    stated,
    computed,
    remedy: '각주의 셈법을 고칩니다.',
  };
}

/** A word of the formula names an operand when it shares two letters in a row with it, and no more with the other one. */
function named(word: string, own: string, other: string): boolean {
  return shared(word, own) >= 2 && shared(word, own) >= shared(word, other);
}

/** The length of the longest run of letters in both. */
function shared(a: string, b: string): number {
  const [x, y] = [a.replaceAll(/[\s()]/g, ''), b.replaceAll(/[\s()]/g, '')];
  let longest = 0;
  for (let from = 0; from < x.length; from++)
    while (from + longest < x.length && y.includes(x.slice(from, from + longest + 1))) longest++;
  return longest;
}

/** The label of a cell's row or column that is about what it counts: the one that names a quantity. */
function labelOf(address: Address, plan: Plan): string {
  const home = figureHome(address, plan);
  if (home?.kind !== 'table') return address;
  const words = [home.column, home.row].flatMap(
    (path) => path?.map(({ label, period }) => (period === undefined ? label.text : '')) ?? [],
  );
  return (
    words
      .filter((word) => /[가-힣]/.test(word) && !/^(?:합계|계|총계)$/.test(word))[0]
      ?.replaceAll(/\s+/g, ' ') ?? address
  );
}
