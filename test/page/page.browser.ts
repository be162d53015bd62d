// The page in a real browser -> each screen's main job, from the first look to the files on disk.
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PLAN, withCells, workbooksOf } from '../revise/import-plan.ts';
import { barriers } from './barriers.ts';
import { openBrowser } from './browser.ts';
import { Desk, openWindow } from './opened-page.ts';

const browser = await openBrowser();
const STAGES = ['첫 화면', '통계', '추경', '확인', '공시'] as const;

const stage = (page: Page, name: string) =>
  page.getByRole('navigation', { name: '화면' }).getByRole('link', { name });
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const isScrolled = (page: Page) =>
  page.evaluate(
    'document.scrollingElement.scrollTop + document.querySelector(".page").scrollTop',
  ) as Promise<number>;

/** As many as the heading says are still to be decided. */
async function openOnes(page: Page): Promise<number> {
  return Number(/\d+/.exec(await page.getByRole('heading', { level: 1 }).innerText())?.[0]);
}

describe.skipIf(browser === undefined)('the page', () => {
  let desk: Desk;
  let page: Page;
  let errors: readonly string[];
  let edited: Buffer;

  beforeAll(async () => {
    if (browser === undefined) return;
    desk = await Desk.make();
    ({ page, errors } = await openWindow(browser, await desk.start()));
    const budget = (await workbooksOf(PLAN)).get('budget.xlsx') ?? new Uint8Array();
    edited = Buffer.from(withCells(budget, { '세부사업별(입력)!G6': 1600, '세부사업별(입력)!L8': '종료' }));
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.leave();
  });

  it('has screens without barriers, of which none scrolls away, and words for all of it', async () => {
    for (const name of STAGES) {
      await stage(page, name).click();
      await page.waitForTimeout(0);
      await page.locator('.spinner').first().waitFor({ state: 'detached' });
      expect(await barriers(page), name).toEqual([]);
      expect(await page.getByRole('heading', { level: 1 }).count(), name).toBe(1);
      expect(await isScrolled(page), name).toBe(0);
    }
    expect(new URL(page.url()).hash).toBe('#publish');
    expect(errors).toEqual([]);
  });

  it('makes an edition of a dropped workbook, undoes it and does it again', async () => {
    await stage(page, '첫 화면').click();
    const file = { name: '고친 예산.xlsx', mimeType: '', buffer: edited };
    const memo = { name: '메모.xlsx', mimeType: '', buffer: Buffer.from('메모') };
    await page.getByLabel('받은 파일을 여기에 놓아 주세요').last().setInputFiles([file, memo]);
    await page
      .getByRole('row', { name: /창업 공간 국비/ })
      .getByText('1,600')
      .waitFor();
    expect(existsSync(desk.file('editions/1.yaml'))).toBe(false);
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('radio', { name: /새 판 만들기/ }).check();
    await page.keyboard.press('Control+Enter');
    // What was dropped with it is looked at next.
    await page.locator('.note').getByText('‘메모.xlsx’ 파일은 가져올 수 없습니다.').waitFor();
    await button(page, '다른 파일 놓기').click();
    await page.getByRole('heading', { level: 1, name: '제1회 추가경정예산' }).waitFor();
    await page.getByRole('row', { name: /창업 공간 변경.*1,800 1,900/ }).waitFor();
    expect(await readFile(desk.file('editions/1.yaml'), 'utf8')).toContain('1600');
    expect(await barriers(page)).toEqual([]);

    await page.keyboard.press('Control+z');
    await page.getByRole('heading', { level: 1, name: '추경 만들기' }).waitFor();
    expect(existsSync(desk.file('editions/1.yaml'))).toBe(false);
    await page.keyboard.press('Control+y');
    await page.getByRole('heading', { level: 1, name: '제1회 추가경정예산' }).waitFor();
    expect(existsSync(desk.file('editions/1.yaml'))).toBe(true);
  });

  it('shows the page of a finding with the place in view', async () => {
    await stage(page, '확인').click();
    const view = page.locator('.view').first();
    await view.getByRole('img').waitFor();
    expect(await page.evaluate('document.querySelector(".view img").naturalWidth')).toBeGreaterThan(0);
    const [outer, inner] = [await view.boundingBox(), await view.locator('.mark').first().boundingBox()];
    if (outer === null || inner === null) throw new Error('nothing is framed');
    expect(inner.y).toBeGreaterThanOrEqual(outer.y);
    expect(inner.y + inner.height).toBeLessThanOrEqual(outer.y + outer.height);
    expect(await isScrolled(page)).toBe(0);
    expect(await barriers(page)).toEqual([]);
    // A pane at the side takes its room from the list.
    for (const viewport of [
      { width: 1440, height: 900 },
      { width: 1366, height: 640 },
    ]) {
      await page.setViewportSize(viewport);
      await button(page, /^바뀐 내역/).click();
      expect((await view.boundingBox())?.width).toBeGreaterThan(500);
      await button(page, /^바뀐 내역/).click();
    }
  });

  it('decides several findings at once with the keyboard alone', async () => {
    await page.keyboard.press('Alt+4');
    const list = page.locator('.list .line');
    await list.first().waitFor();
    const before = await openOnes(page);
    await list.first().focus();
    await page.keyboard.press('Shift+ArrowDown');
    await page.getByText('2건을 골랐습니다').waitFor();
    await page.getByRole('radio').first().focus();
    await page.keyboard.press('1');
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await page
      .getByText(`${before - 2}건`, { exact: false })
      .first()
      .waitFor();
    expect(await readFile(desk.file('dispositions.yaml'), 'utf8')).toContain('finding');
    await page.keyboard.press('Control+z');
    await page.getByRole('heading', { level: 1, name: `확인할 것 ${before}건` }).waitFor();
    await page.keyboard.press('F8');
    expect(await page.locator('.line.on').count()).toBe(1);
  });

  it('tells what was changed outside, and writes nothing over it', async () => {
    const file = desk.file('tasks/course.yaml');
    await writeFile(file, (await readFile(file, 'utf8')).replace('target: 20', 'target: 30'));
    await page.getByText('이 화면 밖에서 바뀌었습니다.').waitFor();
    await button(page, '받기').click();
    await page.getByText('이 화면 밖에서 바뀌었습니다.').waitFor({ state: 'detached' });
  });

  it('writes nothing over what another window did', async () => {
    if (browser === undefined) return;
    const other = await openWindow(browser, await desk.start(), { hearsEvents: false });
    await stage(other.page, '확인').click();
    await other.page.locator('.list .line').first().waitFor();
    const before = await openOnes(page);
    // Nothing is chosen for anybody.
    await page.keyboard.press('Control+Enter');
    await page.getByRole('radio').first().check();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { level: 1, name: `확인할 것 ${before - 1}건` }).waitFor();
    const decided = await readFile(desk.file('dispositions.yaml'), 'utf8');
    await other.page.getByRole('radio').first().check();
    await other.page.keyboard.press('Control+Enter');
    await other.page.getByText('그 사이 다른 곳에서 바뀌어 넣지 않았습니다.').waitFor();
    expect(await barriers(other.page)).toEqual([]);
    expect(await readFile(desk.file('dispositions.yaml'), 'utf8')).toBe(decided);
    await other.page.context().close();
  });

  it('confirms, builds and publishes; what went out is not given up any more', async () => {
    await stage(page, '확인').click();
    await page.locator('.list .line').first().waitFor();
    for (let left = await openOnes(page); left > 0; left--) {
      await page.getByRole('radio').first().check();
      await page.keyboard.press('Control+Enter');
      await page.getByRole('heading', { level: 1, name: `확인할 것 ${left - 1}건` }).waitFor();
    }
    await page.getByRole('heading', { name: '모두 정했습니다' }).waitFor();
    await stage(page, '추경').click();
    await button(page, /확정하기$/).click();
    await button(page, '공시하러 가기').click();
    await button(page, '공시용 PDF 만들기').click();
    await page.getByRole('article', { name: '공시용 PDF' }).getByText('지금 값').waitFor();
    expect(existsSync(path.join(desk.folder, 'output/small/edition-1/plan.pdf'))).toBe(true);
    expect(await barriers(page)).toEqual([]);
    const day = page.getByLabel('공시한 날짜');
    const today = await day.inputValue();
    await day.fill('2999-09-05');
    await page.getByText('아직 오지 않은 날입니다').waitFor();
    await day.fill(today);
    await page.keyboard.press('Control+Enter');
    await page.getByText('한 번 적으면 되돌리지 못합니다').waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(existsSync(desk.file('published/1.json'))).toBe(false);
    await button(page, '공시했습니다. 적습니다').click();
    await page.getByText(/^[0-9]+\. [0-9]+\. [0-9]+\. 공시했습니다\.$/).waitFor();
    expect(existsSync(desk.file('published/1.json'))).toBe(true);
    await stage(page, '추경').click();
    await page.getByText('공시한 판은 되돌리지 않습니다').waitFor();
    expect(errors).toEqual([]);
  });

  it('stands in a small window and at four times the size', async () => {
    for (const viewport of [
      { width: 1366, height: 640 },
      { width: 341, height: 160 },
    ]) {
      await page.setViewportSize(viewport);
      for (const name of STAGES) {
        await stage(page, name).click();
        await page.getByRole('heading', { level: 1 }).waitFor();
        expect(await page.evaluate('document.documentElement.scrollWidth'), name).toBeLessThanOrEqual(
          viewport.width,
        );
        expect(await barriers(page), name).toEqual([]);
      }
    }
    await page.setViewportSize({ width: 1366, height: 640 });
  });

  it('answers nobody but its own windows', async () => {
    const { origin } = new URL(page.url());
    const asked = (headers: Readonly<Record<string, string>>): Promise<number | undefined> =>
      new Promise((resolve) => {
        request(`${origin}/api/plans`, { headers }, (answer) => resolve(answer.resume().statusCode)).end();
      });
    expect([
      await asked({}),
      await asked({ host: 'localhost' }),
      await asked({ origin: 'http://127.0.0.1:1', 'x-key': 'guessed' }),
    ]).toEqual([401, 421, 403]);
    const second = await page.context().newPage();
    await second.goto(origin);
    await second.getByText('이 창에는 열쇠가 없어').waitFor();
    expect(await barriers(second)).toEqual([]);
    await second.close();
  });

  it('says that the program has ended', async () => {
    await desk.stop();
    await page.getByText('일자리가 꺼져 더 고칠 수 없습니다.').waitFor();
    expect(await barriers(page)).toEqual([]);
  });
});
