// A plan with images -> proof that they are printed, heard, pressed and checked, and what is told of wrong ones.
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { build } from '../../src/commands/build.ts';
import { inspectPlan } from '../../src/commands/check.ts';
import { nextPlan } from '../../src/commands/next-plan.ts';
import { composeFinal, prepare } from '../../src/commands/prepare.ts';
import { publicationRecord } from '../../src/commands/publish.ts';
import { textIn } from '../../src/document/workbook.ts';
import { PROGRAM_FOLDER, readSources } from '../../src/files.ts';
import type { Picture } from '../../src/picture/picture.ts';
import { readPicture } from '../../src/picture/read-picture.ts';
import { KnownOperators } from '../../src/proof/pdf/known-operators.ts';
import { PdfParser } from '../../src/proof/pdf/pdf-parser.ts';
import { isWord, type PdfValue } from '../../src/proof/pdf/pdf-value.ts';
import { provePdf } from '../../src/proof/prove-pdf.ts';
import { provePress } from '../../src/proof/prove-press.ts';
import { proveWorkbook } from '../../src/proof/prove-workbook.ts';
import { KEPT } from '../kept.ts';
import { textsIn } from '../plan-format/plan-folders.ts';
import { archiveFaults } from '../write/pdf/archive-rules.ts';
import { PdfFile } from '../write/pdf/pdf-file.ts';
import { taggedFile } from '../write/pdf/structure-tree.ts';
import { schemaFaults } from '../write/xlsx/schema.ts';

const folders = { working: PROGRAM_FOLDER, program: PROGRAM_FOLDER };
const fixture = (name: string) => readFileSync(path.join(PROGRAM_FOLDER, 'test/fixtures/images', name));

const IMAGES = `street: { file: street.jpg, caption: 전통시장, alt: 전통시장의 골목, width: 5mm, source: '자료: 경제과' }
scan: { file: grey.jpg, alt: 흐린 무늬 }
`;
const TEXT =
  '# Ⅱ 지역 노동시장 현황\n\n□ 시장\n\n{{image "street"}}\n\n{{image "scan"}}\n\n{{image "street"}}\n';

const planFile = () => readFile(path.join(PROGRAM_FOLDER, 'templates/new-plan/plan.yaml'), 'utf8');

let blank: ReturnType<typeof readSources> | undefined;

async function sources(more: Readonly<Record<string, string>> = {}, files = ['street.jpg', 'grey.jpg']) {
  blank ??= readSources(path.join(PROGRAM_FOLDER, 'templates/new-plan'), folders, {
    fonts: true,
    profiles: true,
    kept: KEPT,
  });
  const { value, diagnostics } = await blank;
  if (value === undefined) throw new Error(JSON.stringify(diagnostics));
  const plan = {
    displayRoot: 'p',
    kept: KEPT,
    files: new Map([
      ...value.plan.files,
      ...Object.entries({ 'images.yaml': IMAGES, 'narrative/labour-market.hbs': TEXT, ...more }),
    ]),
    images: new Map(files.map((name) => [`images/${name}`, fixture(name)])),
  };
  return { ...value, plan };
}

const told = ({ diagnostics }: ReturnType<typeof inspectPlan>) =>
  diagnostics.map(({ severity, rule, place }) =>
    'line' in place ? `${severity} ${rule} ${place.file.slice(2)}:${place.line}:${place.column}` : rule,
  );

