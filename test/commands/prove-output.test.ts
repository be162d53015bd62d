// Files in an output folder and a plan -> whether they are still its own, and what they are instead.

import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type BuildOptions, build } from '../../src/commands/build.ts';
import { type LyingFiles, proveOutput } from '../../src/commands/prove-output.ts';
import type { Sources } from '../../src/commands/sources.ts';
import { formatLocation } from '../../src/diagnostic.ts';
import { FONTS } from '../fuzz/base-plan.ts';
import { textsIn } from '../plan-format/plan-folders.ts';
import { withPages, withPart } from '../proof/sabotage.ts';
import { partNameOf, partsOf } from '../revise/import-plan.ts';
import { CASES, revisedSources } from '../revise/revised-plan.ts';

const EDITIONS = textsIn(path.join(CASES, 'three-in-a-row'));
const OWN = new Map([['editions/1.yaml', EDITIONS.get('editions/1.yaml') ?? '']]);

function sourcesOf(own: ReadonlyMap<string, string> = OWN): Sources {
  return { ...revisedSources(own), fonts: FONTS };
}

/** What a build leaves in a folder. */
async function made(options: BuildOptions, sources = sourcesOf()): Promise<LyingFiles> {
  const formats = options.submit === true ? (['xlsx'] as const) : (['pdf', 'xlsx'] as const);
  const { files, diagnostics } = await build(sources, formats, undefined, undefined, {
    judged: false,
    ...options,
  });
  if (files.length === 0) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return new Map(files.map(({ name, bytes }) => [name, bytes]));
}

/** A line a file: its state, what is said of it, and whether places are told. */
async function told(lying: LyingFiles, edition: number, sources = sourcesOf()): Promise<readonly string[]> {
  const { value, diagnostics } = await proveOutput(sources, lying, edition);
  if (value === undefined) return diagnostics.map(({ message }) => message);
  return value.files.map(({ name, state, notes, diagnostics: [first] }) =>
    [
      state,
      name,
      ...notes.map((note) => note.replaceAll(/\d+곳/g, 'N곳')),
      ...(first === undefined ? [] : ['places']),
    ].join(' | '),
  );
}

let review: LyingFiles;

beforeAll(async () => {
  review = await made({ edition: 1 });
}, 60_000);

describe('files as they were made', () => {
  it('a review copy', async () => {
    expect(await told(review, 1)).toMatchInlineSnapshot(`
      [
        "same | plan.pdf",
        "same | budget.xlsx",
        "same | targets.xlsx",
        "same | figures.json",
      ]
    `);
  });
  it('a publication, its list of findings apart, and copies to hand in below it', async () => {
    const submitted = await made({ edition: 1, submit: true });
    const lying = new Map([
      ...(await made({ edition: 1, final: true })),
      ...[...submitted].map(([name, bytes]) => [`submit/${name}`, bytes] as const),
    ]);
    expect(await told(lying, 1)).toMatchInlineSnapshot(`
      [
        "same | submit/budget.xlsx",
        "same | submit/targets.xlsx",
        "same | plan.pdf",
        "same | budget.xlsx",
        "same | targets.xlsx",
        "same | figures.json",
      ]
    `);
    expect(await told(submitted, 1)).toMatchInlineSnapshot(`
      [
        "same | budget.xlsx",
        "same | targets.xlsx",
      ]
    `);
    const listed = await made({ edition: 1, findings: true });
    expect((await told(listed, 1))[0]).toBe('same | plan.pdf');
  });
});

