// A publication's record <-> the text of its file, one line an entry, sealed.
import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { parseAddress } from '../../figure/address.ts';
import type { Publication, PublishedText } from '../../plan/publication.ts';

/** The first 16 hex digits of a SHA-256. */
export function digestOf(...texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(`${text.length}:`).update(text);
  return hash.digest('hex').slice(0, 16);
}

interface PublicationText {
  readonly text: string;
  /** The line of each figure, name and text, from 1: `figures <address>`, `names <key>`, `texts <index>`. */
  readonly lines: ReadonlyMap<string, number>;
}

/** A record with the lines of its file. */
export type ReadRecord = Publication & Pick<PublicationText, 'lines'>;

export function publicationText(publication: Publication): PublicationText {
  const { plan, edition, date, program, files, figures, names, texts } = publication;
  const written: string[] = ['{'];
  const lines = new Map<string, number>();
  for (const [key, value] of Object.entries({ plan, edition, date, program }))
    written.push(`  "${key}": ${JSON.stringify(value)},`);
  for (const [name, entries] of Object.entries({ files, figures, names })) {
    written.push(`  "${name}": {`);
    let left = entries.size;
    for (const [key, value] of entries) {
      left--;
      written.push(`    ${JSON.stringify(key)}: ${JSON.stringify(value)}${left === 0 ? '' : ','}`);
      lines.set(`${name} ${key}`, written.length);
    }
    written.push('  },');
  }
  written.push('  "texts": [');
  texts.forEach(({ file, text }, index) => {
    const isFirst = texts[index - 1]?.file !== file;
    const isLast = texts[index + 1]?.file !== file;
    if (isFirst) written.push(`    [${JSON.stringify(file)},`);
    const end = isLast ? (index + 1 === texts.length ? ']' : '],') : ',';
    written.push(`      ${JSON.stringify(text)}${end}`);
    lines.set(`texts ${index}`, written.length);
  });
  written.push('  ],');
  const sealed = written.join('\n');
  return { text: `${sealed}\n  "seal": "${digestOf(sealed)}"\n}\n`, lines };
}

const ENTRIES = v.record(v.string(), v.string());
const RECORD = v.strictObject({
  plan: v.string(),
  edition: v.pipe(v.number(), v.integer(), v.minValue(0)),
  date: v.pipe(v.string(), v.isoDate()),
  program: v.string(),
  files: ENTRIES,
  figures: ENTRIES,
  names: ENTRIES,
  texts: v.array(v.pipe(v.array(v.string()), v.minLength(2))),
  seal: v.string(),
});

/** Undefined for a text that is not, to the letter, what was written: line ends apart. */
export function readPublication(text: string): ReadRecord | undefined {
  const typed = plainText(text);
  const read = v.safeParse(RECORD, parsed(typed));
  if (!read.success) return undefined;
  const { files, figures, names, texts, seal: _, ...head } = read.output;
  const publication: Publication = {
    ...head,
    files: new Map(Object.entries(files)),
    figures: new Map(
      Object.entries(figures).flatMap(([key, value]) => {
        const address = parseAddress(key);
        return address === undefined ? [] : [[address, value] as const];
      }),
    ),
    names: new Map(Object.entries(names)),
    texts: texts.flatMap(([file = '', ...own]): PublishedText[] => own.map((one) => ({ file, text: one }))),
  };
  const { text: same, lines } = publicationText(publication);
  return same === typed ? { ...publication, lines } : undefined;
}

/** As it was written, whatever an editor made of its line ends. */
export function plainText(text: string): string {
  return text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
