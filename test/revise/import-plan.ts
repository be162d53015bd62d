// A small plan with statistics -> its workbooks, and short ways to edit them as people and other programs do.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { zipSync } from 'fflate';
import { type EditionHead, type ImportResult, importEdition } from '../../src/commands/import-edition.ts';
import { PROGRAM_FOLDER, readSources } from '../../src/files.ts';
import { readZip } from '../../src/zip/read-zip.ts';
import { KEPT } from '../kept.ts';
import { WHOLE } from '../whole.ts';

export type Files = ReadonlyMap<string, string>;

/** Two strategies; projects with sources, a task as a whole, a project in its file's block and flow style. */
export const PLAN: Files = new Map(
  Object.entries({
    'plan.yaml': `id: small
title: 일자리대책
issuer: 한빛구
year: 2023
issue-date: 2023-03-31
office: district
`,
    'strategies.yaml': `strategies:
  - { id: youth, name: 청년 일자리, tasks: [startup, intern] }
  - { id: women, name: 여성 일자리, tasks: [course] }
`,
    'tasks/startup.yaml': `id: startup
name: 청년 창업
projects:
  - id: room
    name: 창업 공간
    period: { text: 2023. 1. ~ 12., from: 1, to: 12 }
    target: 5
    funding: { national: 1500, district: 300 }
  - id: school
    name: 창업 학교
    target: 6
    funding: { total: 700, district: 700 }
  - { id: shop, name: 창업 점포, target: 3, funding: { district: 90 } }
`,
    'tasks/intern.yaml': `id: intern
name: 청년 인턴
projects:
  - id: office
    name: 행정 인턴
    target: 40
    funding: { province: 6400, district: 1600 }
`,
    'tasks/course.yaml': `id: course
name: 여성 교육
target: 20
funding: { total: 5000, national: 2000, province: '-', district: 3000 }
`,
    'statistics/openings.yaml': `id: openings
caption: '< 연도별 구인·구직 현황 >'
unit-line: '(단위 : 건, %)'
corner: 구 분
unit: 건
columns:
  - { id: openings, label: 구인 }
  - { id: seekers, label: 구직 }
  - { id: share, label: 비율, unit: '%', digits: 1 }
  - { id: rate, label: 취업률, unit: '%' }
rows:
  - { id: 2020, period: 2020 }
  - { id: 2021, period: 2021 }
  - { id: 2022, period: 2022 }
cells:
  2020: [41000, 52000, computed, 61.2]
  2021: [42405, 60195, computed, 60.4]
  2022: [46567, '-', computed, missing]
relations:
  '*/share': share(./openings, ./seekers)
`,
    'narrative/labour-market.hbs': `□ 지역 노동시장 현황
{{table "openings"}}
`,
  }),
);

export type Workbook = 'budget.xlsx' | 'targets.xlsx' | 'plan.xlsx';

const PLAN_FOLDER = path.join(PROGRAM_FOLDER, 'data/incheon-seogu-2023');
let sources: ReturnType<typeof readSources> | undefined;

type Made = ReadonlyMap<string, Uint8Array>;
type Form = 'xlsx' | 'form';
/** By the texts: tests of many files begin with the same plan. Nobody changes the bytes. */
const made = new Map<string, Promise<Made>>();

/** The plan's workbooks, or the one to be filled. Most tests ask what is typed into them, and leave their proof to `measure:lists`. */
export function workbooksOf(files: Files, edition = 0, format: Form = 'xlsx', proof = WHOLE): Promise<Made> {
  const key = JSON.stringify([edition, format, proof, ...files]);
  const known = made.get(key) ?? buildWorkbooks(files, edition, format, proof);
  made.set(key, known);
  return known;
}

async function buildWorkbooks(files: Files, edition: number, format: Form, proof: boolean): Promise<Made> {
  // Only who writes workbooks should wait for what that takes to load.
  const { build } = await import('../../src/commands/build.ts');
  sources ??= readSources(
    PLAN_FOLDER,
    { working: PROGRAM_FOLDER, program: PROGRAM_FOLDER },
    { fonts: false, kept: KEPT },
  );
  const { value } = await sources;
  if (value === undefined) throw new Error('no templates');
  const { files: built, diagnostics } = await build(
    { ...value, plan: { displayRoot: 'plan', kept: KEPT, files } },
    [format],
    undefined,
    undefined,
    { final: false, edition, proof },
  );
  if (built.length === 0) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return new Map(built.map(({ name, bytes }) => [name, bytes]));
}

export const HEAD: EditionHead = {
  title: '제1회 추가경정예산',
  kind: '추경',
  date: '2023-05-12',
  published: true,
};

/** The words that the program's templates have for budgets, rates and heads of tables. */
export const TEMPLATES = {
  displayRoot: 'templates',
  kept: KEPT,
  files: new Map(
    ['budget-words.yaml', 'categories.yaml', 'check-words.yaml', 'rate-words.yaml'].map((name) => [
      name,
      readFileSync(path.join(PROGRAM_FOLDER, 'templates', name), 'utf8'),
    ]),
  ),
};

