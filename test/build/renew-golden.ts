// The bundled plan's pages -> new golden images in test/golden. Look at each before committing it.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundledPlan } from './bundled-plan.ts';
import { CHANGED_FOLDER, GOLDEN_FOLDER, imageName } from './golden-folder.ts';
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
