// Findings of a plan -> answers that do what they say, and none that changes nothing.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { FindingCard, Findings, Saved } from '../../src/serve/api.ts';
import { Window, Workplace } from './served-plan.ts';

let place: Workplace;
beforeAll(async () => {
  place = await Workplace.make();
  const missing = `missing: { caption: 없는 그림, alt: 없음, missing: 구별 구인건수 }\n`;
  const charts = path.join(place.folder, 'charts.yaml');
  await writeFile(charts, (await readFile(charts, 'utf8')) + missing);
  const text = path.join(place.folder, 'narrative/labour-market.hbs');
  await writeFile(text, `${await readFile(text, 'utf8')}{{chart "missing"}}\n`);
});
afterAll(() => place.leave());

it('offers only answers that settle it, and takes no value that is there already', async () => {
  const window = await Window.open(await place.serve());
  const state = await window.plan('2023');
  const base = `/api/plans/${state.card.plan}`;
  const { groups } = await window.get<Findings>(`${base}/findings`);
  const cards = groups.flatMap(({ findings }) => findings);
  const like = (words: string): FindingCard => {
    const card = cards.find(({ message }) => message.includes(words));
    if (card === undefined) throw new Error(words);
    return card;
  };
  const kinds = (words: string) => like(words).answers.map(({ kind }) => kind);
  expect(kinds('적힌 값은 12명')).toEqual(['print-computed', 'keep', 'not-a-fault']);
  // What it comes to is no value of the rate; a comma is no other number.
  expect(kinds('2년 동안의 증감률')).toEqual(['keep', 'not-a-fault']);
  expect(kinds('천 단위 쉼표')).toEqual(['keep', 'not-a-fault']);
  expect(kinds('값이 아직 없습니다')).toEqual(['correct', 'keep']);
  expect(kinds('의 자료가 없습니다')).toEqual(['omit']);
  expect(like('값이 아직 없습니다').answers[1]?.explained).toContain('미정');

  const file = path.join(place.folder, 'dispositions.yaml');
  const before = await readFile(file, 'utf8').catch(() => '');
  const decide = (words: string, answer: string, value?: string) =>
    window.post<Saved>(`${base}/decisions`, {
      ...{ stamp: state.stamp, findings: [like(words).finding], answer, reason: '' },
      ...(value !== undefined && { value }),
    });
  const refused = [
    await decide('2년 동안의 증감률', 'print-computed'),
    await decide('의 자료가 없습니다', 'keep'),
    await decide('값이 아직 없습니다', 'correct', ''),
  ];
  expect(refused.map(({ kind }) => kind)).toEqual(['refused', 'refused', 'refused']);
  expect(await readFile(file, 'utf8').catch(() => '')).toBe(before);
  expect((await decide('값이 아직 없습니다', 'correct', '1,234')).kind).toBe('saved');
  expect(await readFile(file, 'utf8')).toContain('value: 1234');
  const again = (await window.get<Findings>(`${base}/findings`)).groups.flatMap(({ findings }) => findings);
  const decided = again.find(({ finding }) => finding === like('값이 아직 없습니다').finding);
  expect([decided?.decided?.kind, decided?.answers.map(({ kind }) => kind)]).toEqual([
    'correct',
    ['correct', 'keep'],
  ]);
});
