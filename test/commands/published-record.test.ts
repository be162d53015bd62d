// Records of what went out: harmed, of another plan, of an older program; decisions and corrections after them; who leaves them alone.

import { describe, expect, it } from 'vitest';
import { build } from '../../src/commands/build.ts';
import { inspectPlan } from '../../src/commands/check.ts';
import { importEdition } from '../../src/commands/import-edition.ts';
import { lastEdition } from '../../src/commands/last-edition.ts';
import { nextPlan } from '../../src/commands/next-plan.ts';
import { internalEdition, publicationRecord, refusedPublication } from '../../src/commands/publish.ts';
import { KEPT } from '../kept.ts';
import { revisedSources, revisedTemplates } from '../revise/revised-plan.ts';
import { edited, PROGRAM, published, sourcesOf, type Texts, told, without } from './published-plan.ts';

const plan = revisedSources(new Map()).plan.files;

const correction = (changes: string): string =>
  `number: 1\ntitle: 정정\nkind: 정정\ndate: 2023-11-01\npublished: true\nreason: 오기\nchanges:\n${changes}`;

describe('a correction', () => {
  it('mends figures, names and texts without a word', async () => {
    const files = new Map([
      ...(await published(plan, 0)),
      [
        'editions/1.yaml',
        correction(`  - { set: tasks/startup/projects/room/funding/national, before: 1500, after: 1400 }
  - { text: tasks/startup.yaml, before: 'name: 창업 학교', after: 'name: 창업 교실' }
  - { text: narrative/summary.hbs, before: 인구는, after: 주민은 }
`),
      ],
    ]);
    expect(told(files)).toEqual([]);
    // It went out too, and is held to its own record.
    const both = await published(files, 1);
    expect(told(both)).toEqual([]);
    expect(told(edited(both, ['editions/1.yaml', 'after: 1400', 'after: 1300']))).toHaveLength(1);
  });

  it('comes by an edited workbook too', async () => {
    const files = await published(plan, 0);
    const { files: made } = await build(sourcesOf(files), ['xlsx'], undefined, undefined, { proof: false });
    const bytes = made.find(({ name }) => name === 'budget.xlsx')?.bytes ?? new Uint8Array();
    const head = { title: '정정', kind: '정정', date: '2023-11-01', published: true } as const;
    const { edition, diagnostics } = importEdition(
      { name: 'budget.xlsx', bytes },
      { displayRoot: 'plan', kept: KEPT, files },
      head,
      revisedTemplates,
    );
    expect([edition?.number, diagnostics]).toEqual([1, []]);
  });
});

