// Diagrams of boxes: each text printed once, in boxes that stay on the page and apart, however wide or deep the tree is.
import { describe, expect, it } from 'vitest';
import type { DiagramBlock } from '../../../src/document/document.ts';
import { overlaps } from '../../commands/pdf-text.ts';
import { item, rich } from './documents.ts';
import { area, outside, pagesWith, print, times, words } from './print.ts';

type Box = DiagramBlock['boxes'][number];

function box(name: string, children: readonly Box[] = []): Box {
  return { name: rich(name), ...(children.length > 0 && { note: rich(`${name}메모`) }), children };
}

/** So many boxes below each, level by level, named by their numbers in the order in which they are heard. */
function tree(...counts: readonly number[]): Box {
  let number = 0;
  const at = (level: number): Box => {
    const name = `상자${number++}.`;
    return box(
      name,
      Array.from({ length: counts[level] ?? 0 }, () => at(level + 1)),
    );
  };
  return at(0);
}

function countOf(one: Box): number {
  return 1 + one.children.reduce((sum, child) => sum + countOf(child), 0);
}

async function shown(form: DiagramBlock['form'], boxes: readonly Box[]) {
  const block: DiagramBlock = {
    kind: 'diagram',
    id: 'diagram',
    caption: rich('추진체계'),
    alt: rich('들리는 글'),
    source: rich('자료: 총무과'),
    form,
    boxes,
  };
  const made = await print([item('before', 1, '앞글'), block, item('after', 1, '뒷글')]);
  expect(made.pages.flatMap(overlaps)).toEqual([]);
  const body = made.pages.map((page) => ({
    ...page,
    pieces: page.pieces.filter(
      ({ text, y }) => text !== '시험 문서' && (text !== String(page.number) || y < area.bottom),
    ),
  }));
  expect(body.flatMap(outside)).toEqual([]);
  expect(pagesWith(made.layout, 'diagram')).toHaveLength(1);
  const lines = made.layout.shapes.filter(({ outline }) => outline.kind === 'line');
  return { text: made.texts.join(''), lines };
}

describe('a diagram', () => {
  it.each([
    [[]],
    [[1]],
    [[4]],
    [[12]],
    [[30]],
    [[1, 12]],
    [[1, 5, 3]],
    [[2, 2, 2, 2]],
    [[7, 7]],
    [[1, 1, 1, 1, 1]],
    [[1, 3, 2, 2, 2]],
  ])('of %j boxes below each prints each text once, within the text area', async (counts) => {
    const root = tree(...counts);
    const { text } = await shown('tree', [root]);
    for (let number = 0; number < countOf(root); number++)
      expect(times(text, `상자${number}.`), `상자${number}.`).toBe(
        counts.length > 0 && text.includes(`상자${number}.메모`) ? 2 : 1,
      );
  });

  it.each([1, 3, 4, 5, 7, 8, 20])('of %i steps prints each once', async (count) => {
    const { text } = await shown(
      'steps',
      Array.from({ length: count }, (_, index) => box(`단계${index}.`)),
    );
    for (let index = 0; index < count; index++) expect(times(text, `단계${index}.`)).toBe(1);
  });

  it('wraps long texts inside their boxes', async () => {
    const long = (name: string) => ({
      ...box(words(8, `${name}-`)),
      note: rich('일자리창출지원사업추진단운영계획수립'),
    });
    const { text } = await shown('tree', [
      { ...long('위'), children: [long('하나'), long('둘'), long('셋')] },
    ]);
    for (const name of ['위', '하나', '둘', '셋'])
      for (let word = 0; word < 8; word++) expect(times(text, `${name}-${word}.`)).toBe(1);
  });
});
