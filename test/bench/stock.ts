// A stock job (JSON), the fonts' folder and a target path, as arguments -> a PDF by stock pdfmake, and the peak memory on the output.
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import * as vega from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import type { Json, StockJob } from './stock-definition.ts';

interface PdfMake {
  setFonts(fonts: Readonly<Record<string, Readonly<Record<string, string>>>>): void;
  setTableLayouts(layouts: Readonly<Record<string, unknown>>): void;
  setUrlAccessPolicy(policy: () => boolean): void;
  setLocalAccessPolicy(policy: () => boolean): void;
  createPdf(definition: unknown): { getBuffer(): Promise<Uint8Array> };
}

const pdfmake = createRequire(import.meta.url)('pdfmake') as PdfMake;

const [jobFile = '', fontFolder = '', target = ''] = process.argv.slice(2);
const job = JSON.parse(await readFile(jobFile, 'utf8')) as StockJob;
const { layout } = job;
const font = (weight: string) => path.join(fontFolder, `Pretendard-${weight}.ttf`);
pdfmake.setFonts({ Pretendard: { normal: font('Regular'), bold: font('Bold') } });
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy(() => true);
pdfmake.setTableLayouts({
  plan: {
    hLineWidth: (line: number, { table }: { readonly table: { readonly body: readonly unknown[] } }) =>
      line === 0 || line === table.body.length ? layout.outerRule : layout.innerRule,
    vLineWidth: () => layout.innerRule,
    hLineColor: () => layout.ruleColour,
    vLineColor: () => layout.ruleColour,
    paddingLeft: () => layout.paddingX,
    paddingRight: () => layout.paddingX,
    paddingTop: () => layout.paddingY,
    paddingBottom: () => layout.paddingY,
  },
});
const definition = {
  ...job.definition,
  content: await Promise.all(job.content.map(withChart)),
  footer: (page: number) => ({
    text: String(page + job.firstPage - 1),
    fontSize: job.pageNumberSize,
    alignment: 'center',
  }),
};
await writeFile(target, await pdfmake.createPdf(definition).getBuffer());
process.stdout.write(`peak memory\t${(process.resourceUsage().maxRSS / 1024).toFixed(1)} MB\n`);

/** A block, drawn to SVG when it is a chart. */
async function withChart(block: Json): Promise<unknown> {
  if (!(block instanceof Object && 'chart' in block)) return block;
  const { chart, ...rest } = block;
  const logger = vega.logger(vega.Error);
  const { spec } = compile(chart as unknown as TopLevelSpec, { logger });
  const view = new vega.View(vega.parse(spec), { renderer: 'none', logger });
  const svg = await view.toSVG();
  view.finalize();
  return { ...rest, svg };
}
