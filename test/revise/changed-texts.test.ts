// Text changes of editions -> the 변경 대비표 tells them in the words of the plan: never YAML, never a helper.
import { describe, expect, it } from 'vitest';
import { compareSources } from '../../src/commands/compare.ts';
import { plainText } from '../../src/document/inline.ts';
import { revisedSources } from './revised-plan.ts';

const ROOM = 'tasks/startup/projects/room';
const SHEET = `□ 사업내용
○ **{{project "room"}}**: 목표 {{fig "./projects/room/target"}}명, 예산 {{fig "./projects/room/funding/total"}}천원
○ 모집은 봄에 합니다
`;
const FILES: Readonly<Record<string, string>> = { 'tasks/startup.hbs': SHEET };

/** The cells of the table of texts, row by row. */
async function rows(changes: readonly string[]): Promise<readonly (readonly string[])[]> {
  const edition = `number: 1\ntitle: 제1회 추경\nkind: 추경\ndate: 2023-05-01\npublished: true\nchanges:\n${changes.map((change) => `  - ${change}\n`).join('')}`;
  const own = new Map([...Object.entries(FILES), ['editions/1.yaml', edition]]);
  const { value, diagnostics } = await compareSources(revisedSources(own), { files: false, places: false });
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  const table = value.document.blocks.find(({ id }) => id === 'comparison-texts');
  if (table?.kind !== 'table') return [];
  return table.rows
    .slice(1)
    .map((row) =>
      row.map(({ blocks }) =>
        blocks
          .map((block) => (block.kind === 'paragraph' ? plainText(block.content.inlines) : ''))
          .join(' / '),
      ),
    );
}

describe('the texts of the 변경 대비표', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'a name',
      `{ text: tasks/startup.yaml, before: 'name: 창업 공간', after: 'name: 창업 누리집', reason: 개명 }`,
      ['청년 창업', '세부사업명: 창업 공간 → 창업 누리집', '개명'],
    ],
    [
      'a part of a name',
      `{ text: tasks/startup.yaml, before: '업 학', after: '업 대학' }`,
      ['청년 창업', '세부사업명: 창업 학교 → 창업 대학교', ''],
    ],
    [
      'several lines with a name in them',
      `{ text: tasks/startup.yaml, before: "  - id: room\\n    name: 창업 공간\\n", after: "  - id: room\\n    name: 새 공간\\n" }`,
      ['청년 창업', '세부사업명: 창업 공간 → 새 공간', ''],
    ],
    [
      'a period',
      `{ text: tasks/startup.yaml, before: "period: { text: '2023. 1. ~ 12.', from: 1, to: 12 }", after: "period: { text: '2023. 3. ~ 12.', from: 3, to: 12 }" }`,
      ['청년 창업', '기간: 2023. 1. ~ 12. → 2023. 3. ~ 12.', ''],
    ],
    [
      'a period that was not there',
      `{ text: tasks/startup.yaml, before: '    name: 창업 학교', after: "    name: 창업 학교\\n    period: { text: '2023. 5.' }" }`,
      ['청년 창업', '기간: 없음 → 2023. 5.', ''],
    ],
    [
      'a department that was not there',
      `{ text: tasks/startup.yaml, before: '    name: 창업 학교', after: "    name: 창업 학교\\n    department: 청년과" }`,
      ['청년 창업', '담당부서: 없음 → 청년과', ''],
    ],
    [
      'the name of a task',
      `{ text: tasks/startup.yaml, before: 'name: 청년 창업', after: 'name: 청년 기업' }`,
      ['청년 기업', '실천과제명: 청년 창업 → 청년 기업', ''],
    ],
    [
      'prose, as its excerpt',
      `{ text: tasks/startup.hbs, before: '봄에', after: '가을에' }`,
      ['청년 창업', '봄에', '가을에', ''],
    ],
    [
      'prose with helpers, filled in',
      `{ text: tasks/startup.hbs, before: '}}명, 예산 {{fig', after: '}}명이고, 예산은 {{fig' }`,
      [
        '청년 창업',
        '○ 창업 공간: 목표 5명, 예산 1,800천원',
        '○ 창업 공간: 목표 5명이고, 예산은 1,800천원',
        '',
      ],
    ],
    [
      'an excerpt that a helper stands around',
      `{ text: tasks/startup.hbs, before: 'fig "./projects/room/target"', after: 'fig "./projects/school/target"' }`,
      ['청년 창업', '○ 창업 공간: 목표 5명, 예산 1,800천원', '○ 창업 공간: 목표 6명, 예산 1,800천원', ''],
    ],
  ])('tell %s', async (_, change, expected) => {
    expect(await rows([change])).toEqual([expected]);
  });

  it('show the figures that each edition has', async () => {
    const changes = [
      `{ set: ${ROOM}/target, before: 5, after: 9 }`,
      `{ text: tasks/startup.hbs, before: '}}명, 예산', after: '}}명이며 예산' }`,
    ];
    expect(await rows(changes)).toEqual([
      ['청년 창업', '○ 창업 공간: 목표 5명, 예산 1,800천원', '○ 창업 공간: 목표 9명이며 예산 1,800천원', ''],
    ]);
  });

  it('name a project that has ended, where the text before does', async () => {
    const line = SHEET.split('\n')[1] ?? '';
    const changes = [
      `{ end: ${ROOM} }`,
      `{ text: tasks/startup.hbs, before: ${JSON.stringify(line)}, after: '○ 공간은 닫았습니다' }`,
    ];
    expect((await rows(changes))[0]?.slice(1, 3)).toEqual([
      '○ 창업 공간: 목표 5명, 예산 1,800천원',
      '○ 공간은 닫았습니다',
    ]);
  });

  it('never show keys, braces or what stands for nothing', async () => {
    const changes = [
      `{ text: tasks/startup.hbs, before: "○ 모집은 봄에 합니다", after: "{{#if x}}○ {{nothing 1}} 모집{{/if}}" }`,
    ];
    // A template at fault is told as one; the comparison alone must not print it.
    const cells = (await rows(changes).catch(() => [[]])).flat().join(' ');
    expect(cells).not.toMatch(/[{}]/);
  });
});
