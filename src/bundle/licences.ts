// The folders of packages -> one text with the name, version and licence of each.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { LICENCE_TEXTS } from './licence-texts.ts';

const PERSON = v.union([
  v.string(),
  v.pipe(
    v.object({ name: v.string() }),
    v.transform(({ name }) => name),
  ),
]);
const DESCRIPTION = v.object({
  name: v.string(),
  version: v.string(),
  license: v.optional(v.string()),
  author: v.optional(PERSON),
});
type Description = v.InferOutput<typeof DESCRIPTION>;

const LICENCE_FILE = /^(licen[cs]e|copying|notice)/i;
const README = /^readme/i;
/** The section of a README that holds a whole licence, not only its name. */
const LICENCE_SECTION = /^#+ licen[cs]e\s*$([\s\S]{300,})/im;
const RULE = '='.repeat(100);

/** Every licence, in the order of the packages; a text that packages share is told once for each. Throws where one has none. */
export async function licencesOf(programFolder: string, packages: readonly string[]): Promise<string> {
  const sections = await Promise.all(packages.map((one) => sectionOf(path.join(programFolder, one))));
  return `${[...new Set(sections)].join(`\n\n${RULE}\n`)}\n`;
}

async function sectionOf(folder: string): Promise<string> {
  const text = async (name: string) => (await readFile(path.join(folder, name), 'utf8')).trim();
  const about = v.parse(DESCRIPTION, JSON.parse(await text('package.json')));
  const names = (await readdir(folder)).sort();
  const files = await Promise.all(names.filter((name) => LICENCE_FILE.test(name)).map(text));
  const readme = names.find((name) => README.test(name));
  const section = readme && LICENCE_SECTION.exec(await text(readme))?.[1]?.trim();
  const licence = files.length > 0 ? files.join('\n\n') : (section ?? declared(about));
  return `${about.name} ${about.version}\n\n${licence.replaceAll('\r\n', '\n')}`;
}

/** The text of a licence that the package only names. */
function declared({ name, license = '', author }: Description): string {
  const text = LICENCE_TEXTS[license];
  if (text === undefined) throw new Error(`${name}: no text for its licence '${license}'`);
  return `${license} (as its package.json says)\n\nCopyright (c) ${author ?? `the authors of ${name}`}\n\n${text}`;
}
