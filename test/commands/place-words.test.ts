// Findings of a plan -> the words, pages and boxes by which people find them.
import { expect, it } from 'vitest';
import { findingsJson } from '../../src/cli/findings-json.ts';
import { findingsText } from '../../src/cli/findings-text.ts';
import { inspectPlan } from '../../src/commands/check.ts';
import { type PlaceTeller, placeInWords } from '../../src/commands/place-words.ts';
import { layOutPages } from '../../src/commands/plan-pages.ts';
import { revisedSources } from '../revise/revised-plan.ts';
import { fonts } from '../write/pdf/documents.ts';

const { value: inspected } = inspectPlan(revisedSources(new Map()));
if (inspected === undefined) throw new Error('the plan cannot be read');
const { checked, findings, plan } = inspected;
const { value: pages } = await layOutPages(checked.document, fonts);
if (pages === undefined) throw new Error('the plan cannot be laid out');
const told = (where: PlaceTeller) =>
  findings.flatMap((finding) => [
    where.of(finding).words,
    ...finding.related.map(({ place, note }) => `  ${where.at(place, note).words}`),
  ]);

it('says where findings are: on the page, or in the data where nothing is printed', () => {
  expect(told(placeInWords(checked, pages))).toMatchInlineSnapshot(`
    [
      "3쪽 · 과제 시트 ‘청년 창업’ · 표 · ‘청년 창업’ 목표",
      "  3쪽 · 과제 시트 ‘청년 창업’ · ‘창업 공간’ 목표",
      "  실천과제 ‘청년 창업’ · 세부사업 ‘창업 학교’",
      "3쪽 · 과제 시트 ‘청년 창업’ · 표 · ‘청년 창업’ 국비",
      "  실천과제 ‘청년 창업’ · 세부사업 ‘창업 공간’",
      "1쪽 · ‘인구’ · 표 ‘인구’",
      "  1쪽 · ‘인구’ · 표 ‘인구’ · 2021년 인구",
      "추진전략",
    ]
  `);
  // Without pages the words are the same.
  expect(told(placeInWords(checked))).toEqual(
    told(placeInWords(checked, pages)).map((words) => words.replace(/^( *)\d+쪽 · /, '$1')),
  );
  const { at } = placeInWords(checked, pages);
  const whole = (file: string) => at({ file, line: 1, column: 1 }).words;
  expect([
    at({ file: 'budget.xlsx', cell: '총괄!B5' }).words,
    whole('plan/dispositions.yaml'),
    whole('templates/publication.hbs'),
    whole('plan/narrative/none.hbs'),
  ]).toEqual(['시트 ‘총괄’ · B5칸', '확인사항의 처리', '여러 계획이 함께 쓰는 틀', '본문의 글']);
});

it('has a box around each figure that it finds in print, and not around the text beside it', () => {
  const { layout, traced } = pages;
  let inProse = 0;
  for (const [address, boxes] of traced.figures)
    for (const { page, x, y, width } of boxes) {
      const run = layout.texts.find(
        (text) =>
          text.page === page &&
          text.figures.includes(address) &&
          text.x - 0.1 <= x &&
          x + width <= text.x + text.width + 0.1 &&
          Math.abs(text.y - y) < text.height,
      );
      expect(run, address).toBeDefined();
      if (run === undefined) continue;
      const alone = /^(?:-|△?[\d.,]+[가-힣%]{0,2})$/.test(run.text);
      if (alone) expect(Math.abs(run.x - x) + Math.abs(run.width - width)).toBeLessThan(0.1);
      else expect(width).toBeLessThan(run.width);
      if (!alone) inProse++;
    }
  expect(inProse).toBeGreaterThan(2);
  expect(new Set(layout.texts.flatMap((text) => text.figures))).toEqual(new Set(traced.figures.keys()));
});

it('is told beside the place in the files, and to programs by a key of its own', () => {
  const where = placeInWords(checked, pages);
  const [first] = findings;
  if (first === undefined) throw new Error('nothing was found');
  expect(findingsText(findings, false, where)).toContain(`startup.yaml:3:9  ${where.of(first).words}\n`);
  expect(findingsText(findings, false)).not.toContain('쪽');
  const json = (teller?: PlaceTeller) => JSON.parse(JSON.stringify(findingsJson(plan, findings, teller)));
  const { printed, ...rest } = json(where).findings[0];
  expect(rest).toEqual(json().findings[0]);
  expect(printed).toMatchObject({ page: '3쪽', boxes: [{ page: 4 }] });
});