it('stand in the workbook where they are asked for, and are proven there', { timeout: 60_000 }, async () => {
  const own = await sources(
    {
      'images.yaml': `street: { file: street.jpg, caption: '< 전통시장 >', alt: '시장의 "골목"', width: 5mm, source: '자료: 경제과', workbook: true }
scan: { file: grey.jpg, alt: 흐린 무늬 }
mark: { file: emblem.png, alt: 휘장, width: 10mm, workbook: true }
`,
      'narrative/labour-market.hbs': `${TEXT}\n{{image "mark"}}\n`,
    },
    ['street.jpg', 'grey.jpg'],
  );
  const emblem = readFileSync(path.join(PROGRAM_FOLDER, 'test/plans/province-2026/images/emblem.png'));
  const images = new Map(own.plan.images).set('images/emblem.png', emblem);
  const sourcesOf = { ...own, plan: { ...own.plan, images } };
  const { outputs, diagnostics } = await build(sourcesOf, ['xlsx'], () => {}, undefined, { final: false });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const made = outputs?.workbooks.find(({ model }) => model.file === 'targets.xlsx');
  if (made === undefined) throw new Error('no workbook');
  const parts = unzipSync(made.bytes);
  const names = Object.keys(parts).filter((name) => /media|drawings\/drawing/.test(name));
  expect(names).toEqual(['xl/drawings/drawing1.xml', 'xl/media/image1.jpeg', 'xl/media/image2.png']);
  const { pictures = [], rows } = made.model.sheets.at(-1) ?? expect.unreachable();
  expect(rows.flat().map(({ content }) => textIn(content))).toEqual([
    expect.stringMatching('지역 노동시장'),
    '전통시장',
    '',
    '자료: 경제과',
    '휘장',
    '',
  ]);
  expect(pictures.map(({ picture }) => picture.digest)).toEqual(
    names.slice(1).map((name) => readPicture(parts[name] ?? new Uint8Array()).digest),
  );
  const texts = Object.entries(parts).filter(([name]) => !names.includes(name));
  expect(await schemaFaults(new Map(texts.map(([name, bytes]) => [name, strFromU8(bytes)])))).toEqual([]);
  const saysOf = (name: string, bytes: Uint8Array) =>
    proveWorkbook(made.model, zipSync({ ...parts, [name]: bytes })).diagnostics.map(({ rule }) => rule);
  const drawing = strFromU8(parts['xl/drawings/drawing1.xml'] ?? new Uint8Array());
  expect(saysOf('xl/drawings/drawing1.xml', strToU8(drawing))).toEqual([]);
  expect(saysOf('xl/drawings/drawing1.xml', strToU8(drawing.replace('&quot;골목', '&quot;거리')))).toEqual([
    'workbook-differs',
  ]);
  expect(saysOf('xl/drawings/drawing1.xml', strToU8(drawing.replace('<xdr:row>', '<xdr:row>1')))).toEqual([
    'workbook-differs',
  ]);
  expect(saysOf('xl/media/image2.png', fixture('grey.jpg'))).toEqual(['workbook-differs']);
});

it('prints, tags, presses and proves them', { timeout: 120_000 }, async () => {
  const own = await sources({ 'plan.yaml': `${await planFile()}emblem: street\nlogo: scan\n` });
  const options = { print: 'whole', final: false } as const;
  const { outputs, diagnostics, files } = await build(own, ['pdf'], () => {}, undefined, options);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const again = await build(own, ['pdf'], () => {}, undefined, options);
  const isSame = files.map(({ bytes }, index) =>
    Buffer.from(bytes).equals(again.files[index]?.bytes ?? new Uint8Array()),
  );
  expect([again.files.length, isSame]).toEqual([files.length, files.map(() => true)]);
  if (outputs?.pdf === undefined || outputs.press === undefined) throw new Error('nothing was printed');
  const { document, pdf, press, fonts } = outputs;
  const shown = pdf.layout.shapes.filter(({ picture }) => picture !== undefined);
  expect(shown.map(({ block }) => block)).toEqual([
    'cover',
    'cover',
    'image-street',
    'image-scan',
    expect.any(String),
  ]);
  expect(shown[2]?.outline).toMatchObject({ width: (5 * 72) / 25.4 });

  /** What the proofs say where the layout has the picture otherwise. */
  const saysOf = (change: (picture: Picture) => Picture) => {
    const shapes = pdf.layout.shapes.map((shape) =>
      shape.picture ? { ...shape, picture: change(shape.picture) } : shape,
    );
    const layout = { ...pdf.layout, shapes };
    return [
      ...provePdf(document, layout, pdf.bytes, 'plan.pdf', { ...(fonts && { fonts }) }).diagnostics,
      ...provePress(document, layout, press, { ...(fonts && { fonts }) }),
    ].map(({ rule }) => rule);
  };
  expect(saysOf((picture) => ({ ...picture }))).toEqual([]);
  const ten = (rule: string) => new Array<string>(10).fill(rule);
  expect(saysOf((picture) => ({ ...picture, width: picture.width + 1 }))).toEqual(ten('shape-changed'));
  expect(saysOf((picture) => ({ ...picture, components: picture.components === 1 ? 3 : 1 }))).toEqual(
    ten('shape-changed'),
  );
  expect(saysOf((picture) => ({ ...picture, data: picture.data.subarray(1) }))).toEqual(ten('shape-changed'));

  const archive = taggedFile(new PdfFile(pdf.bytes));
  expect(archiveFaults(archive, pdf.bytes)).toEqual([]);
  const moved = pdf.layout.shapes.map((shape) =>
    shape.picture && shape.outline.kind === 'box'
      ? { ...shape, outline: { ...shape.outline, y: shape.outline.y + 1 } }
      : shape,
  );
  expect(
    provePdf(document, { ...pdf.layout, shapes: moved }, pdf.bytes, 'plan.pdf').diagnostics.map(
      ({ rule }) => rule,
    ),
  ).toEqual(expect.arrayContaining(['shape-lost', 'shape-not-laid-out']));
  const unheard = document.blocks.map((block) =>
    block.kind === 'image' ? { ...block, alt: { ...block.alt, inlines: [] } } : block,
  );
  expect(
    provePdf({ ...document, blocks: unheard }, pdf.layout, pdf.bytes, 'plan.pdf').diagnostics.map(
      ({ rule }) => rule,
    ),
  ).toEqual(new Array(3).fill('heard-otherwise'));
});

