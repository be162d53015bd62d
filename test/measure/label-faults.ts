// Words of a plan -> ones that say something else: units, years, captions, names, directions, ages.
import { plainText } from '../../src/document/inline.ts';
import type { AxisEntry, StatisticsTable } from '../../src/plan/statistics-table.ts';
import type { Dice } from '../fuzz/dice.ts';
import type { Case, Kind } from './faults.ts';
import type { Stated, Texts } from './measured-plan.ts';

/** The table otherwise. */
export function retold(table: StatisticsTable): (stated: Stated) => Stated {
  return (stated) => ({
    ...stated,
    plan: { ...stated.plan, tables: new Map(stated.plan.tables).set(table.id, table) },
  });
}

/** Tables that the document prints. */
export function printedTables({ input: { plan, document } }: Case): readonly StatisticsTable[] {
  const printed = new Set(document.blocks.map(({ id }) => id));
  return [...plan.tables.values()].filter(({ id }) => printed.has(id));
}

const UNITS = ['명', '개', '건', '%', '천원', '백만원', '배', '척', '농가'];

export const unit: Kind = {
  cause: 'label',
  plant: (of, dice) => {
    const table = dice.one(printedTables(of));
    const { unitLine } = table;
    const units = /단위\s*:\s*([^)]*)/u.exec(unitLine?.text ?? '')?.[1]?.split(/,\s*/u) ?? [];
    if (unitLine === undefined || units.length === 0) return undefined;
    const wrong = dice.one(UNITS.filter((one) => !units.includes(one)));
    const [old] = [dice.one(units)];
    const text = unitLine.text.replace(
      /(단위\s*:\s*)([^)]*)/u,
      (_, before: string) => before + units.map((one) => (one === old ? wrong : one)).join(', '),
    );
    return {
      what: `${table.id}: ${unitLine.text} -> ${text}`,
      visible: true,
      change: retold({ ...table, unitLine: { ...unitLine, text } }),
    };
  },
};

/** Lines of prose that hold a word and a figure. */
function lines(files: Texts, pattern: RegExp): readonly { readonly name: string; readonly line: string }[] {
  return [...files]
    .filter(([name]) => name.endsWith('.hbs') && !name.startsWith('partials/') && name !== 'publication.hbs')
    .flatMap(([name, text]) => text.split('\n').map((line) => ({ name, line })))
    .filter(({ line }) => pattern.test(line));
}

function reworded({ plan }: Case, name: string, before: string, after: string): Texts {
  return new Map(plan.files).set(
    name,
    (plan.files.get(name) ?? '').replace(before, () => after),
  );
}

