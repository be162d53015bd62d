// A plan with diagrams -> proof that they are printed, heard, pressed, renewed and checked, and what is told of wrong calls.
import path from 'node:path';
import { expect, it } from 'vitest';
import { coverageOf } from '../../src/check/coverage.ts';
import { build } from '../../src/commands/build.ts';
import { inspectPlan } from '../../src/commands/check.ts';
import { nextPlan } from '../../src/commands/next-plan.ts';
import { PROGRAM_FOLDER, readSources } from '../../src/files.ts';
import { provePdf } from '../../src/proof/prove-pdf.ts';
import { KEPT } from '../kept.ts';
import { archiveFaults } from '../write/pdf/archive-rules.ts';
import { PdfFile } from '../write/pdf/pdf-file.ts';
import { taggedFile } from '../write/pdf/structure-tree.ts';
import { tagFaults } from '../write/pdf/tag-rules.ts';

const DIAGRAMS = `office:
  alt: 추진체계 그림
  tree: { name: 군수, note: '목표 {{fig "strategies/all/target" unit=true}}', children: [일자리과, { name: 농업과, children: [인력팀] }] }
procedure: { caption: 지원 절차, alt: 지원 절차 그림, steps: [신청, { name: '{{year 0}}년 지급', note: 분기마다 }] }
unused: { alt: 쓰지 않은 그림, steps: [신청] }
`;
const TEXT = '# Ⅱ 지역 노동시장 현황\n\n{{diagram "office"}}\n\n{{diagram "procedure"}}\n';

async function sources(text = TEXT) {
  const folders = { working: PROGRAM_FOLDER, program: PROGRAM_FOLDER };
  const { value, diagnostics } = await readSources(path.join(PROGRAM_FOLDER, 'templates/new-plan'), folders, {
    fonts: true,
    profiles: true,
    kept: KEPT,
  });
  if (value === undefined) throw new Error(JSON.stringify(diagnostics));
  const files = [
    ...value.plan.files,
    ['diagrams.yaml', DIAGRAMS],
    ['narrative/labour-market.hbs', text],
  ] as const;
  return { ...value, plan: { displayRoot: 'p', kept: KEPT, files: new Map(files) } };
}

it('prints, tags, presses and proves them', { timeout: 60_000 }, async () => {
  const own = await sources();
  const { outputs, diagnostics } = await build(own, ['pdf'], () => {}, undefined, {
    print: 'whole',
    final: false,
  });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  if (outputs?.pdf === undefined || outputs.press === undefined) throw new Error('nothing was printed');
  const { document, pdf } = outputs;
  const texts = pdf.layout.texts
    .filter(({ block }) => /^diagram-/.test(block))
    .map(({ text }) => text.trim());
  expect(texts).toEqual(
    expect.arrayContaining(['군수', '일자리과', '인력팀', '지원 절차', '2027년 지급', '분기마다']),
  );
  expect(texts).not.toContain('추진체계 그림');

  const tagged = taggedFile(new PdfFile(pdf.bytes));
  expect([...archiveFaults(tagged, pdf.bytes), ...tagFaults(tagged)]).toEqual([]);
  const told = (blocks: typeof document.blocks, layout = pdf.layout) =>
    provePdf({ ...document, blocks }, layout, pdf.bytes, 'plan.pdf').diagnostics.map(({ rule }) => rule);
  expect(told(document.blocks)).toEqual([]);
  const swapped = document.blocks.map((block) =>
    block.kind === 'diagram' ? { ...block, boxes: [...block.boxes].reverse() } : block,
  );
  expect(told(swapped)).toContain('heard-otherwise');
  const pushed = pdf.layout.shapes.map((shape) =>
    shape.block === 'diagram-procedure' && shape.outline.kind === 'box'
      ? { ...shape, outline: { ...shape.outline, x: shape.outline.x / 2 } }
      : shape,
  );
  expect(told(document.blocks, { ...pdf.layout, shapes: pushed })).toContain('shape-overlap');
});

it('goes to the plan of the next year, and what is not called or not there is told', async () => {
  const { plan, templates } = await sources();
  const { value } = nextPlan(plan, new Map(), 'next', undefined, templates);
  const copied = value?.files.find(({ name }) => name === 'diagrams.yaml');
  const spaceless = (text: string) => text.replaceAll(/ |^#.*\n/gm, '');
  expect(spaceless(new TextDecoder().decode(copied?.bytes))).toBe(spaceless(DIAGRAMS));
  const { value: checked } = inspectPlan({ plan, templates });
  if (checked === undefined) throw new Error('nothing was checked');
  expect(coverageOf(checked.checked).unused.map(({ subject }) => subject)).toContain('diagrams/unused');
  const wrong = await sources('# Ⅱ 지역\n\n{{diagram "ofice"}}\n');
  expect(inspectPlan(wrong).diagnostics.map(({ rule, message }) => `${rule} ${message}`)).toContain(
    'unknown-diagram 그림 ‘ofice’를 찾을 수 없습니다.',
  );
});
