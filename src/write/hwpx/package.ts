// Header, sections and pictures -> the parts of a package by their names, in their order.
import type { Document } from '../../document/document.ts';
import type { PictureFile } from './picture-store.ts';
import { bare, escaped, part, tag } from './xml.ts';

const MIMETYPE = 'application/hwp+zip';

/** What viewers show before they open a file: so many characters. */
const PREVIEW = 1000;

/** Parts that are not deflated: the first two by the standard, pictures since they are packed already. */
export function isStored(name: string): boolean {
  return name === 'mimetype' || name === 'version.xml' || name.startsWith('BinData/');
}

/** `lists`: of the header; `preview`: the beginning of the text. */
export function packageParts(
  document: Document,
  lists: string,
  sections: readonly string[],
  pictures: ReadonlyMap<string, PictureFile>,
  preview: string,
): ReadonlyMap<string, string | Uint8Array> {
  const sectionNames = sections.map((_, index) => `Contents/section${index}.xml`);
  const pictureNames = [...pictures.keys()].map((name) => `BinData/${name}`);
  return new Map<string, string | Uint8Array>([
    ['mimetype', MIMETYPE],
    ['version.xml', version()],
    ['META-INF/container.xml', container()],
    ['META-INF/manifest.xml', bare('odf:manifest', { 'xmlns:odf': `${ODF}:manifest:1.0` })],
    ['Contents/content.hpf', contents(document, sectionNames, pictureNames)],
    ['Contents/header.xml', header(lists, sections.length)],
    ...sections.map((section, index) => [sectionNames[index] ?? '', section] as const),
    ['Preview/PrvText.txt', [...preview].slice(0, PREVIEW).join('')],
    ['settings.xml', settings()],
    ...[...pictures.values()].map(({ bytes }, index) => [pictureNames[index] ?? '', bytes] as const),
  ]);
}

const ODF = 'urn:oasis:names:tc:opendocument:xmlns';
const HANCOM = 'http://www.hancom.co.kr';

function version(): string {
  return bare('hv:HCFVersion', {
    'xmlns:hv': `${HANCOM}/hwpml/2011/version`,
    // Spelt as 한글 spells it.
    tagetApplication: 'WORDPROCESSOR',
    major: 5,
    minor: 1,
    micro: 0,
    buildNumber: 1,
    os: 1,
    xmlVersion: '1.4',
    application: 'iljari',
    appVersion: '1, 0, 0, 0',
  });
}

function container(): string {
  const file = (path: string, type: string) => tag('ocf:rootfile', { 'full-path': path, 'media-type': type });
  return bare(
    'ocf:container',
    { 'xmlns:ocf': `${ODF}:container`, 'xmlns:hpf': `${HANCOM}/schema/2011/hpf` },
    tag(
      'ocf:rootfiles',
      {},
      file('Contents/content.hpf', 'application/hwpml-package+xml'),
      file('Preview/PrvText.txt', 'text/plain'),
    ),
  );
}

function settings(): string {
  return bare(
    'ha:HWPApplicationSetting',
    { 'xmlns:ha': `${HANCOM}/hwpml/2011/app`, 'xmlns:config': `${ODF}:config:1.0` },
    tag('ha:CaretPosition', { listIDRef: 0, paraIDRef: 0, pos: 0 }),
  );
}

function header(lists: string, sections: number): string {
  return part(
    'hh:head',
    { version: '1.4', secCnt: sections },
    tag('hh:beginNum', { page: 1, footnote: 1, endnote: 1, pic: 1, tbl: 1, equation: 1 }),
    lists,
    tag('hh:compatibleDocument', { targetProgram: 'HWP201X' }, tag('hh:layoutCompatibility')),
    tag('hh:docOption', {}, tag('hh:linkinfo', { path: '', pageInherit: 0, footnoteInherit: 0 })),
    tag('hh:trackchageConfig', { flags: 56 }),
  );
}

const TYPES = { png: 'image/png', jpg: 'image/jpg' } as const;

function contents(
  { title, issuer, language, issueDate, keywords = [], summary = '' }: Document,
  sections: readonly string[],
  pictures: readonly string[],
): string {
  const meta = (name: string, text: string) => tag('opf:meta', { name, content: 'text' }, escaped(text));
  const item = (id: string, href: string, type: string, more: Readonly<Record<string, number>> = {}) =>
    tag('opf:item', { id, href, 'media-type': type, ...more });
  const idOf = (name: string) => name.slice(name.lastIndexOf('/') + 1, name.lastIndexOf('.'));
  const date = `${issueDate}T00:00:00Z`;
  return part(
    'opf:package',
    { version: '', 'unique-identifier': '', id: '' },
    tag(
      'opf:metadata',
      {},
      tag('opf:title', {}, escaped(title)),
      tag('opf:language', {}, escaped(language)),
      meta('creator', issuer),
      meta('subject', summary),
      meta('description', ''),
      meta('lastsaveby', issuer),
      meta('CreatedDate', date),
      meta('ModifiedDate', date),
      meta('keyword', keywords.join(', ')),
    ),
    tag(
      'opf:manifest',
      {},
      item('header', 'Contents/header.xml', 'application/xml'),
      ...pictures.map((name) =>
        // Without this attribute, spelt so, no picture is shown.
        item(idOf(name), name, name.endsWith('.jpg') ? TYPES.jpg : TYPES.png, { isEmbeded: 1 }),
      ),
      ...sections.map((name) => item(idOf(name), name, 'application/xml')),
      item('settings', 'settings.xml', 'application/xml'),
    ),
    tag(
      'opf:spine',
      {},
      ...['header', ...sections.map(idOf)].map((idref) => tag('opf:itemref', { idref, linear: 'yes' })),
    ),
  );
}
