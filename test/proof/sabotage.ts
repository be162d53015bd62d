// A finished file and what to do to it -> the same file with one thing amiss.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { edited } from './edit-pdf.ts';

/** A text as it is shown in a page's content: `BT … Tj ET`. */
const SHOWN = /BT\b[\s\S]*?\bET\b/g;

/** The contents of some pages by index, each as its shown texts in drawing order. */
export type Pages = Map<number, string[]>;

/** Changes shown texts of pages; what is behind the last of them is drawn behind all. */
export function withPages(
  bytes: Uint8Array,
  indexes: readonly number[],
  edit: (pages: Pages) => void,
): Uint8Array {
  return edited(bytes, (pdf) => {
    const pages: Pages = new Map(indexes.map((index) => [index, pdf.content(index).match(SHOWN) ?? []]));
    const counts = new Map([...pages].map(([index, texts]) => [index, texts.length]));
    edit(pages);
    for (const [index, after] of pages) {
      let at = 0;
      const changed = pdf.content(index).replaceAll(SHOWN, () => after[at++] ?? '');
      pdf.setContent(index, [changed, ...after.slice(counts.get(index))].join('\n'));
    }
  });
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
