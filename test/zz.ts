import { readFileSync } from 'node:fs';
import { PdfFile } from '../src/proof/pdf/pdf-file.ts';
import { foreignObjects } from '../src/proof/pdf/foreign-objects.ts';
import { readPages } from '../src/proof/pdf/read-pdf.ts';
for (const n of process.argv.slice(2)) {
const f = new PdfFile(readFileSync(n));
console.log(n, f.sections, f.strayByte);
const t = performance.now();
console.log(foreignObjects(f).slice(0, 40), performance.now() - t);
for (const p of readPages(f)) if (p.foreign.length) console.log(p.foreign);
console.log(performance.now() - t);
}
