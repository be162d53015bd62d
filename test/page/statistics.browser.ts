// The screen 통계 in a real browser -> numbers typed and pasted, with the keyboard alone, to the file on disk.
import { readFile, writeFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PLAN } from '../revise/import-plan.ts';
import { barriers } from './barriers.ts';
import { openBrowser } from './browser.ts';
import { Desk, openWindow } from './opened-page.ts';

const browser = await openBrowser();
const LETTERS = ['a', 'b', 'c', 'd', 'e'];
const WIDE = `id: wide
caption: '< 산업별 사업체 >'
unit-line: '(단위 : 개)'
corner: 구 분
unit: 개
columns:
  - id: many
    label: 사업체수
    columns: [${LETTERS.map((id) => `{ id: ${id}, label: ${id} }`).join(', ')}]
  - { id: sum, label: 합계 }
rows:
${Array.from({ length: 9 }, (_, row) => `  - { id: r${row}, label: 산업 ${row} }`).join('\n')}
cells:
${Array.from({ length: 9 }, (_, row) => `  r${row}: [missing, missing, missing, missing, missing, computed]`).join('\n')}
relations:
  '*/sum': sum(${LETTERS.map((id) => `./many-${id}`).join(', ')})
`;
/** As KOSIS has it: units in heads, names at the left, one number not given out. */
const HTML = `<table><tr><th rowspan=2>산업</th><th colspan="5">사업체수</th></tr><tr>${LETTERS.map((id) => `<th>${id}&nbsp;(${id === 'a' ? '천개' : '개'})</th>`).join('')}</tr>${Array.from(
  { length: 9 },
  (_, row) =>
    `<tr><td>산업 ${row}</td>${LETTERS.map((_id, at) => `<td>${row === 8 && at === 4 ? 'X' : `1,${row}0${at}`}</td>`).join('')}</tr>`,
).join('')}</table>`;

describe.skipIf(browser === undefined)('the screen of statistics', () => {
  let desk: Desk;
  let page: Page;
  let errors: readonly string[];
  const text = (name: string) => readFile(desk.file(`statistics/${name}.yaml`), 'utf8');
  const field = (name: RegExp) => page.getByRole('textbox', { name });
  const undone = (words: string) => page.locator('.undo', { hasText: words }).waitFor();

  beforeAll(async () => {
    if (browser === undefined) return;
    desk = await Desk.make();
    await writeFile(desk.file('statistics/wide.yaml'), WIDE);
    const chapter = `${PLAN.get('narrative/labour-market.hbs')}{{table "wide"}}\n`;
    await writeFile(desk.file('narrative/labour-market.hbs'), chapter);
    ({ page, errors } = await openWindow(browser, await desk.start()));
    await page.getByRole('link', { name: /통계/ }).waitFor();
    await page.keyboard.press('Alt+2');
    await page.getByRole('grid', { name: '연도별 구인·구직 현황' }).waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.leave();
  });

  it('takes a number with the keyboard alone, says why not at the cell, and undoes it', async () => {
    const written = await text('openings');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('연도별 구인·구직 현황');
    await page.keyboard.press('F6');
    await page.keyboard.press('F6');
    for (let turn = 0; turn < 20 && (await page.locator('td input:focus').count()) === 0; turn++)
      await page.keyboard.press('Tab');
    // The first empty cell waits for it.
    await field(/2022년, 취업률, 빈 칸, 지난해 60.4%/).waitFor();
    await page.keyboard.type('많음');
    await page.keyboard.press('Enter');
    await page.locator('.why').waitFor();
    expect(await page.locator('td input:focus').getAttribute('aria-invalid')).toBe('true');
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.type('61.3');
    await page.keyboard.press('Enter');
    await undone('2022년 취업률 고침');
    expect(await text('openings')).toContain("2022: [46567, '-', computed, 61.3]");
    await page.getByRole('link', { name: /통계 ?빈 칸 45/ }).waitFor();

    // Arrows pass the formula; F2 opens what stands there; Esc leaves it.
    await page.keyboard.press('ArrowLeft');
    await field(/2022년, 비율.*셈하는 칸, 셈: /).waitFor();
    await page.keyboard.type('5');
    expect(await page.locator('td input:focus').inputValue()).toBe('');
    await page.keyboard.press('Control+ArrowLeft');
    await page.keyboard.press('F2');
    await page.keyboard.type('9');
    expect(await page.locator('td input:focus').inputValue()).toBe('465679');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+z');
    await page.getByRole('link', { name: /통계 ?빈 칸 46/ }).waitFor();
    expect(await text('openings')).toBe(written);
  });

  it('keeps the first letter of Hangul', async () => {
    const session = await page.context().newCDPSession(page);
    await session.send('Input.imeSetComposition', { text: 'ㅁ', selectionStart: 1, selectionEnd: 1 });
    await session.send('Input.imeSetComposition', { text: '미', selectionStart: 1, selectionEnd: 1 });
    await session.send('Input.insertText', { text: '미정' });
    expect(await page.locator('td input:focus').inputValue()).toBe('미정');
    await page.keyboard.press('Escape');
  });

  it('takes 9 × 5 cells of a pasted table with units as one step, copies and empties them', async () => {
    const written = await text('wide');
    await page.getByRole('button', { name: /산업별 사업체/ }).click();
    await page.getByRole('grid', { name: '산업별 사업체' }).waitFor();
    await page.locator('td.missing').first().click();
    await page.evaluate(
      `(() => { const data = new DataTransfer(); data.setData('text/html', ${JSON.stringify(HTML)}); document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })); })()`,
    );
    await page
      .locator('.note')
      .getByText(
        '9줄 × 5칸을 붙였습니다. 단위는 머리글대로 읽었습니다(천개, 개). 줄은 이름으로 맞췄습니다. 비공개 1칸은 그대로 두었습니다.',
      )
      .waitFor();
    await page.getByRole('link', { name: /통계 ?빈 칸 2/ }).waitFor();
    expect(await text('wide')).toContain('r0: [1000000, 1001, 1002, 1003, 1004, computed]');
    expect(await text('wide')).toContain('r8: [1800000, 1801, 1802, 1803, missing, computed]');
    await page
      .getByRole('row', { name: /산업 0/ })
      .getByText('1,004,010')
      .waitFor();
    expect(await barriers(page)).toEqual([]);

    // A range, copied as other programs read it.
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowRight');
    expect(await page.locator('td.range').count()).toBe(4);
    const copied = await page.evaluate(
      `(() => { const data = new DataTransfer(); document.activeElement.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true })); return data.getData('text/plain'); })()`,
    );
    expect(copied).toBe('1,000,000\t1,001\n1,100,000\t1,101');
    await page.keyboard.press('Delete');
    await page.getByRole('link', { name: /통계 ?빈 칸 6/ }).waitFor();
    await page.keyboard.press('Control+z');
    await page.getByRole('link', { name: /통계 ?빈 칸 2/ }).waitFor();
    await page.keyboard.press('Control+z');
    await page.getByRole('link', { name: /통계 ?빈 칸 46/ }).waitFor();
    expect(await text('wide')).toBe(written);
    expect(errors).toEqual([]);
  });
});
