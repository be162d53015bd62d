// The pages of the golden plans and a small plan's workbooks -> new golden images and parts in test/golden. Look at each before committing it.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CHANGED_FOLDER, GOLDEN_FOLDER, GOLDEN_PLANS, imageName } from './golden-folder.ts';
import { GOLDEN_WORKBOOKS, workbookParts } from './golden-workbooks.ts';
import { drawPages, toPng } from './page-images.ts';

rmSync(CHANGED_FOLDER, { recursive: true, force: true });
for (const { folder, bytes } of GOLDEN_PLANS) {
  const images = path.join(GOLDEN_FOLDER, folder);
  const pages = await drawPages(await bytes());
  mkdirSync(images, { recursive: true });
  for (const name of readdirSync(images)) if (name.endsWith('.png')) rmSync(path.join(images, name));
  pages.forEach((page, index) => {
    writeFileSync(path.join(images, imageName(index)), toPng(page));
  });
  console.log(`${pages.length} pages drawn into ${images}`);
}

rmSync(GOLDEN_WORKBOOKS, { recursive: true, force: true });
const parts = await workbookParts();
for (const [name, text] of parts) {
  const file = path.join(GOLDEN_WORKBOOKS, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
console.log(`${parts.size} parts of workbooks written into test/golden/workbooks`);
