// The program as it was compiled -> a digest of what it makes of the bundled plan and of two documents by chance, and what is told of it.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { deserialize } from 'node:v8';
import { type BuildOptions, type BuildResult, build } from '../../src/build.ts';
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

const [plan = '', drafts = ''] = process.argv.slice(2);
const folders = { working: PROGRAM_FOLDER, program: PROGRAM_FOLDER };
const sources = (await readSources(plan, folders, { fonts: true, profiles: true })).value;
if (sources === undefined) throw new Error('the plan cannot be read');
const digest = createHash('sha256');
const proof = new Set<string>();
const told = new Set<string>();

const made = (options: BuildOptions): Promise<BuildResult> =>
  build(sources, ['pdf', 'xlsx'], () => {}, undefined, { print: 'whole', ...options });
const unread = await made({ proof: false });
for (const { bytes } of unread.files) digest.update(bytes);
const errorsOf = ({ diagnostics }: Pick<BuildResult, 'diagnostics'>) =>
  diagnostics.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
for (const rule of errorsOf(unread)) told.add(rule);
if (told.size === 0) for (const rule of errorsOf(await made({}))) proof.add(rule);

const documents: readonly Document[] = deserialize(readFileSync(drafts));
for (const document of documents) {
  const { value, diagnostics } = await writePdf(document, sources.fonts);
  for (const rule of errorsOf({ diagnostics })) told.add(rule);
  if (value === undefined) continue;
  digest.update(value.bytes);
  for (const rule of errorsOf(provePdf(document, value.layout, value.bytes, 'plan.pdf'))) proof.add(rule);
}
const probed: Probed = { digest: digest.digest('hex'), told: [...told], proof: [...proof] };
process.stdout.write(JSON.stringify(probed));
