// The bundled plan's pages and a small plan's workbooks -> new golden images and parts in test/golden. Look at each before committing it.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundledPlan } from './bundled-plan.ts';
import { CHANGED_FOLDER, GOLDEN_FOLDER, imageName } from './golden-folder.ts';
import { GOLDEN_WORKBOOKS, workbookParts } from './golden-workbooks.ts';
import { drawPages, toPng } from './page-images.ts';

const { pdf } = await bundledPlan();
const pages = await drawPages(pdf.bytes);
mkdirSync(GOLDEN_FOLDER, { recursive: true });
rmSync(CHANGED_FOLDER, { recursive: true, force: true });
for (const name of readdirSync(GOLDEN_FOLDER))
  if (name.endsWith('.png')) rmSync(path.join(GOLDEN_FOLDER, name));
pages.forEach((page, index) => {
  writeFileSync(path.join(GOLDEN_FOLDER, imageName(index)), toPng(page));
});
console.log(`${pages.length} pages drawn into test/golden`);

rmSync(GOLDEN_WORKBOOKS, { recursive: true, force: true });
const parts = await workbookParts();
for (const [name, text] of parts) {
  const file = path.join(GOLDEN_WORKBOOKS, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
console.log(`${parts.size} parts of workbooks written into test/golden/workbooks`);