/** A line's year that is that of the table's figure behind it. */
export const year: Kind = {
  cause: 'label',
  plant: (of, dice) => {
    const { plan } = of.input;
    const found = lines(of.plan.files, /\{\{year -?\d\}\}년.*\{\{fig "tables\/[^"]*\d{4}/u);
    if (found.length === 0) return undefined;
    const { name, line } = dice.one(found);
    const [whole = '', number = ''] = /\{\{year (-?\d)\}\}년/u.exec(line) ?? [];
    const own = plan.year + Number(number);
    const wrong = dice.one([-1, 1].map((by) => Number(number) + by));
    const figures = [...line.matchAll(/\{\{fig "tables\/([^"]*)"/gu)].map(([, address = '']) => address);
    return {
      what: `${name}: ${own} -> ${plan.year + wrong}`,
      visible: figures.some((address) => address.includes(String(own))),
      files: reworded(of, name, line, line.replace(whole, `{{year ${wrong}}}년`)),
    };
  },
};

const DIVIDED = /(성별|연령별|나이별|연도별|월별|분기별|산업별|직업별|규모별|시군별|읍면별|작목별|톤급별)/u;
const DIVISIONS = ['성별', '연령별', '연도별', '월별', '산업별', '직업별', '규모별', '지역별'];
const SAME: Readonly<Record<string, string>> = {
  나이별: '연령별',
  시군별: '지역별',
  읍면별: '지역별',
  톤급별: '규모별',
};
const COUNTED = [
  '취업자',
  '피보험자',
  '사업체',
  '종사자',
  '인구',
  '구직',
  '구인',
  '농가',
  '어가',
  '어선',
  '고용률',
  '실업률',
];

/** What the caption says that the table is divided by, or counts. */
export const caption: Kind = {
  cause: 'label',
  plant: (of, dice) => {
    const table = dice.one(printedTables(of).filter((one) => one.caption !== undefined));
    const text = table.caption?.text ?? '';
    const divided = DIVIDED.exec(text)?.[1];
    const words = labelsOf(table);
    const counted = COUNTED.filter((one) => text.includes(one) && words.includes(one));
    const old = divided ?? (counted.length === 0 ? undefined : dice.one(counted));
    if (old === undefined || table.caption === undefined) return undefined;
    const others = divided === undefined ? COUNTED : DIVISIONS;
    const wrong = dice.one(
      others.filter((one) => !words.includes(one) && one !== old && one !== SAME[old] && !text.includes(one)),
    );
    const after = text.replace(old, wrong);
    return {
      what: `${table.id}: ${text} -> ${after}`,
      visible: true,
      change: retold({ ...table, caption: { ...table.caption, text: after } }),
    };
  },
};

function labelsOf({ rows, columns }: StatisticsTable): string {
  const all = (entries: readonly AxisEntry[]): string =>
    entries.map(({ label, children }) => `${label.text} ${all(children)}`).join(' ');
  return `${all(rows)} ${all(columns)}`;
}

/** A letter of a word that stands elsewhere too. */
export const misspelt: Kind = {
  cause: 'label',
  plant: (of, dice) => {
    const times = new Map<string, number>();
    for (const { text } of of.input.texts)
      for (const [word] of plainText(text.inlines).matchAll(/\p{Script=Hangul}{4,}/gu))
        times.set(word, (times.get(word) ?? 0) + 1);
    const sites = lines(of.plan.files, /[□○ㅇ-]/u).flatMap(({ name, line }) =>
      [...line.matchAll(/\p{Script=Hangul}{4,}/gu)]
        .filter(([word]) => (times.get(word) ?? 0) >= 3)
        .map(([word]) => ({ name, line, word })),
    );
    if (sites.length === 0) return undefined;
    const { name, line, word } = dice.one(sites);
    const index = dice.below(word.length);
    const code = word.charCodeAt(index) - 0xac00;
    const wrong = word.slice(0, index) + misspelled(code, dice) + word.slice(index + 1);
    return {
      what: `${name}: ${word} -> ${wrong}`,
      visible: true,
      files: reworded(of, name, line, line.replace(word, wrong)),
    };
  },
};

/** A syllable with another vowel or another last sound. */
function misspelled(code: number, dice: Dice): string {
  const last = code % 28;
  const other = dice.once(2)
    ? code - last + ((last + 1 + dice.below(26)) % 28)
    : (code + 28 * (1 + dice.below(2))) % 11172;
  return String.fromCharCode(0xac00 + other);
}

const OPPOSITES: readonly (readonly [string, string])[] = [
  ['증가', '감소'],
  ['상승', '하락'],
  ['높', '낮'],
  ['많', '적'],
  ['늘어', '줄어'],
];

/** A word of direction in a line with figures, marked as a claim or only typed. */
export const direction: Kind = {
  cause: 'label',
  plant: (of, dice) => {
    const sites = lines(of.plan.files, /\{\{(?:claim|direction) /u).flatMap(({ name, line }) =>
      [...line.matchAll(/\{\{(claim|direction) "([^"]+)"[^}]*\}\}/gu)].map((match) => ({
        name,
        line,
        match,
      })),
    );
    if (sites.length === 0) return undefined;
    const { name, line, match } = dice.one(sites);
    const [whole, helper, word = ''] = match;
    const said = helper === 'claim' ? word : (printedWord(of, word) ?? '');
    const pair = OPPOSITES.find((each) => each.some((one) => said.includes(one)));
    if (pair === undefined) return undefined;
    const [one, other] = said.includes(pair[0]) ? pair : [pair[1], pair[0]];
    const wrong = said.replace(one, other);
    const after = helper === 'claim' && dice.once(2) ? whole.replace(word, wrong) : wrong;
    return {
      what: `${name}: ${whole} -> ${after}`,
      visible: true,
      files: reworded(
        of,
        name,
        line,
        line.replace(whole, () => after),
      ),
    };
  },
};

function printedWord({ input }: Case, address: string): string | undefined {
  const figure = [...input.book.values()].find((one) => one.definition.address === address);
  if (figure?.effective.kind !== 'quantity') return undefined;
  return figure.effective.exact.s < 0n ? '감소' : '증가';
}

/** An age of a row or column: past its end, or more than anybody is old. */
export const age: Kind = {
  cause: 'label',
  plant: (of, dice) => {
    const table = dice.one(printedTables(of));
    const axis = dice.one(['rows', 'columns'] as const);
    const ranges = table[axis].filter(({ label }) => /\d+\s*세?~\d+\s*세/u.test(label.text));
    if (ranges.length === 0) return undefined;
    const entry = dice.one(ranges);
    const [, low = '', high = ''] = /(\d+)\s*세?~(\d+)\s*세/u.exec(entry.label.text) ?? [];
    const way = dice.below(3);
    const [lows, highs] = [/(\d+)\s*세?~/u, /~(\d+)/u].map((form) =>
      ranges.map(({ label }) => Number(form.exec(label.text)?.[1])),
    );
    // Rows of rates each name the ages that they are of; only classes follow each other.
    const neighbours =
      ranges.length >= 3 && lows?.slice(1).every((one, index) => one === (highs?.[index] ?? 0) + 1) === true;
    const wrong = way === 0 ? `${high}0` : way === 1 ? String(Number(low) - 1) : [...high].reverse().join('');
    if (wrong === high) return undefined;
    const text = entry.label.text.replace(`~${high}`, `~${wrong}`);
    const changed = { ...entry, label: { ...entry.label, text } };
    return {
      what: `${table.id}: ${entry.label.text} -> ${text}`,
      visible: way < 2 || neighbours || Number(wrong) < Number(low),
      change: retold({ ...table, [axis]: table[axis].map((one) => (one === entry ? changed : one)) }),
    };
  },
};