it('knows one that is another since the edition went out', async () => {
  const own = await sources({}, ['street.jpg', 'progressive.jpg', 'grey.jpg']);
  const prepared = prepare(own);
  const document = composeFinal(prepared).value;
  const { plan, revised } = prepared;
  if (!plan || !revised || !document) throw new Error('no publication');
  const { name, bytes } = publicationRecord({ plan, book: revised.book, document }, own, '2027-03-31');
  const findings = (images: ReadonlyMap<string, Uint8Array>) => {
    const files = new Map([...own.plan.files, [name, new TextDecoder().decode(bytes)]]);
    const rules = ['published-changed'] as const;
    const { value } = inspectPlan({ ...own, plan: { ...own.plan, files, images } }, { rules });
    if (value === undefined) throw new Error('nothing was checked');
    return value.findings.map(({ message }) => message.slice(0, 18));
  };
  expect(findings(own.plan.images)).toEqual([]);
  const other = new Map([...own.plan.images, ['images/street.jpg', fixture('progressive.jpg')]]);
  expect(findings(other)).toEqual(['공시한 이미지가 바뀌었습니다(당초']);
});

it('gives them to the plan of the next year', async () => {
  const { plan, templates } = await sources();
  const { value } = nextPlan(plan, new Map(), 'next', undefined, templates);
  const copied = new Map(value?.files.map(({ name, bytes }) => [name, Buffer.from(bytes)]));
  expect(copied.get('images/street.jpg')).toEqual(fixture('street.jpg'));
  expect(copied.get('images.yaml')?.toString()).toContain('street.jpg');
});

it.each<[string, string, string]>([
  ['a file that is not there', 'a: { file: stret.jpg, alt: 가 }', 'error missing-file images.yaml:1:12'],
  ['a Korean name', 'a: { file: 시장.jpg, alt: 가 }', 'error wrong-type images.yaml:1:12'],
  ['another kind of file', 'a: { file: street.gif, alt: 가 }', 'error wrong-type images.yaml:1:12'],
  ['a file of four inks', 'a: { file: inks.jpg, alt: 가 }', 'error harmed-image images.yaml:1:12'],
  ['no alternative text', 'a: { file: street.jpg }', 'error missing-key images.yaml:1:4'],
  [
    'a width without a unit',
    'a: { file: street.jpg, alt: 가, width: 60 }',
    'error wrong-type images.yaml:1:39',
  ],
  ['no width', 'a: { file: street.jpg, alt: 가, width: 0% }', 'error wrong-type images.yaml:1:39'],
  ['too wide a share', 'a: { file: street.jpg, alt: 가, width: 101% }', 'error wrong-type images.yaml:1:39'],
  ['too wide', 'a: { file: street.jpg, alt: 가, width: 300mm }', 'error image-width images.yaml:1:39'],
  ['few pixels', 'a: { file: street.jpg, alt: 가, width: 100% }', 'warning coarse-image images.yaml:1:39'],
  [
    'a file that no image names',
    'a: { file: street.jpg, alt: 가 }',
    'warning unused-image images/grey.jpg:1:1',
  ],
])('tells of %s', async (_, images, expected) => {
  const { plan, templates } = await sources(
    { 'images.yaml': `${images}\n`, 'narrative/labour-market.hbs': '# Ⅱ 지역\n\n{{image "a"}}\n' },
    ['street.jpg', 'grey.jpg', 'inks.jpg'],
  );
  const found = told(inspectPlan({ plan, templates }, { rules: [] }));
  expect(found).toContain(expected);
  expect(found.filter((one) => /image-not-read|unknown-image/.test(one))).toEqual([]);
});