describe('a decision', () => {
  const decided = (edition: number, more = '') => `findings:
  - finding: sum-mismatch tasks/startup/target
    decision: print-computed
    values: [12명, 11명]
    edition: ${edition}
    by: 일자리팀
    date: 2023-11-01
    reason: 계산한 값이 맞음
${more}`;

  it('made before is of what went out; made after, a change of it', async () => {
    const before = new Map([...plan, ['dispositions.yaml', decided(0)]]);
    expect(told(await published(before, 0))).toEqual([]);
    const after = new Map([...(await published(plan, 0)), ['dispositions.yaml', decided(0)]]);
    expect(told(after)).toMatchInlineSnapshot(`
      [
        "error plan/dispositions.yaml:2:14 공시한 수치가 바뀌었습니다(당초, 2023. 10. 1. 공시): ‘청년 창업’ 목표 공시 12명, 지금 11명. 함께 달라진 것: 수치 4개. [plan/published/0.json:57:1]",
      ]
    `);
  });

  it('made with a later edition is of that one', async () => {
    const files = new Map([
      ...(await published(plan, 0)),
      ['editions/1.yaml', correction('  []\n')],
      ['dispositions.yaml', decided(1)],
    ]);
    expect(told(files)).toEqual([]);
    const at = async (edition: number) =>
      (await build(sourcesOf(files), [], undefined, undefined, { edition })).book;
    const shown = await Promise.all([0, 1].map(at));
    const target = shown.map(
      (book) => [...(book ?? [])].find(([one]) => one === 'tasks/startup/target')?.[1],
    );
    expect(target.map((figure) => figure?.effective)).toMatchObject([{ digits: 0 }, { digits: 0 }]);
    expect(target[0]?.effective).not.toEqual(target[1]?.effective);
  });

  it('does not settle what is told of it, nor does the plan switch it off', async () => {
    const files = edited(await published(plan, 0), ['tasks/intern.yaml', 'target: 40', 'target: 41']);
    const settled = `rules-off: [{ rule: published-changed, reason: 바쁨 }]
findings:
  - finding: published-changed 0 tasks/intern/projects/office/target
    decision: keep
    values: [41명, 40명, '공시 기록: 40명']
    edition: 0
    by: 일자리팀
    date: 2023-11-01
    reason: 그대로 둠
`;
    const { value } = inspectPlan(sourcesOf(new Map([...files, ['dispositions.yaml', settled]])));
    const found = value?.findings ?? [];
    const own = found.filter(({ rule }) => rule === 'published-changed');
    expect(own.map(({ disposition }) => disposition)).toEqual([undefined]);
    const stale = found.filter(({ rule }) => rule === 'stale-disposition').map(({ message }) => message);
    expect(stale).toMatchInlineSnapshot(`
      [
        "확인사항 ‘published-changed 0 tasks/intern/projects/office/target’: 공시한 것과 달라진 것은 처리로 넘길 수 없습니다. 되돌리거나 정정 판으로 바로잡습니다.",
        "규칙 ‘published-changed’: 끌 수 없는 규칙입니다.",
      ]
    `);
  });
});

describe('a record', () => {
  const FILE = 'published/0.json';
  const bad = async (change: (text: string) => string): Promise<readonly string[]> => {
    const files = await published(plan, 0);
    return told(new Map([...files, [FILE, change(files.get(FILE) ?? '')]]));
  };
  const HARMED =
    'error plan/published/0.json:1:1 공시 기록이 적은 그대로가 아닙니다: published/0.json. 고쳤거나 깨졌습니다.';

  it('that was edited or harmed is told', async () => {
    for (const change of [
      (text: string) => text.replace('220명', '221명'),
      (text: string) => text.slice(0, 300),
      () => '',
      () => 'null',
      () => '['.repeat(100_000),
      (text: string) => text.replace('"plan"', '"__proto__": 1,\n  "plan"'),
    ])
      expect(await bad(change)).toEqual([HARMED]);
  });
  it('comes through an editor of Windows unharmed', async () => {
    expect(await bad((text) => `\uFEFF${text.replaceAll('\n', '\r\n')}`)).toEqual([]);
  });
  it('of another plan or edition is told', async () => {
    const files = await published(plan, 0);
    const other = edited(files, ['plan.yaml', 'id: revised', 'id: other']);
    expect(told(other)).toEqual([
      'error plan/published/0.json:1:1 이 판의 공시 기록이 아닙니다: published/0.json에는 계획 revised, 제0차 판이 적혀 있습니다.',
    ]);
    const moved = new Map([...files, ['published/7.json', files.get(FILE) ?? '']]);
    expect(told(moved)).toHaveLength(1);
  });
  it('that a later one knows of is missed', async () => {
    const files = new Map([...plan, ['editions/1.yaml', correction('  []\n')]]);
    const both = await published(files, 0, 1);
    expect(told(both)).toEqual([]);
    expect(told(without(both, FILE))).toEqual([
      'error plan/published/1.json:1:1 앞서 공시한 판의 기록이 없어졌습니다: published/0.json',
    ]);
    const again =
      (await published(edited(plan, ['cover.yaml', '일자리대책', '일자리계획']), 0)).get(FILE) ?? '';
    const now = edited(both, ['cover.yaml', '일자리대책', '일자리계획']);
    expect(told(new Map([...now, [FILE, again]]))).toEqual([
      'error plan/published/1.json:1:1 앞서 공시한 판의 기록이 바뀌었습니다: published/0.json',
    ]);
  });
  it('is a line an entry, and small', async () => {
    const text = (await published(plan, 0)).get(FILE) ?? '';
    expect(text.length).toBeLessThan(20_000);
    expect(text).toContain('\n    "tables/people/2022/count": "220명",\n');
    expect(text).toContain('\n      "○ 인구는 {tables/people/2022/count|220명}입니다."');
  });
});

