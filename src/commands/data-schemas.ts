// The schemas of the data files -> JSON Schema files for editors, and the line by which a file of data names its own.
import { type DataFile, dataFileAt, PLAN_FILES, TEMPLATE_FILES } from '../plan-format/data-files.ts';
import { jsonSchemaOf } from '../plan-format/json-schema.ts';
import { SCHEMA_FOLDER, SCHEMA_MARK } from './schema-mark.ts';
import type { OutputFile } from './sources.ts';

/** One file a kind of data file: JSON Schema of draft 7 with Korean words. */
export function dataSchemas(): readonly OutputFile[] {
  return schemasOf({ ...PLAN_FILES, ...TEMPLATE_FILES });
}

function schemasOf(files: Readonly<Record<string, DataFile>>): readonly OutputFile[] {
  return Object.entries(files).map(([name, { path, title, schema }]) => {
    const { $schema, ...form } = jsonSchemaOf(schema);
    const content = { $schema, $comment: SCHEMA_MARK, title: `${title} (${path})`, ...form };
    return { name: fileOf(name), bytes: bytesOf(`${JSON.stringify(content, undefined, 1)}\n`) };
  });
}

/** The files of a new plan with the schemas beside them, each file of data with the line that names its own. */
export function withSchemas(files: readonly OutputFile[]): readonly OutputFile[] {
  return [
    ...files.map(({ name, bytes }) => ({ name, bytes: withSchemaLine(name, bytes) })),
    ...schemasOf(PLAN_FILES).map(({ name, bytes }) => ({ name: `${SCHEMA_FOLDER}/${name}`, bytes })),
  ];
}

/** The line is one of the YAML language server's; what was said there before is replaced. */
function withSchemaLine(name: string, bytes: Uint8Array): Uint8Array {
  const schema = dataFileAt(name);
  if (schema === undefined) return bytes;
  const up = '../'.repeat(name.split('/').length - 1);
  const rest = new TextDecoder().decode(bytes).replace(/^# yaml-language-server: [^\n]*\n/, '');
  return bytesOf(`# yaml-language-server: $schema=${up}${SCHEMA_FOLDER}/${fileOf(schema)}\n${rest}`);
}

function fileOf(name: string): string {
  return `${name}.schema.json`;
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
