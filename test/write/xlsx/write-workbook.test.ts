// The written workbook, read back: numbers, formulas with results, styles, limits, equal bytes.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberFormat } from '../../../src/sheet/figure-value.ts';
import { writeWorkbook } from '../../../src/write/xlsx/write-workbook.ts';
import { at, define, difference, growth, ratio, same, share, sum } from '../../figure/figures.ts';
import { changedWorkbook, proveFormulas, readBack, sheet, workbook, writtenAndRead } from './sheets.ts';

async function cells(source: ReturnType<typeof workbook>) {
  const file = await writtenAndRead(source);
  proveFormulas(file);
  return (name: string, sheetName?: string) => {
    const found = (sheetName === undefined ? file.worksheets[0] : file.getWorksheet(sheetName))?.getCell(
      name,
    );
    if (found === undefined) throw new Error(`no cell ${name}`);
    return found;
  };
}

describe('formulas', () => {
  const inputs = [
    define('a', { given: '46567' }),
    define('b', { given: '42405' }),
    define('c', { given: '-' }),
  ];

  it('are live, with what is shown as their result', async () => {
    const cell = await cells(
      workbook(
        [
          ...inputs,
          define('sum', { relation: sum('a', 'b', 'c') }),
          define('difference', { relation: difference('b', 'a') }),
          define('growth', { relation: growth('a', 'b'), unit: '%', digits: 1, given: '9.8' }),
          define('share', { relation: share('a', 'b'), unit: '%', digits: 1 }),
          define('ratio', { relation: ratio('a', 'b'), unit: '배', digits: 2 }),
          define('same', { relation: same('a'), unit: '천명', digits: 1 }),
        ],
        sheet('표01', [
          ['=a', '=sum', '=growth', '=same'],
          ['=b', '=difference', '=share', ''],
          ['=c', '', '=ratio', ''],
        ]),
      ),
    );
    expect(
      ['B2', 'B3', 'C2', 'C3', 'C4', 'D2'].map((name) => [cell(name).formula, cell(name).result]),
    ).toEqual([
      ['SUM(A2:A4)', 88972],
      ['A3-A2', -4162],
      ['ROUND((A2-A3)/A3*100,1)', 9.8],
      ['ROUND(A2/A3*100,1)', 109.8],
      ['ROUND(A2/A3,2)', 1.1],
      ['ROUND((A2/1000),1)', 46.6],
    ]);
    expect(cell('A2').value).toBe(46567);
    expect([cell('A4').value, cell('A4').numFmt]).toEqual([0, '#,##0;"△"#,##0;"-"']);
    expect(cell('C4').numFmt).toBe('#,##0.00;"△"#,##0.00;"-"');
  });

  it('keep a stated sum that is off live, and tell the difference', async () => {
    const cell = await cells(
      workbook(
        [...inputs, define('sum', { relation: sum('a', 'b'), given: '88970' })],
        sheet('표01', [['=a'], ['=b'], ['=sum']]),
      ),
    );
    expect([cell('A4').formula, cell('A4').result]).toEqual(['SUM(A2:A3)-2', 88970]);
    expect(cell('A4').note).toContain('2만큼 작습니다');
  });

  it('are none where a part is not known: the stated sum stands as a number', async () => {
    const cell = await cells(
      workbook(
        [
          ...inputs,
          define('d', { given: 'missing' }),
          define('sum', { relation: sum('a', 'd'), given: '50000' }),
        ],
        sheet('표01', [['=a'], ['=d'], ['=sum']]),
      ),
    );
    expect(cell('A4').value).toBe(50000);
  });

  it('leave any other stated value that is off as published, and tell the result', async () => {
    const cell = await cells(
      workbook(
        [...inputs, define('growth', { relation: growth('a', 'b'), unit: '%', digits: 1, given: '9.9' })],
        sheet('표01', [['=a'], ['=b'], ['=growth']]),
      ),
    );
    expect([cell('A4').formula, cell('A4').value]).toEqual([undefined, 9.9]);
    expect(cell('A4').note).toContain('9.8');
  });

  it('carry a difference of edition 0 over to a changed edition, and drop other stated values', async () => {
    const cell = await cells(
      changedWorkbook(
        [
          ...inputs,
          define('sum', { relation: sum('a', 'b'), given: '88970' }),
          define('share', { relation: share('a', 'sum'), unit: '%', digits: 1, given: '99.9' }),
        ],
        { a: '46667' },
        sheet('표01', [['=a'], ['=b'], ['=sum'], ['=share']]),
      ),
    );
    expect([cell('A4').formula, cell('A4').result]).toEqual(['SUM(A2:A3)-2', 89070]);
    expect([cell('A5').formula, cell('A5').result]).toEqual(['ROUND(A2/A4*100,1)', 52.4]);
  });

  it('name cells of other sheets, and hold values of what stands in none', async () => {
    const cell = await cells(
      workbook(
        [
          ...inputs,
          define('third', { relation: ratio('b', 'a'), unit: '배' }),
          define('sum', { relation: sum('a', 'b') }),
          define('double', { relation: ratio('third', 'third'), unit: '배' }),
        ],
        sheet('표01', [['=a']]),
        sheet('표02', [['=sum'], ['=double']]),
      ),
    );
    expect(cell('A2', '표02').formula).toBe("SUM('표01'!A2,42405)");
    expect(cell('A3', '표02').result).toBe(1);
  });

  it('hold a number once, where it is typed in, and refer to it elsewhere', async () => {
    const [first, typed] = [sheet('표01', [['=a', '=sum']]), sheet('표02', [['=a', '=sum']])];
    const rows = typed.rows.map((row) =>
      row.map((one, index) => (index === 0 ? { ...one, input: 'number' as const } : one)),
    );
    const cell = await cells(
      workbook([...inputs, define('sum', { relation: sum('a', 'b') })], first, { ...typed, rows }),
    );
    expect([cell('A2', '표01').formula, cell('A2', '표01').result]).toEqual(["'표02'!A2", 46567]);
    expect([cell('A2', '표02').formula, cell('A2', '표02').value]).toEqual([undefined, 46567]);
    // A formula looks to its own sheet first.
    expect([cell('B2', '표01').formula, cell('B2', '표02').formula]).toEqual([
      'SUM(A2,42405)',
      'SUM(A2,42405)',
    ]);
  });

  it('are numbers where no cell could move them', async () => {
    const cell = await cells(
      workbook(
        [...inputs, define('sum', { relation: sum('a', 'b'), given: '88970' })],
        sheet('표01', [['=sum']]),
      ),
    );
    expect([cell('A2').formula, cell('A2').value]).toEqual([undefined, 88970]);
    expect(cell('A2').note).toContain('2만큼 작습니다');
  });

  it('give way to a number and a note where Excel would not take their length', async () => {
    const count = 1_000;
    const parts = Array.from({ length: count }, (_, index) => `p${index}`);
    // Every other row, so that no range can say it shorter.
    const rows = parts.flatMap((id) => [[`=${id}`], ['']]);
    const cell = await cells(
      workbook(
        [
          ...parts.map((id) => define(id, { given: '2' })),
          define('sum', { relation: sum(...parts) }),
          define('few', { relation: sum(...parts.slice(0, 300)) }),
        ],
        sheet('표01', [['=sum'], ['=few']]),
        sheet('표02', rows),
      ),
    );
    expect([cell('A2').formula, cell('A2').value]).toEqual([undefined, 2 * count]);
    expect(cell('A2').note).toContain('너무 길어');
    // Beyond 255 arguments a sum is written as two.
    expect(cell('A3').formula).toMatch(/^SUM\(.+\)\+SUM\(.+\)$/u);
    expect(cell('A3').result).toBe(600);
  });

  it('do not round twice: an operand that its cell rounds is written out', async () => {
    const cell = await cells(
      workbook(
        [
          define('a', { given: '1' }),
          define('b', { given: '3' }),
          define('rate', { relation: ratio('a', 'b'), unit: '배', digits: 1 }),
          define('growth', { relation: growth('rate', 'a2'), unit: '%', digits: 1 }),
          define('a2', { given: '0.3', unit: '배' }),
        ],
        sheet('표01', [['=a', '=b', '=rate', '=a2', '=growth']]),
      ),
    );
    expect([cell('C2').result, cell('E2').result]).toEqual([0.3, 11.1]);
    expect(cell('E2').formula).toBe('ROUND(((A2/B2)-D2)/D2*100,1)');
  });

  it('come to what is shown, whatever is stated', async () => {
    const numbers = fc.integer({ min: -99_999, max: 99_999 }).map((tenths) => (tenths / 10).toFixed(1));
    const kinds = [sum, difference, growth, share, ratio] as const;
    await fc.assert(
      fc.asyncProperty(
        fc.array(numbers, { minLength: 2, maxLength: 5 }),
        fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.option(numbers)), { minLength: 1, maxLength: 6 }),
        async (givens, derived) => {
          const definitions = givens.map((given, index) => define(`n${index}`, { given, unit: '%' }));
          for (const [kind, one, other, stated] of derived) {
            const relation = kinds[kind % kinds.length] ?? sum;
            const count = definitions.length;
            definitions.push(
              define(`n${count}`, {
                relation: relation(`n${one % count}`, `n${other % count}`),
                unit: '%',
                digits: 1,
                ...(stated === null ? {} : { given: stated }),
              }),
            );
          }
          const source = workbook(definitions, sheet('표01', [definitions.map((_, index) => `=n${index}`)]));
          proveFormulas(await writtenAndRead(source));
        },
      ),
      { seed: 20261130, numRuns: 25 },
    );
  });
});

