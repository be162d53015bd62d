// A finished PDF's bytes that are no pages -> what does not say what the document says: properties, claims, profile, page labels.
import { createHash } from 'node:crypto';
import type { Diagnostic } from '../diagnostic.ts';
import type { Document } from '../document/document.ts';
import type { PdfFile } from './pdf/pdf-file.ts';
import { isStream, isString, nameOf, type PdfDict } from './pdf/pdf-value.ts';
import { profileNameIn } from './pdf/profile-name.ts';
import { xmpValues } from './pdf/xmp.ts';
import type { PdfFaults } from './pdf-faults.ts';
import type { PdfPurpose } from './pdf-purpose.ts';

/** Of PDF (7.5.2). */
const VERSIONS = { archive: '1.7', plain: '1.7', press: '1.6' } as const;
const CREATOR = 'iljari';
const PRODUCER = 'pdfmake';
const SRGB_NAME = 'sRGB IEC61966-2.1';
/** SHA-256 of the sRGB profile that the program makes (IEC 61966-2-1). */
export const SRGB = '4cd4630e4ae862392cd4a5309ec12684780a8cf9d985a36f67aeaf1b7d90b57f';

/** The extension schema by which PDF/A knows the claim of PDF/UA (ISO 19005-2, 6.6.2.3.3). */
const UA_SCHEMA = {
  'pdfaSchema:schema': 'PDF/UA Universal Accessibility Schema',
  'pdfaSchema:namespaceURI': 'http://www.aiim.org/pdfua/ns/id/',
  'pdfaSchema:prefix': 'pdfuaid',
  'pdfaProperty:name': 'part',
  'pdfaProperty:valueType': 'Integer',
  'pdfaProperty:category': 'internal',
  'pdfaProperty:description': 'Indicates, which part of ISO 14289 standard is followed',
};

type Values = Readonly<Record<string, string>>;

/** Told by the name of each property: what the file says, and what it must say. */
export function proveProperties(
  faults: PdfFaults,
  document: Document,
  labels: readonly string[],
  file: PdfFile,
  purpose: PdfPurpose,
): readonly Diagnostic[] {
  const catalog = file.dict(file.trailer.get('Root'));
  const own: Record<string, string> = { Version: file.version, Lang: file.text(catalog.get('Lang')) };
  const right: Record<string, string> = { Version: VERSIONS[purpose.kind], Lang: document.language };
  Object.assign(own, propertiesOf(file));
  Object.assign(right, infoOf(document, purpose));
  if (purpose.kind !== 'plain') {
    Object.assign(own, ownClaims(file, catalog));
    Object.assign(right, claims(document, purpose, identifierOf(file)));
  }
  if (purpose.kind !== 'press') {
    own.PageLabels = pageLabels(file, catalog, labels.length).join(', ');
    right.PageLabels = labels.join(', ');
  }
  return [...new Set([...Object.keys(right), ...Object.keys(own)])]
    .filter((key) => own[key] !== right[key])
    .map((key) => faults.file.property(key, own[key], right[key]));
}

/** The document's properties, by name (14.3.3). */
export function propertiesOf(file: PdfFile): Values {
  const entries = [...file.dict(file.trailer.get('Info'))];
  return Object.fromEntries(
    entries.map(([key, value]) => [key, nameOf(file.resolve(value)) ?? file.text(value)]),
  );
}

function infoOf(document: Document, { kind }: PdfPurpose): Values {
  const date = `D:${document.issueDate.replaceAll('-', '')}000000Z`;
  const { edition, title } = document;
  return {
    Title: edition === undefined ? title : `${title} (${edition.title})`,
    Author: document.issuer,
    ...(document.summary && { Subject: document.summary }),
    ...(document.keywords && { Keywords: document.keywords.join(', ') }),
    Creator: CREATOR,
    Producer: PRODUCER,
    CreationDate: date,
    ModDate: date,
    ...(kind === 'press' && { Trapped: 'False' }),
  };
}

