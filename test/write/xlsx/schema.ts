// The parts of an xlsx file -> where they break the transitional schemas of ECMA-376.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { validateXML, type XMLFileInfo } from 'xmllint-wasm';
import { partsIn } from './parts.ts';

const OFFICE = 'http://schemas.openxmlformats.org';
const XML = 'http://www.w3.org/XML/1998/namespace';
const XS = 'xmlns:xs="http://www.w3.org/2001/XMLSchema"';

/** The schema file of each namespace that a part's outermost element may have. */
const ROOTS = [
  [`${OFFICE}/spreadsheetml/2006/main`, 'sml.xsd'],
  [`${OFFICE}/drawingml/2006/main`, 'dml-stylesheet.xsd'],
  [`${OFFICE}/officeDocument/2006/extended-properties`, 'shared-documentPropertiesExtended.xsd'],
  [`${OFFICE}/package/2006/metadata/core-properties`, 'opc-coreProperties.xsd'],
  [`${OFFICE}/package/2006/content-types`, 'opc-contentTypes.xsd'],
  [`${OFFICE}/package/2006/relationships`, 'opc-relationships.xsd'],
] as const;

function schema(fileName: string, attributes: string, content: string): XMLFileInfo {
  return { fileName, contents: `<xs:schema ${XS} ${attributes}>${content}</xs:schema>` };
}

const ALL = schema(
  'all.xsd',
  '',
  ROOTS.map(([space, file]) => `<xs:import namespace="${space}" schemaLocation="${file}"/>`).join(''),
);

/** The published schemas, and two that join them. */
const SCHEMAS: readonly XMLFileInfo[] = [
  ...[...partsIn(readFileSync(path.join(import.meta.dirname, '../../fixtures/ecma-376/schemas.zip')))].map(
    ([fileName, text]) => ({
      fileName,
      // All in one folder: nothing is fetched.
      contents: text
        .replace(/^\uFEFF/u, '')
        .replace(/schemaLocation="[^"]*\/([^"/]+)"/g, 'schemaLocation="$1"'),
    }),
  ),
  schema(
    'sml.xsd',
    `targetNamespace="${ROOTS[0][0]}"`,
    ['sheet', 'comments'].map((name) => `<xs:include schemaLocation="sml-${name}.xsd"/>`).join(''),
  ),
  schema('xml.xsd', `targetNamespace="${XML}"`, '<xs:attribute name="lang" type="xs:language"/>'),
];

/** Every fault of every part, with the part's name; none for a valid file. Drawings of notes are VML, whose root no schema has. */
export async function schemaFaults(parts: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const xml = [...parts]
    .filter(([name]) => !name.endsWith('.vml'))
    .map(([name, text]) => ({ fileName: name.replace(/[^\w.]/g, '_'), contents: understood(text) }));
  const { valid, errors, rawOutput } = await validateXML({
    xml,
    schema: ALL,
    preload: SCHEMAS,
    maxMemoryPages: 4096,
  });
  const faults = errors.map(({ message, loc }) => `${loc?.fileName ?? ''} ${message}`);
  return valid || faults.length > 0 ? faults : [rawOutput];
}

/**
 * The part as a reader of the transitional form sees it: without what is declared ignorable (ECMA-376, 1st edition, Part 5, 10.1). And
 * without `xml:space`, which is XML's own (1.0, 2.10) and which Excel writes, but which the schemas do not list.
 */
function understood(text: string): string {
  const ignorable = (/ mc:Ignorable="([^"]*)"/.exec(text)?.[1] ?? '').split(' ').filter((one) => one !== '');
  return ['mc', ...ignorable]
    .reduce((left, prefix) => left.replaceAll(new RegExp(` ${prefix}:\\w+="[^"]*"`, 'g'), ''), text)
    .replaceAll(' xml:space="preserve"', '');
}