describe('files that are not', () => {
  it('a value and a column changed by hand, a text of the PDF exchanged', async () => {
    const budget = review.get('budget.xlsx') ?? new Uint8Array();
    const pdf = review.get('plan.pdf') ?? new Uint8Array();
    const lying = new Map([
      ...review,
      [
        'budget.xlsx',
        withPart(budget, partNameOf(partsOf(budget), '세부사업별(입력)'), (xml) =>
          xml.replace('<v>6400</v>', '<v>6401</v>').replace('<col min="2"', '<col hidden="1" min="2"'),
        ),
      ],
      ['plan.pdf', withPages(pdf, [1], (pages) => pages.set(1, (pages.get(1) ?? []).toSpliced(8, 1)))],
    ]);
    expect(await told(lying, 1)).toMatchInlineSnapshot(`
      [
        "changed | plan.pdf | 지금 자료로 만든 것과 다른 곳: N곳 | places",
        "changed | budget.xlsx | 자료는 그대로인데 파일이 다릅니다: 만든 뒤에 고쳤거나, 다른 판의 프로그램으로 만들었습니다. | places",
        "same | targets.xlsx",
        "same | figures.json",
      ]
    `);
    const { value } = await proveOutput(sourcesOf(), lying, 1);
    const places = value?.files.flatMap(({ diagnostics }) =>
      diagnostics.map(({ place }) => formatLocation(place)),
    );
    expect(places).toContain('budget.xlsx!세부사업별(입력)!H8');
  });
  it('made before the data changed', async () => {
    const intern = revisedSources(OWN).plan.files.get('tasks/intern.yaml') ?? '';
    const now = sourcesOf(new Map([...OWN, ['tasks/intern.yaml', intern.replace('6400', '6500')]]));
    expect(await told(review, 1, now)).toMatchInlineSnapshot(`
      [
        "changed | plan.pdf | 지금 자료로 만든 것과 다른 곳: N곳 | places",
        "changed | budget.xlsx | 이 파일을 만든 뒤에 자료가 바뀌었습니다: 수치 21개(청년 인턴 › 행정 인턴 시도비 만들 때 6400, 지금 6500). | places",
        "same | targets.xlsx",
        "changed | figures.json | 이 파일을 만든 뒤에 자료가 바뀌었거나, 다른 판의 파일이거나, 파일을 고쳤습니다: 수치 26개. | places",
      ]
    `);
  });
  it('of another edition, of another plan', async () => {
    expect(await told(review, 0)).toMatchInlineSnapshot(`
      [
        "changed | plan.pdf | 제1차 판의 파일입니다. 확인한 것은 당초입니다(--edition 1로 확인할 수 있습니다).",
        "changed | budget.xlsx | 제1차 판의 파일입니다. 확인한 것은 당초입니다(--edition 1로 확인할 수 있습니다).",
        "changed | targets.xlsx | 제1차 판의 파일입니다. 확인한 것은 당초입니다(--edition 1로 확인할 수 있습니다).",
        "changed | figures.json | 이 파일을 만든 뒤에 자료가 바뀌었거나, 다른 판의 파일이거나, 파일을 고쳤습니다: 수치 170개. | places",
      ]
    `);
    const head = (revisedSources(OWN).plan.files.get('plan.yaml') ?? '')
      .replace('id: revised', 'id: other')
      .replace('일자리대책', '일자리계획');
    const edition = (OWN.get('editions/1.yaml') ?? '').replace('plan: revised', 'plan: other');
    const other = sourcesOf(
      new Map([
        ['plan.yaml', head],
        ['editions/1.yaml', edition],
      ]),
    );
    expect(await told(review, 1, other)).toMatchInlineSnapshot(`
      [
        "changed | plan.pdf | 다른 문서입니다: 이 판의 제목은 ‘2023년도 일자리계획 (제1회 추가경정예산)’인데, 파일의 제목은 ‘2023년도 일자리대책 (제1회 추가경정예산)’입니다. | 지금 자료로 만든 것과 다른 곳: N곳 | places",
        "changed | budget.xlsx | 다른 계획(revised)의 파일입니다.",
        "changed | targets.xlsx | 다른 계획(revised)의 파일입니다.",
        "changed | figures.json | 다른 계획(revised)의 파일입니다.",
      ]
    `);
  });
  it('missing, empty, not ours', async () => {
    const lying = new Map([...review, ['plan.pdf', new Uint8Array()]]);
    lying.delete('budget.xlsx');
    expect(await told(lying, 1)).toMatchInlineSnapshot(`
      [
        "changed | plan.pdf | 지금 자료로 만든 것과 다른 곳: N곳 | places",
        "missing | budget.xlsx | figures.json에는 함께 만들었다고 적혀 있습니다.",
        "same | targets.xlsx",
        "same | figures.json",
      ]
    `);
  });
});