export function imported(
  bytes: Uint8Array,
  files: Files = PLAN,
  name = 'budget.xlsx',
  head: EditionHead = HEAD,
): ImportResult {
  return importEdition({ name, bytes }, { displayRoot: 'plan', kept: KEPT, files }, head, TEMPLATES);
}

/** The lines below `changes:` of the edition's file; the faults when there is none. */
export function changesOf({ edition, diagnostics }: ImportResult): readonly string[] {
  if (edition === undefined) return faultsOf({ edition, diagnostics });
  return edition.text
    .split('\n')
    .filter((line) => line.startsWith('  - '))
    .map((line) => line.slice(4));
}

/** `cell rule` or `file:line rule`, errors and warnings. */
export function faultsOf({ diagnostics }: ImportResult): readonly string[] {
  return diagnostics
    .filter(({ severity }) => severity !== 'information')
    .map(({ place, rule }) => `${'cell' in place ? place.cell : `${place.file}:${place.line}`} ${rule}`);
}

/** The parts of a workbook as texts. */
export function partsOf(bytes: Uint8Array): Map<string, string> {
  const zip = readZip(bytes, { entries: 500, entryBytes: 1e8, totalBytes: 1e8, ratio: 1_000 });
  if (!zip.ok) throw new Error(zip.refusal.reason);
  return new Map([...zip.entries].map(([name, part]) => [name, new TextDecoder().decode(part)]));
}

export function packed(parts: ReadonlyMap<string, string>): Uint8Array {
  const encoder = new TextEncoder();
  const entries = [...parts].map(([name, part]): [string, Uint8Array] => [name, encoder.encode(part)]);
  return zipSync(Object.fromEntries(entries), { level: 1 });
}

/** The name of the part of a sheet in a workbook of ours. */
export function partNameOf(parts: ReadonlyMap<string, string>, sheet: string): string {
  const names = [...(parts.get('xl/workbook.xml') ?? '').matchAll(/<sheet [^>]*name="([^"]*)"/g)];
  const index = names.findIndex(([, name]) => name === sheet);
  if (index < 0) throw new Error(`no sheet ${sheet}`);
  return `xl/worksheets/sheet${index + 1}.xml`;
}

/** A cell's new content: a number, a text, nothing, or the XML of its attributes and children. */
export type Content = number | string | null | { readonly attributes?: string; readonly xml: string };

/** Edits cells by `sheet!cell`, leaving all else as it was. */
export function withCells(bytes: Uint8Array, edits: Readonly<Record<string, Content>>): Uint8Array {
  return packed(withCellsIn(partsOf(bytes), edits));
}

/** The parts with cells edited. */
export function withCellsIn(
  before: ReadonlyMap<string, string>,
  edits: Readonly<Record<string, Content>>,
): Map<string, string> {
  const parts = new Map(before);
  for (const [place, content] of Object.entries(edits)) {
    const [sheet = '', cell = ''] = place.split('!');
    const name = partNameOf(parts, sheet);
    const part = parts.get(name) ?? '';
    const found = new RegExp(`<c r="${cell}"( s="\\d+")?[^>]*?(?:/>|>.*?</c>)`, 's').exec(part);
    if (found === null) throw new Error(`no cell ${place}`);
    const { attributes = '', xml } = written(content);
    const fresh = `<c r="${cell}"${found[1] ?? ''}${attributes}>${xml}</c>`;
    parts.set(
      name,
      part.replace(found[0], () => fresh),
    );
  }
  return parts;
}

function written(content: Content): { readonly attributes?: string; readonly xml: string } {
  if (content === null) return { xml: '' };
  if (typeof content === 'number') return { xml: `<v>${content}</v>` };
  if (typeof content === 'string') return { attributes: ' t="inlineStr"', xml: `<is><t>${content}</t></is>` };
  return content;
}

/** Gives the rows of a sheet another order; `order` lists the old numbers of the rows from `from` on. */
export function withRowOrder(
  bytes: Uint8Array,
  sheet: string,
  from: number,
  order: readonly number[],
): Uint8Array {
  const parts = partsOf(bytes);
  const name = partNameOf(parts, sheet);
  const part = parts.get(name) ?? '';
  const rows = new Map(
    [...part.matchAll(/<row r="(\d+)".*?<\/row>/gs)].map(([row, number]) => [Number(number), row]),
  );
  const sorted = order.map((old, index) =>
    (rows.get(old) ?? '').replaceAll(
      / r="([A-Z]*)\d+"/g,
      (_, column: string) => ` r="${column}${from + index}"`,
    ),
  );
  const kept = [...rows].filter(([number]) => number < from || number >= from + order.length);
  const before = kept.filter(([number]) => number < from).map(([, row]) => row);
  const after = kept.filter(([number]) => number >= from).map(([, row]) => row);
  const all = [...before, ...sorted, ...after].join('');
  parts.set(
    name,
    part.replace(/<sheetData>.*<\/sheetData>/s, () => `<sheetData>${all}</sheetData>`),
  );
  return packed(parts);
}