describe('cells', () => {
  it('hold text as text, whatever it begins with', async () => {
    const texts = ['=SUM(A1)', '+1', '-1', '@x', "'x", '05'];
    const blank = sheet('표01', [texts.map(() => '')]);
    const rows = blank.rows.map((row) =>
      row.map((one, index) => ({
        ...one,
        content: {
          kind: 'text',
          pieces: [{ text: texts[index] ?? '', bold: false, raised: false }],
        } as const,
      })),
    );
    const cell = await cells(workbook([], { ...blank, rows }));
    expect(texts.map((_, index) => cell(`${'ABCDEF'[index]}2`).value)).toEqual(texts);
    expect(cell('A2').formula).toBeUndefined();
  });

  it('print a real 0 with its digits, nil as -', () => {
    expect(numberFormat(1, '', true)).toBe('#,##0.0;"△"#,##0.0;#,##0.0');
    expect(numberFormat(0, '명', false)).toBe('#,##0"명";"△"#,##0"명";"-"');
  });

  it('refuse what Excel cannot hold, all at once, with the cell', async () => {
    const source = workbook(
      [define('big', { given: '1234567890123456' })],
      sheet('표01', [['=big', 'x'.repeat(32_768)]]),
    );
    const { value, diagnostics } = await writeWorkbook(source);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ rule, place }) => [rule, 'cell' in place && place.cell])).toEqual([
      ['number-too-long', '표01!A2'],
      ['text-too-long', '표01!B2'],
    ]);
  });
});