it('tells of an image that is called or stands on the cover and is not declared', async () => {
  const { plan, templates } = await sources({
    'plan.yaml': `${await planFile()}logo: stret\n`,
    'narrative/labour-market.hbs': '# Ⅱ 지역\n\n{{image "stret"}}\n',
  });
  expect(told(inspectPlan({ plan, templates }, { rules: [] }))).toEqual(
    expect.arrayContaining([
      'error unknown-image narrative/labour-market.hbs:3:1',
      expect.stringMatching(/^error unknown-image plan\.yaml:\d+:7$/),
    ]),
  );
});

it('reads them from their folder alone, and only where the plan declares any', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'iljari-images-'));
  try {
    for (const [name, text] of textsIn(path.join(PROGRAM_FOLDER, 'templates/new-plan'))) {
      await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
      await writeFile(path.join(folder, name), text);
    }
    await mkdir(path.join(folder, 'images'));
    for (const name of ['images/street.jpg', 'beside.jpg'])
      await writeFile(path.join(folder, name), fixture('street.jpg'));
    await writeFile(path.join(folder, 'images/scan.JPG'), fixture('grey.jpg'));
    const read = () => readSources(folder, folders, { fonts: false });
    const without = await read();
    expect([[...(without.value?.plan.images?.keys() ?? [])], without.diagnostics]).toEqual([[], []]);
    await writeFile(path.join(folder, 'images.yaml'), 'street: { file: street.jpg, alt: 가 }\n');
    const { value, diagnostics } = await read();
    expect([...(value?.plan.images?.keys() ?? [])]).toEqual(['images/street.jpg']);
    expect(diagnostics.map(({ rule, expected }) => [rule, expected])).toEqual([
      ['file-ending', '이름을 scan.jpg로 바꾸거나 다른 곳으로 옮김'],
    ]);
    await writeFile(path.join(folder, 'images/huge.png'), new Uint8Array(16 * 1024 * 1024 + 1));
    expect((await read()).diagnostics.map(({ rule }) => rule)).toContain('file-too-large');
  } finally {
    await rm(folder, { recursive: true });
  }
});

it.each([
  ['60 0 0 -40 10 90 cm', '/I1 Do', []],
  ['60 0 0 40 10 90 cm', '/I1 Do', ['60 0 0 40 10 90 cm', 'Do']],
  ['60 1 0 -40 10 90 cm', '/I1 Do', ['60 1 0 -40 10 90 cm', 'Do']],
  ['1 0 0 1 10 90 cm', '/I1 Do', ['Do']],
  ['60 0 0 -40 10 90 cm', '0 0 5 5 re f', ['cm']],
])('knows a picture by its upright box: %s %s', (box, drawn, foreign) => {
  const known = new KnownOperators(100, new Map());
  const parser = new PdfParser(`1 0 0 -1 0 100 cm q ${box} ${drawn} Q`);
  let operands: PdfValue[] = [];
  for (let value = parser.next(); value !== undefined; value = parser.next()) {
    if (!isWord(value)) operands.push(value);
    else {
      known.operate(value.word, operands);
      operands = [];
    }
  }
  expect(known.foreign).toEqual(foreign);
});