describe('another version of the program', () => {
  /** As if it had printed one text of its own, and one number, in another way. */
  const older = async (...edits: readonly (readonly [string, string])[]): Promise<Texts> => {
    const files = await published(plan, 0);
    const record = files.get('published/0.json') ?? '';
    const sources = sourcesOf(files);
    const made = await build(sources, [], undefined, undefined, { final: true, judged: false, edition: 0 });
    const { document } = made;
    if (document === undefined) throw new Error('no document');
    const text = JSON.stringify(document);
    const changed = edits.reduce((all, [before, after]) => all.replaceAll(before, after), text);
    const notes = document.notes;
    const again = publicationRecord(
      { ...made, document: { ...JSON.parse(changed), notes } },
      sources,
      '2023-10-01',
    );
    expect(again.bytes.length).not.toBe(record.length);
    return new Map([...files, [again.name, new TextDecoder().decode(again.bytes)]]);
  };

  it('prints otherwise: information, once; with the same version an error', async () => {
    const files = await older(['추진전략', '추진 전략'], ['세부사업', '세부 사업']);
    const newer = told(files, '2.0.0');
    expect(newer).toHaveLength(1);
    expect(newer[0]).toMatch(/^information plan\/published\/0\.json:1:1 프로그램의 판이 다릅니다/);
  });

  it('does not hide a change of the data', async () => {
    const files = await older(['추진전략', '추진 전략']);
    const now = told(edited(files, ['tasks/intern.yaml', 'target: 40', 'target: 41']), '2.0.0');
    expect(now.map((line) => line.split(' ')[0])).toEqual(['error', 'information']);
  });
});

describe('who leaves it alone', () => {
  it('a publication is refused twice, and of an internal edition', async () => {
    const files = await published(plan, 0);
    const folder = { displayRoot: 'plan', kept: KEPT, files };
    expect(refusedPublication(folder, 'latest')?.message).toBe(
      '이미 공시한 판입니다 (당초, 2023. 10. 1. 공시). 한 판은 한 번만 공시합니다.',
    );
    expect(refusedPublication({ ...folder, files: plan }, 0)).toBeUndefined();
    const internal = correction('  []\n').replace('published: true', 'published: false');
    const { plan: made } = await build(sourcesOf(new Map([...files, ['editions/1.yaml', internal]])), []);
    expect(made && internalEdition(made)?.rule).toBe('internal-edition');
  });
  it('revert keeps it, next year has none, and an older plan none either', async () => {
    const files = new Map([...(await published(plan, 0)), ['editions/1.yaml', correction('  []\n')]]);
    const folder = { displayRoot: 'plan', kept: KEPT, files };
    expect(lastEdition(folder).value?.isPublished).toBe(false);
    const gone = await published(files, 1);
    expect(lastEdition({ ...folder, files: gone }).value?.isPublished).toBe(true);
    const { value } = nextPlan(
      { displayRoot: 'plan', kept: KEPT, files: gone },
      new Map(),
      'next',
      undefined,
    );
    expect(value?.files.filter(({ name }) => name.startsWith('published'))).toEqual([]);
    expect(told(plan, PROGRAM)).toEqual([]);
  });
});
