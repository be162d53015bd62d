// The bytes of a file for 한글 -> its parts, and what is in them that this program never writes. Shares nothing with the writer.
import { readZip, type ZipLimits } from '../../zip/read-zip.ts';
import type { Grammar } from '../xlsx/grammar.ts';
import { REFUSALS, SPARE } from '../xlsx/read-workbook.ts';
import { parseXml, XmlFault, type XmlNode } from '../xlsx/xml.ts';
import { HEADER } from './header-rules.ts';
import { CONTAINER, CONTENTS, MANIFEST, SETTINGS, VERSION } from './package-rules.ts';
import { SECTION } from './section-rules.ts';

/** What makes a file unreadable; caught by the proof, which then tells of the file. */
export class HwpxFault extends Error {}

interface ForeignPart {
  readonly part: string;
  readonly what: string;
}

export interface ReadPackage {
  readonly header: XmlNode;
  readonly contents: XmlNode;
  readonly sections: readonly XmlNode[];
  /** By their names in the manifest: image1. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  /** png or jpg, by the same names. */
  readonly types: ReadonlyMap<string, string>;
  readonly preview: string;
  readonly foreign: readonly ForeignPart[];
}

/** Far above what a plan comes to. */
const LIMITS: ZipLimits = { entries: 2_000, entryBytes: 256 << 20, totalBytes: 1024 << 20, ratio: 1_100 };

const OWN_REFUSALS = { 'not-a-zip': '한글 문서(zip)가 아니거나 끝이 잘렸습니다' } as const;

const TYPE = 'application/hwp+zip';
const GRAMMARS: Readonly<Record<string, Grammar>> = {
  'version.xml': VERSION,
  'META-INF/container.xml': CONTAINER,
  'META-INF/manifest.xml': MANIFEST,
  'Contents/content.hpf': CONTENTS,
  'Contents/header.xml': HEADER,
  'settings.xml': SETTINGS,
};
const PREVIEW = 'Preview/PrvText.txt';
const SECTION_NAME = /^Contents\/section\d{1,4}\.xml$/;
const PICTURE_NAME = /^BinData\/(image\d{1,4})\.(png|jpg)$/;

/** Throws a HwpxFault when the file cannot be read. */
export function readPackage(bytes: Uint8Array): ReadPackage {
  const zip = readZip(bytes, LIMITS);
  if (!zip.ok) throw new HwpxFault({ ...REFUSALS, ...OWN_REFUSALS }[zip.refusal.reason]);
  const { entries } = zip;
  const foreign: ForeignPart[] = [...storageFaults(bytes, entries)];
  if (!zip.isBare) foreign.push({ part: 'zip', what: SPARE });
  const read = (name: string, grammar: Grammar): XmlNode => {
    const part = entries.get(name);
    if (part === undefined) throw new HwpxFault(`들어 있어야 할 ${name}이 없습니다`);
    const root = rootOf(name, part);
    for (const { what } of grammar.foreignIn(root)) foreign.push({ part: name, what });
    return root;
  };
  const roots = new Map(Object.entries(GRAMMARS).map(([name, grammar]) => [name, read(name, grammar)]));
  const places = [...(roots.get('META-INF/container.xml')?.children[0]?.children ?? [])];
  if (
    places.map(({ attributes }) => attributes.get('full-path')).join() !== `Contents/content.hpf,${PREVIEW}`
  )
    foreign.push({ part: 'META-INF/container.xml', what: '다른 차례' });
  const sections: XmlNode[] = [];
  const pictures = new Map<string, Uint8Array>();
  const types = new Map<string, string>();
  for (const [name, part] of entries) {
    const [, picture, type = ''] = PICTURE_NAME.exec(name) ?? [];
    if (SECTION_NAME.test(name)) sections.push(read(name, SECTION));
    else if (picture !== undefined) {
      pictures.set(picture, part);
      types.set(picture, type);
    } else if (!Object.hasOwn(GRAMMARS, name) && name !== PREVIEW && name !== 'mimetype')
      foreign.push({ part: name, what: '이 프로그램이 넣지 않는 것' });
  }
  const [contents, header] = [roots.get('Contents/content.hpf'), roots.get('Contents/header.xml')];
  if (contents === undefined || header === undefined) throw new HwpxFault('머리글이 없습니다');
  return {
    header,
    contents,
    sections,
    pictures,
    types,
    preview: textOf(PREVIEW, entries.get(PREVIEW) ?? new Uint8Array()),
    foreign,
  };
}

function rootOf(name: string, part: Uint8Array): XmlNode {
  try {
    return parseXml(textOf(name, part));
  } catch (fault) {
    if (!(fault instanceof XmlFault)) throw fault;
    throw new HwpxFault(`${name}: ${fault.message}`);
  }
}

function textOf(name: string, part: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(part);
  } catch {
    throw new HwpxFault(`${name}: 글자를 읽을 수 없습니다`);
  }
}

/** The type comes first; it, the version and pictures lie in the archive as they are, all else deflated (OCF, KS X 6101 8.3). */
function* storageFaults(bytes: Uint8Array, entries: ReadonlyMap<string, Uint8Array>): Generator<ForeignPart> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names: string[] = [];
  for (let at = 0; at + 30 <= file.length && file.readUInt32LE(at) === 0x04034b50; ) {
    const length = file.readUInt16LE(at + 26);
    const name = file.toString('utf8', at + 30, at + 30 + length);
    const isStored = name === 'mimetype' || name === 'version.xml' || name.startsWith('BinData/');
    if (file.readUInt16LE(at + 8) !== (isStored ? 0 : 8))
      yield { part: name, what: isStored ? '압축되어 있음' : '압축되지 않음' };
    names.push(name);
    at += 30 + length + file.readUInt16LE(at + 28) + file.readUInt32LE(at + 18);
  }
  if (names[0] !== 'mimetype') yield { part: 'mimetype', what: '맨 앞에 있지 않음' };
  const type = entries.get('mimetype');
  if (type === undefined || Buffer.from(type).toString('latin1') !== TYPE)
    yield { part: 'mimetype', what: '다른 종류' };
}