/** What the file claims to meet, and the profile that its colours are meant in. */
function ownClaims(file: PdfFile, catalog: PdfDict): Values {
  const own: Record<string, string> = {};
  const metadata = file.resolve(catalog.get('Metadata'));
  if (isStream(metadata)) {
    const packet = file.data(metadata).toString('utf8');
    for (const [name, values] of xmpValues(packet)) own[`XMP ${name}`] = values.join(' / ');
  }
  const intent = file.resolve(file.array(catalog.get('OutputIntents'))[0]);
  if (!(intent instanceof Map)) return own;
  own.OutputIntent = nameOf(file.resolve(intent.get('S'))) ?? '';
  own.OutputConditionIdentifier = file.text(intent.get('OutputConditionIdentifier'));
  own.RegistryName = file.text(intent.get('RegistryName'));
  own.OutputCondition = file.text(intent.get('OutputCondition'));
  own['OutputIntent Info'] = file.text(intent.get('Info'));
  const profile = file.resolve(intent.get('DestOutputProfile'));
  own.DestOutputProfile = isStream(profile) ? digestOf(file.data(profile)) : '';
  return own;
}

function claims(
  document: Document,
  purpose: Exclude<PdfPurpose, { readonly kind: 'plain' }>,
  identifier: string,
): Values {
  const date = `${document.issueDate}T00:00:00Z`;
  const said = {
    'dc:format': 'application/pdf',
    'dc:title': infoOf(document, purpose).Title ?? '',
    'dc:creator': document.issuer,
    ...(document.summary && { 'dc:description': document.summary }),
    ...(document.keywords && {
      'dc:subject': document.keywords.join(' / '),
      'pdf:Keywords': document.keywords.join(', '),
    }),
    'dc:language': document.language,
    'xmp:CreatorTool': CREATOR,
    'xmp:CreateDate': date,
    'xmp:ModifyDate': date,
    'xmp:MetadataDate': date,
    'pdf:Producer': PRODUCER,
    ...(purpose.kind === 'archive'
      ? { 'pdfaid:part': '2', 'pdfaid:conformance': 'A', 'pdfuaid:part': '1', ...UA_SCHEMA }
      : {
          'pdf:Trapped': 'False',
          'pdfxid:GTS_PDFXVersion': 'PDF/X-4',
          'xmpMM:DocumentID': `uuid:${identifier}`,
          'xmpMM:VersionID': '1',
          'xmpMM:RenditionClass': 'default',
        }),
  };
  const packet = Object.entries(said).map(([key, value]) => [`XMP ${key}`, xmlCharacters(value)]);
  const { registered, profile } = purpose.kind === 'press' ? purpose : {};
  const condition = profile && (registered ?? profileNameIn(profile) ?? 'Custom');
  return {
    ...Object.fromEntries(packet),
    OutputIntent: purpose.kind === 'press' ? 'GTS_PDFX' : 'GTS_PDFA1',
    OutputConditionIdentifier: purpose.kind === 'press' ? (registered ?? 'Custom') : SRGB_NAME,
    OutputCondition: condition ?? '',
    'OutputIntent Info': condition ?? SRGB_NAME,
    RegistryName: registered === undefined ? '' : 'http://www.color.org',
    DestOutputProfile: profile === undefined ? SRGB : digestOf(profile),
  };
}

/** Each page as viewers call it (12.4.2). */
function pageLabels(file: PdfFile, catalog: PdfDict, count: number): readonly string[] {
  const labels = file.resolve(catalog.get('PageLabels'));
  const ranges = file.array(labels instanceof Map ? labels.get('Nums') : undefined);
  const called: string[] = [];
  for (let at = 0; at + 1 < ranges.length; at += 2) {
    const [from, to] = [file.number(ranges[at]) ?? 0, file.number(ranges[at + 2]) ?? count];
    const range = file.dict(ranges[at + 1]);
    const style = nameOf(file.resolve(range.get('S')));
    const start = file.number(range.get('St')) ?? 1;
    for (let page = from; page < Math.min(to, count); page++) {
      const number = start + page - from;
      const shown = style === 'D' ? String(number) : style === 'r' ? roman(number) : '';
      called[page] = file.text(range.get('P')) + shown;
    }
  }
  return called;
}

const ROMAN = [
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const;

function roman(number: number): string {
  let rest = number;
  let text = '';
  for (const [value, letters] of ROMAN)
    for (; rest >= value && text.length < 20; rest -= value) text += letters;
  return text;
}

/** The file's identifier in the form of a UUID. */
function identifierOf(file: PdfFile): string {
  const id = file.resolve(file.array(file.trailer.get('ID'))[0]);
  const hex = isString(id) ? Buffer.from(id.bytes, 'latin1').toString('hex') : '';
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Without what XML cannot hold (XML 1.0, 2.2). */
function xmlCharacters(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
}
