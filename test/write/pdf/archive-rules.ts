// A finished PDF file -> what in it breaks PDF/A-2a (ISO 19005-2) or PDF/UA-1 (ISO 14289-1), by clause. Nothing is the aim.
import { fontFaults } from './font-rules.ts';
import { humanFaults } from './human-checks.ts';
import { type PdfFile, PdfName, PdfRef, type PdfValue } from './pdf-file.ts';
import { isElement, type TaggedFile } from './structure-tree.ts';
import { tagFaults } from './tag-rules.ts';
import { wellFormed } from './xml.ts';

const PAINTING = new Set([
  'Tj',
  'TJ',
  "'",
  '"',
  'f',
  'F',
  'f*',
  'S',
  's',
  'B',
  'B*',
  'b',
  'b*',
  'Do',
  'sh',
  'BI',
]);
/** Operators of another colour space than the output intent's. */
const OTHER_SPACES = new Set(['k', 'K', 'g', 'G', 'cs', 'CS', 'sc', 'SC', 'scn', 'SCN']);
const PRINT = 4;

export function archiveFaults(tagged: TaggedFile, bytes: Uint8Array): string[] {
  return [
    ...fileFaults(tagged.file, bytes),
    ...catalogFaults(tagged.file),
    ...pageFaults(tagged),
    ...parentFaults(tagged),
    ...tagFaults(tagged),
    ...fontFaults(tagged),
    ...humanFaults(tagged),
  ];
}

/** ISO 19005-2, 6.1: the file itself. */
function fileFaults(file: PdfFile, bytes: Uint8Array): string[] {
  const faults: string[] = [];
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  if (!/^%PDF-1\.7\n%[\x80-\xFF]{4}/.test(head)) faults.push('6.1.2 header');
  if (file.array(file.trailer.get('ID')).length !== 2) faults.push('6.1.3 ID in the trailer');
  if (file.trailer.has('Encrypt')) faults.push('6.1.3 encryption');
  if (!/%%EOF\s?$/.test(Buffer.from(bytes.subarray(-8)).toString('latin1')))
    faults.push('6.1.3 data after the end');
  for (const id of file.ids) {
    for (const value of walk(file.object(id))) {
      if (typeof value === 'string' && value.length > 32767) faults.push(`6.1.13 long string in ${id}`);
      if (value instanceof PdfName && value.name.length > 127) faults.push(`6.1.13 long name in ${id}`);
      if (value instanceof PdfName && ['LZWDecode', 'JavaScript', 'Crypt'].includes(value.name))
        faults.push(`${value.name} in ${id}`);
    }
  }
  return faults;
}

function* walk(value: PdfValue): Generator<PdfValue> {
  yield value;
  if (Array.isArray(value)) for (const member of value) yield* walk(member);
  if (value instanceof Map) for (const member of value.values()) yield* walk(member);
  if (typeof value === 'object' && value !== null && 'raw' in value) yield* walk(value.dict);
}

