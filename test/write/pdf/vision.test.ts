// The map of vision, strategies and tasks: all of it printed once, in boxes that stay on the page and apart.
import { describe, expect, it } from 'vitest';
import type { VisionBlock } from '../../../src/document/document.ts';
import { overlaps } from '../../commands/pdf-text.ts';
import { vision } from './blocks.ts';
import { item, rich } from './documents.ts';
import { area, outside, pagesWith, print, times, words } from './print.ts';

async function shown(block: VisionBlock) {
  const made = await print([item('before', 1, '앞글'), block, item('after', 1, '뒷글')]);
  const text = made.texts.join('');
  const body = made.pages.map((page) => ({
    ...page,
    pieces: page.pieces.filter(
      ({ text, y }) => text !== '시험 문서' && (text !== String(page.number) || y < area.bottom),
    ),
  }));
  expect(made.pages.flatMap(overlaps)).toEqual([]);
  expect(body.flatMap(outside)).toEqual([]);
  return { ...made, text };
}

describe('the vision map', () => {
  it.each([
    [1, 1],
    [1, 24],
    [1, 60],
    [2, 30],
    [5, 14],
    [5, 60],
    [6, 12],
    [9, 60],
    [17, 60],
  ])('of %i strategies and %i tasks prints each text once, within the text area', async (strategies, tasks) => {
    const { text } = await shown(vision(strategies, tasks));
    for (const once of ['비전문장하나', '목표문장하나', `${strategies}개추진전략`, `${tasks}개실천과제`])
      expect(times(text, once), once).toBe(1);
    for (let index = 0; index < strategies; index++) expect(times(text, `전략이름${index}.`)).toBe(1);
    for (let index = 0; index < tasks; index++) expect(times(text, `과제${index}.일자리늘리기`)).toBe(1);
    expect(times(text, '①')).toBe(tasks);
    expect(times(text, '(계속)')).toBeGreaterThanOrEqual(Math.ceil(strategies / 5) - 1);
  });

  it('stays on one page with up to five strategies', async () => {
    for (let lines = 1; lines < 30; lines += 4) {
      const blocks = Array.from({ length: lines }, (_, index) => item(`i${index}`, 1, '글'));
      const { layout } = await print([...blocks, vision(5, 25)]);
      expect(pagesWith(layout, 'vision')).toHaveLength(1);
    }
  });

  it('wraps long texts inside their boxes', async () => {
    const block = vision(4, 8);
    const { text } = await shown({
      ...block,
      goals: block.goals.map(({ label }, index) => ({ label, text: rich(words(40, `목표${index}-`)) })),
      label: rich('추진 전략 및 실천 과제 모두'),
      strategies: block.strategies.map(({ tasks }, index) => ({
        name: rich(`${words(6, `이름${index}-`)}\n둘째 줄`),
        tasks: [...tasks, rich('일자리창출지원사업추진단운영계획수립')],
      })),
    });
    for (let index = 0; index < 4; index++)
      for (let word = 0; word < 6; word++) expect(times(text, `이름${index}-${word}.`)).toBe(1);
    expect(times(text, '둘째줄')).toBe(4);
    expect(times(text, '일자리창출지원사업추진단운영계획수립')).toBe(4);
  });

  it('holds a strategy without tasks, and no strategy at all', async () => {
    const block = vision(3, 2);
    expect(times((await shown(block)).text, '전략이름2.')).toBe(1);
    expect((await shown({ ...block, strategies: [] })).text).toContain('비전문장하나');
  });
});