describe('the file', () => {
  const source = workbook([define('a', { given: '1' })], sheet('표01', [['=a']]));

  it('has no sheet to write: a warning, no file', async () => {
    const { value, diagnostics } = await writeWorkbook(workbook([]));
    expect([value, diagnostics.map(({ rule }) => rule)]).toEqual([undefined, ['empty-workbook']]);
  });

  it('bears the issue date and no other', async () => {
    const { value } = await writeWorkbook(source);
    if (value === undefined) throw new Error('no workbook');
    const file = await readBack(value);
    expect([file.created, file.modified]).toEqual([new Date('2023-03-31'), new Date('2023-03-31')]);
    expect([file.title, file.creator]).toEqual(['시험', '서구']);
  });

  it('has the same bytes in two time zones', async () => {
    const own = process.env.TZ;
    const madeIn = async (zone: string, minutes: number) => {
      process.env.TZ = zone;
      expect(new Date('2023-01-01').getTimezoneOffset()).toBe(minutes);
      return Buffer.from((await writeWorkbook(source)).value ?? []).toString('latin1');
    };
    try {
      const seoul = await madeIn('Asia/Seoul', -540);
      expect(seoul.length).toBeGreaterThan(1_000);
      expect((await madeIn('America/Los_Angeles', 480)) === seoul).toBe(true);
    } finally {
      if (own === undefined) delete process.env.TZ;
      else process.env.TZ = own;
    }
  });

  it('finds an unknown figure to be a fault of the program', async () => {
    await expect(writeWorkbook({ ...source, figures: new Map() })).rejects.toThrow(at('a'));
  });
});

describe('the names of sheets', () => {
  it.each([
    ['가'.repeat(31), []],
    ['가'.repeat(32), ['sheet-name']],
    ['', ['sheet-name']],
    ["민자'", ['sheet-name']],
    ['국비/시비', ['sheet-name']],
  ])('%s', async (name, rules) => {
    const { value, diagnostics } = await writeWorkbook(workbook([], sheet(name, [['글']])));
    expect(diagnostics.map(({ rule }) => rule)).toEqual(rules);
    expect(value === undefined).toBe(rules.length > 0);
  });

  it('are different ones, whatever the case of their letters', async () => {
    const made = await writeWorkbook(workbook([], sheet('Total', [['글']]), sheet('TOTAL', [['글']])));
    expect(made.value).toBeUndefined();
    expect(made.diagnostics.map(({ message }) => message)).toEqual(['시트 이름이 두 번 나옵니다: TOTAL']);
  });
});
