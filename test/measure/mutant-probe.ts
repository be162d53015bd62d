// The program as it was compiled -> a digest of what it makes of plans and of documents by chance, and what is told of it.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { deserialize } from 'node:v8';
import { type BuildOptions, type BuildResult, build } from '../../src/commands/build.ts';
import type { Sources } from '../../src/commands/sources.ts';
import type { Document } from '../../src/document/document.ts';
import { PROGRAM_FOLDER, readSources } from '../../src/files.ts';
import { provePdf } from '../../src/proof/prove-pdf.ts';
import { writePdf } from '../../src/write/pdf/write-pdf.ts';

/** `told`: rules of errors; those with `proof` are told where files are read back, and not without. */
export interface Probed {
  readonly digest: string;
  readonly told: readonly string[];
  readonly proof: readonly string[];
}

const [drafts = '', ...plans] = process.argv.slice(2);
const folders = { working: PROGRAM_FOLDER, program: PROGRAM_FOLDER };
const digest = createHash('sha256');
const proof = new Set<string>();
const told = new Set<string>();
const errorsOf = ({ diagnostics }: Pick<BuildResult, 'diagnostics'>) =>
  diagnostics.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
let fonts: Sources['fonts'] = new Map();

for (const plan of plans) {
  const sources = (await readSources(plan, folders, { fonts: true, profiles: true })).value;
  if (sources === undefined) throw new Error(`${plan} cannot be read`);
  fonts = sources.fonts;
  const made = (options: BuildOptions): Promise<BuildResult> =>
    build(sources, ['pdf', 'xlsx'], () => {}, undefined, { print: 'whole', ...options });
  const unread = await made({ proof: false });
  for (const { bytes } of unread.files) digest.update(bytes);
  for (const rule of errorsOf(unread)) told.add(rule);
  if (told.size === 0) for (const rule of errorsOf(await made({}))) proof.add(rule);
}

const documents: readonly Document[] = deserialize(readFileSync(drafts));
for (const document of documents) {
  const { value, diagnostics } = await writePdf(document, fonts);
  for (const rule of errorsOf({ diagnostics })) told.add(rule);
  if (value === undefined) continue;
  digest.update(value.bytes);
  for (const rule of errorsOf(provePdf(document, value.layout, value.bytes, 'plan.pdf'))) proof.add(rule);
}
const probed: Probed = { digest: digest.digest('hex'), told: [...told], proof: [...proof] };
process.stdout.write(JSON.stringify(probed));
