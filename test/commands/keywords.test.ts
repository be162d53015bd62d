// `keywords:` and `summary:` of plan.yaml -> what the PDF, the press file and the workbooks say of themselves, proven.
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { build } from '../../src/commands/build.ts';
import type { Sources } from '../../src/commands/sources.ts';
import { PdfFile } from '../../src/proof/pdf/pdf-file.ts';
import { propertiesOf } from '../../src/proof/prove-properties.ts';
import { PLANS, textsIn } from '../plan-format/plan-folders.ts';
import { partsIn } from '../write/xlsx/parts.ts';
import { bundledSources } from './bundled-plan.ts';

const KEYWORDS =
  "keywords: ['청년 & 돌봄', 노인일자리]\nsummary: '청년의 일자리 {{fig \"strategies/all/target\"}}명 <요지>'\n";
let files: ReadonlyMap<string, Uint8Array>;
let rules: readonly string[];

beforeAll(async () => {
  const bundled = await bundledSources(true, true);
  const base = textsIn(path.join(PLANS, 'revised'));
  const plan = {
    displayRoot: 'plan',
    files: new Map([...base, ['plan.yaml', `${base.get('plan.yaml')}${KEYWORDS}`] as const]),
  };
  const sources: Sources = { ...bundled, plan };
  const made = await build(sources, ['pdf', 'xlsx']);
  files = new Map(made.files.map(({ name, bytes }) => [name, bytes]));
  rules = made.diagnostics.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
}, 120_000);

const bytesOf = (name: string) => files.get(name) ?? expect.unreachable(name);

it('stand in the files, which are proven with them', () => {
  expect(rules).toEqual([]);
  const properties = propertiesOf(new PdfFile(bytesOf('plan.pdf')));
  expect(properties).toMatchObject({
    Keywords: '청년 & 돌봄, 노인일자리',
    Subject: '청년의 일자리 59명 <요지>',
  });
  const core = partsIn(bytesOf('budget.xlsx')).get('docProps/core.xml') ?? '';
  expect(core).toContain('<cp:keywords>청년 &amp; 돌봄, 노인일자리</cp:keywords>');
  expect(core).toContain('<dc:description>청년의 일자리 59명 &lt;요지&gt;</dc:description>');
});