/** ISO 19005-2, 6.2.3, 6.6, 6.7; ISO 14289-1, 5, 7.1. */
function catalogFaults(file: PdfFile): string[] {
  const faults: string[] = [];
  const { root } = file;
  const marked = file.dict(root.get('MarkInfo'));
  if (marked.get('Marked') !== true || marked.get('Suspects') === true) faults.push('7.1 not marked');
  if (!/^[a-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(file.text(root.get('Lang')) ?? ''))
    faults.push('7.2 language');
  if (file.dict(root.get('ViewerPreferences')).get('DisplayDocTitle') !== true)
    faults.push('7.1 title not shown');
  for (const key of [
    'AA',
    'OCProperties',
    'AcroForm',
    'NeedsRendering',
    'Perms',
    'Requirements',
    'OpenAction',
  ])
    if (root.has(key)) faults.push(`catalog has ${key}`);
  for (const key of ['JavaScript', 'EmbeddedFiles', 'AlternatePresentations'])
    if (file.dict(root.get('Names')).has(key)) faults.push(`names of ${key}`);
  const intents = file.array(root.get('OutputIntents')).map((intent) => file.dict(intent));
  const [intent] = intents;
  if (intents.length !== 1 || file.name(intent?.get('S')) !== 'GTS_PDFA1') faults.push('6.2.3 output intent');
  const profile = file.data(intent?.get('DestOutputProfile'));
  const space = profile.toString('latin1', 12, 20);
  if (space !== 'mntrRGB ' || profile.readUInt32BE(0) !== profile.length) faults.push('6.2.3 profile');
  if (file.dict(intent?.get('DestOutputProfile')).get('N') !== 3) faults.push('6.2.3 components');
  const metadata = file.dict(root.get('Metadata'));
  if (metadata.has('Filter')) faults.push('6.6.2 metadata is filtered');
  const xmp = file.data(root.get('Metadata')).toString('utf8');
  if (!wellFormed(xmp)) faults.push('6.6.2 XMP is no XML');
  for (const claim of ['pdfaid:part>2<', 'pdfaid:conformance>A<', 'pdfuaid:part>1<'])
    if (!xmp.includes(claim)) faults.push(`no claim ${claim}`);
  const described = xmp.indexOf('<pdfaProperty:name>part</pdfaProperty:name>');
  if (described < 0) faults.push('6.6.2.3.3 no extension schema');
  if (!/<dc:title>/.test(xmp)) faults.push('7.1 no title');
  if (/<\?xpacket begin[^?]*(bytes|encoding)=/.test(xmp)) faults.push('6.6.2.1 packet header');
  return faults;
}

/** An image in a colour space of the output intent, without alternates, masks and smoothing (ISO 19005-2, 6.2.4, 6.2.8, 6.2.10). */
function isPlainImage(file: PdfFile, value: PdfValue): boolean {
  const image = file.dict(value);
  return (
    file.name(image.get('Subtype')) === 'Image' &&
    ['DeviceGray', 'DeviceRGB'].includes(file.name(image.get('ColorSpace')) ?? '') &&
    ['FlateDecode', 'DCTDecode'].includes(file.name(image.get('Filter')) ?? '') &&
    !['Alternates', 'OPI', 'Interpolate', 'Mask', 'SMask', 'Intent', 'Decode'].some((key) => image.has(key))
  );
}

/** ISO 19005-2, 6.2, 6.3; ISO 14289-1, 7.1, 7.18. */
function pageFaults({ file, pages }: TaggedFile): string[] {
  const faults: string[] = [];
  pages.forEach(({ dict, operations }, index) => {
    const at = `page ${index + 1}`;
    if (file.name(dict.get('Tabs')) !== 'S') faults.push(`7.18.3 ${at}: tab order`);
    if (dict.has('Group') || dict.has('AA') || dict.has('PresSteps'))
      faults.push(`6.2 ${at}: group or actions`);
    const resources = file.dict(dict.get('Resources'));
    for (const kind of ['ExtGState', 'Shading', 'Pattern'])
      if (resources.has(kind)) faults.push(`${at}: ${kind}`);
    for (const one of resources.has('XObject') ? file.dict(resources.get('XObject')).values() : [])
      if (!isPlainImage(file, one)) faults.push(`6.2.8 ${at}: XObject`);
    for (const { operator, marks } of operations) {
      if (OTHER_SPACES.has(operator)) faults.push(`6.2.4 ${at}: colour by ${operator}`);
      const artifact = marks.some(({ tag }) => tag === 'Artifact');
      const content = marks.filter(({ mcid }) => mcid !== undefined).length;
      if (PAINTING.has(operator) && !artifact && content === 0)
        faults.push(`7.1 ${at}: ${operator} is not marked`);
      if ((artifact && content > 0) || content > 1) faults.push(`7.1 ${at}: marks in marks`);
      for (const { language } of marks)
        if (language !== undefined && !/^[a-z]{2,3}$/.test(language)) faults.push(`7.2 ${at}: ${language}`);
    }
    for (const annotation of file.array(dict.get('Annots')).map((one) => file.dict(one))) {
      if (file.name(annotation.get('Subtype')) !== 'Link') faults.push(`${at}: annotation that is no link`);
      if (annotation.get('F') !== PRINT) faults.push(`6.3.2 ${at}: flags`);
      if ((file.text(annotation.get('Contents')) ?? '') === '')
        faults.push(`7.18.5 ${at}: link without a name`);
      if (annotation.has('AA') || annotation.has('A') || annotation.has('AP'))
        faults.push(`6.3 ${at}: action`);
      if (!destinations(file).has(file.text(annotation.get('Dest')) ?? ''))
        faults.push(`${at}: link to nowhere`);
    }
  });
  return faults;
}

const known = new WeakMap<PdfFile, ReadonlySet<string>>();

function destinations(file: PdfFile): ReadonlySet<string> {
  let names = known.get(file);
  if (names === undefined) {
    const tree = file.dict(file.dict(file.root.get('Names')).get('Dests'));
    names = new Set(
      file.array(tree.get('Names')).flatMap((one, index) => (index % 2 === 0 ? [file.text(one) ?? ''] : [])),
    );
    known.set(file, names);
  }
  return names;
}

/** ISO 32000-1, 14.7.4.4: the way back from content to its element. */
function parentFaults({ file, pages, elements }: TaggedFile): string[] {
  const faults: string[] = [];
  const tree = file.dict(file.root.get('StructTreeRoot'));
  const numbers = file.array(file.dict(tree.get('ParentTree')).get('Nums'));
  const parents = new Map<number, PdfValue>();
  for (let index = 0; index < numbers.length; index += 2)
    parents.set(Number(numbers[index]), numbers[index + 1] ?? null);
  const owners = new Map<string, number>();
  const links = new Map<number, number>();
  for (const element of elements) {
    for (const kid of element.kids) {
      if (isElement(kid)) continue;
      if (kid.kind === 'annotation') {
        links.set(Number(kid.dict.get('StructParent')), element.id);
        continue;
      }
      const key = `${kid.page} ${kid.mcid}`;
      if (owners.has(key)) faults.push(`content ${key} has two elements`);
      owners.set(key, element.id);
    }
  }
  for (const { id, dict, operations } of pages) {
    const back = file.array(parents.get(Number(dict.get('StructParents'))) ?? null);
    const used = new Set(
      operations.flatMap(({ marks }) => marks.flatMap(({ mcid }) => (mcid === undefined ? [] : [mcid]))),
    );
    if (used.size !== back.length) faults.push('the parent tree has another count than the page');
    back.forEach((element, mcid) => {
      if (!(element instanceof PdfRef) || owners.get(`${id} ${mcid}`) !== element.id)
        faults.push(`content ${mcid} has no way back`);
    });
    for (const annotation of file.array(dict.get('Annots')).map((one) => file.dict(one))) {
      const key = Number(annotation.get('StructParent'));
      const parent = parents.get(key);
      if (!(parent instanceof PdfRef) || links.get(key) !== parent.id)
        faults.push(`7.18.5 link ${key} is not in its element`);
    }
  }
  return faults;
}
