// A finished file and what to do to it -> the same file with one thing amiss.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { PdfFile } from '../../src/proof/pdf/pdf-file.ts';
import { isStream, refOf } from '../../src/proof/pdf/pdf-value.ts';

/** A text as it is shown in a page's content: `BT … Tj ET`. */
const SHOWN = /BT\b[\s\S]*?\bET\b/g;

/** The contents of some pages by index, each as its shown texts in drawing order. */
export type Pages = Map<number, string[]>;

/** Changes shown texts of pages and appends the changed pages to the file, as an editor that saves changes would (7.5.6). */
export function withPages(
  bytes: Uint8Array,
  indexes: readonly number[],
  edit: (pages: Pages) => void,
): Uint8Array {
  const file = new PdfFile(bytes);
  const kids = file.array(file.dict(file.dict(file.trailer.get('Root')).get('Pages')).get('Kids'));
  const contents = indexes.map((index) => {
    const reference = file.dict(kids[index]).get('Contents') ?? null;
    const stream = file.resolve(reference);
    const number = refOf(reference);
    if (!isStream(stream) || number === undefined) throw new Error(`page ${index} has no content of its own`);
    return { index, number, content: file.content(stream) };
  });
  const pages: Pages = new Map(contents.map(({ index, content }) => [index, content.match(SHOWN) ?? []]));
  const before = new Map([...pages].map(([index, texts]) => [index, [...texts]]));
  edit(pages);
  let text = Buffer.from(bytes).toString('latin1');
  const previous = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1];
  const entries = contents.map(({ index, number, content }) => {
    const after = pages.get(index) ?? [];
    let at = 0;
    const changed = content.replaceAll(SHOWN, () => after[at++] ?? '');
    const more = after.slice((before.get(index) ?? []).length).join('\n');
    const whole = `${changed}\n${more}`;
    const offset = text.length;
    text += `${number} 0 obj\n<< /Length ${whole.length} >>\nstream\n${whole}\nendstream\nendobj\n`;
    return `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const root = refOf(file.trailer.get('Root') ?? null);
  const start = text.length;
  text += `xref\n${entries.join('')}trailer\n<< /Root ${root} 0 R /Prev ${previous} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

/** A shown text that says what another one says, in the other one's face. */
export function withCodesOf(shown: string, other: string): string {
  const [face, codes] = [/\/F\d+/, /<[0-9a-f]+>/].map((part) => part.exec(other)?.[0]);
  if (face === undefined || codes === undefined) throw new Error(`no text: ${other}`);
  // Only the text itself: a blank may follow it.
  return shown.replace(/\/F\d+/, face).replace(/<[0-9a-f]+>/, codes);
}

/** A shown text moved by points to the right and down. */
export function movedText(shown: string, right: number, down: number): string {
  return shown.replace(
    /(\S+) (\S+) Tm/,
    (_, x: string, y: string) => `${Number(x) + right} ${Number(y) + down} Tm`,
  );
}

/** Changes the text of a part of a workbook. */
export function withPart(bytes: Uint8Array, name: string, edit: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  const part = parts[name];
  if (part === undefined) throw new Error(`no part ${name}`);
  const before = strFromU8(part);
  const after = edit(before);
  if (after === before) throw new Error(`nothing was changed in ${name}`);
  return zipSync({ ...parts, [name]: strToU8(after) }, { mtime: new Date(2000, 0, 1, 12) });
}
