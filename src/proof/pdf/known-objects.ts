// Every dictionary that this program writes: its keys, each with what may stand under it. Narrowed from the tables of ISO 32000-1
// (7.5.8, 7.7, 8.6, 9.6 to 9.10, 12.2 to 12.5, 14.3, 14.11); what is not in the table is foreign.
import {
  any,
  box,
  exactly,
  integer,
  isNameTree,
  type KnownObject,
  list,
  name,
  number,
  numbers,
  pairs,
  type Rule,
  text,
  to,
} from './object-rule.ts';
import { nameOf, refOf } from './pdf-value.ts';
import { STRUCTURE_OBJECTS } from './structure-objects.ts';

/** A place on a page: its page, and the corner that is shown; 0 or null leaves the size as it is. */
const destination: Rule = {
  kind: 'tuple',
  of: [to('Page'), name('XYZ'), number, number, any(exactly(0), { kind: 'null' })],
};
const packed = { Length: integer, Filter: name('FlateDecode') };
const outlineKeys = { First: to('OutlineItem'), Last: to('OutlineItem'), Count: integer };

const OBJECTS: Readonly<Record<string, KnownObject>> = {
  Trailer: {
    keys: {
      Size: integer,
      Root: to('Catalog'),
      Info: to('Info'),
      ID: { kind: 'tuple', of: [text, text] },
      // Of a cross-reference stream.
      Type: name('XRef'),
      W: numbers(1, 4, 2),
      DecodeParms: to('Prediction'),
      ...packed,
    },
    required: ['Size', 'Root', 'Info', 'ID'],
  },
  Prediction: { keys: { Predictor: exactly(12), Columns: exactly(7) }, required: [] },
  Catalog: {
    keys: {
      Type: name('Catalog'),
      Pages: to('Pages'),
      Names: to('Names'),
      Lang: text,
      ViewerPreferences: to('ViewerPreferences'),
      PageLabels: to('PageLabels'),
      PageMode: name('UseOutlines'),
      Outlines: to('Outlines'),
      StructTreeRoot: to('StructTreeRoot'),
      MarkInfo: to('MarkInfo'),
      Metadata: to('Metadata'),
      OutputIntents: { kind: 'tuple', of: [to('OutputIntent')] },
    },
    required: ['Type', 'Pages', 'Lang', 'ViewerPreferences'],
    agrees: (_, dict) => dict.has('Outlines') === dict.has('PageMode'),
  },
  Names: { keys: { Dests: to('Destinations') }, required: ['Dests'] },
  Destinations: {
    keys: { Limits: { kind: 'tuple', of: [text, text] }, Names: pairs(text, destination) },
    required: [],
    agrees: isNameTree,
  },
  ViewerPreferences: { keys: { DisplayDocTitle: exactly(true) }, required: ['DisplayDocTitle'] },
  PageLabels: { keys: { Nums: pairs(integer, to('PageLabel')) }, required: ['Nums'] },
  PageLabel: { keys: { S: name('D', 'r'), St: integer, P: text }, required: [] },
  MarkInfo: { keys: { Marked: exactly(true) }, required: ['Marked'] },
  Pages: {
    keys: { Type: name('Pages'), Count: integer, Kids: list(to('Page')) },
    required: ['Type', 'Count', 'Kids'],
    // A reader shows as many pages as are counted (7.7.3.2).
    agrees: (file, dict) => file.number(dict.get('Count')) === file.array(dict.get('Kids')).length,
  },
  Page: {
    keys: {
      Type: name('Page'),
      Parent: to('Pages'),
      MediaBox: box,
      CropBox: box,
      BleedBox: box,
      TrimBox: box,
      Contents: to('Stream'),
      Resources: to('Resources'),
      UserUnit: exactly(1),
      StructParents: integer,
      Tabs: name('S'),
      Annots: list(to('Annot')),
    },
    required: ['Type', 'Parent', 'MediaBox', 'Contents', 'Resources'],
    // Links of a tagged page are reached in the order of what is heard (PDF/UA-1, 7.18.3).
    agrees: (file, dict) => {
      const links = file.array(dict.get('Annots')).map(refOf);
      return (!dict.has('StructParents') || dict.has('Tabs')) && new Set(links).size === links.length;
    },
  },
  Stream: { stream: true, keys: packed, required: ['Length'] },
  Resources: {
    keys: {
      ProcSet: list(name('PDF', 'Text', 'ImageB', 'ImageC', 'ImageI')),
      Font: { kind: 'map', names: /^F\d+$/, of: to('Font') },
      XObject: { kind: 'map', names: /^I\d+$/, of: to('Image') },
      ColorSpace: {
        kind: 'map',
        names: /^All$/,
        // The colour that all plates print (8.6.6.4).
        of: { kind: 'tuple', of: [name('Separation'), name('All'), name('DeviceCMYK'), to('Tint')] },
      },
      ExtGState: { kind: 'map', names: /^(?:Over|Out)$/, of: to('ExtGState') },
    },
    required: [],
  },
  // Whether black is printed over what lies below (8.6.7).
  ExtGState: {
    keys: { Type: name('ExtGState'), OP: { kind: 'boolean' }, op: { kind: 'boolean' }, OPM: exactly(1) },
    required: ['Type', 'OP', 'op', 'OPM'],
  },
  Image: {
    stream: true,
    keys: {
      Type: name('XObject'),
      Subtype: name('Image'),
      Width: integer,
      Height: integer,
      // sRGB by its profile where the file is printed by inks (8.6.5.5).
      ColorSpace: any(name('DeviceGray', 'DeviceRGB'), {
        kind: 'tuple',
        of: [name('ICCBased'), to('Profile')],
      }),
      BitsPerComponent: exactly(8),
      Filter: name('FlateDecode', 'DCTDecode'),
      Length: integer,
    },
    required: ['Type', 'Subtype', 'Width', 'Height', 'ColorSpace', 'BitsPerComponent', 'Filter', 'Length'],
  },
  Tint: {
    keys: {
      FunctionType: exactly(2),
      Domain: numbers(0, 1),
      C0: numbers(0, 0, 0, 0),
      C1: numbers(1, 1, 1, 1),
      N: exactly(1),
    },
    required: ['FunctionType', 'Domain', 'C0', 'C1', 'N'],
  },
  Font: {
    keys: {
      Type: name('Font'),
      Subtype: name('Type0'),
      BaseFont: name(),
      Encoding: name('Identity-H'),
      DescendantFonts: { kind: 'tuple', of: [to('CIDFont')] },
      ToUnicode: to('Stream'),
    },
    required: ['Type', 'Subtype', 'BaseFont', 'Encoding', 'DescendantFonts', 'ToUnicode'],
    // One font goes by one name (9.7.6.2).
    agrees: (file, dict) => {
      const font = file.dict(file.array(dict.get('DescendantFonts'))[0]);
      const names = [
        dict.get('BaseFont'),
        font.get('BaseFont'),
        file.dict(font.get('FontDescriptor')).get('FontName'),
      ];
      return new Set(names.map((one) => nameOf(file.resolve(one)))).size === 1;
    },
  },
  CIDFont: {
    keys: {
      Type: name('Font'),
      Subtype: name('CIDFontType2'),
      BaseFont: name(),
      CIDSystemInfo: to('CIDSystemInfo'),
      FontDescriptor: to('FontDescriptor'),
      W: pairs(integer, list(number)),
      CIDToGIDMap: name('Identity'),
    },
    required: ['Type', 'Subtype', 'BaseFont', 'CIDSystemInfo', 'FontDescriptor', 'W', 'CIDToGIDMap'],
  },
  CIDSystemInfo: {
    keys: { Registry: text, Ordering: text, Supplement: exactly(0) },
    required: ['Registry', 'Ordering', 'Supplement'],
    agrees: (file, dict) =>
      file.text(dict.get('Registry')) === 'Adobe' && file.text(dict.get('Ordering')) === 'Identity',
  },
  FontDescriptor: {
    keys: {
      Type: name('FontDescriptor'),
      FontName: name(),
      // Symbolic, and not to be made bolder (9.8.2).
      Flags: exactly(4),
      FontBBox: box,
      ItalicAngle: exactly(0),
      Ascent: number,
      Descent: number,
      CapHeight: number,
      XHeight: number,
      StemV: exactly(0),
      FontFile2: to('Stream'),
    },
    required: [
      'Type',
      'FontName',
      'Flags',
      'FontBBox',
      'ItalicAngle',
      'Ascent',
      'Descent',
      'StemV',
      'FontFile2',
    ],
    // Some readers cut letters off at the box (9.8.1).
    agrees: (file, dict) => {
      const [left = 1, bottom = 1, right = 0, top = 0] = file
        .array(dict.get('FontBBox'))
        .map((one) => file.number(one));
      const [descent = 1, ascent = 0] = [file.number(dict.get('Descent')), file.number(dict.get('Ascent'))];
      return left <= 0 && bottom <= -100 && right >= 900 && top >= 700 && descent < 0 && ascent >= 700;
    },
  },
  Annot: {
    keys: {
      Type: name('Annot'),
      Subtype: name('Link'),
      Rect: box,
      Border: numbers(0, 0, 0),
      F: exactly(4),
      Dest: text,
      Contents: text,
      StructParent: integer,
    },
    required: ['Type', 'Subtype', 'Rect', 'Border', 'F', 'Dest', 'Contents'],
  },
  Outlines: { keys: { Type: name('Outlines'), ...outlineKeys }, required: [] },
  OutlineItem: {
    keys: {
      Title: text,
      Dest: destination,
      Parent: any(to('OutlineItem'), to('Outlines')),
      Prev: to('OutlineItem'),
      Next: to('OutlineItem'),
      ...outlineKeys,
    },
    required: ['Title', 'Dest', 'Parent'],
  },
  Info: {
    keys: {
      Title: text,
      Author: text,
      Subject: text,
      Keywords: text,
      Creator: text,
      Producer: text,
      CreationDate: text,
      ModDate: text,
      Trapped: name('False'),
    },
    required: ['Title', 'Author', 'Creator', 'Producer', 'CreationDate', 'ModDate'],
  },
  Metadata: {
    stream: true,
    // The library writes the length a second time, in small letters, where the file claims nothing.
    keys: { Type: name('Metadata'), Subtype: name('XML'), Length: integer, length: integer },
    required: ['Type', 'Subtype', 'Length'],
  },
  OutputIntent: {
    keys: {
      Type: name('OutputIntent'),
      S: name('GTS_PDFA1', 'GTS_PDFX'),
      OutputConditionIdentifier: text,
      OutputCondition: text,
      RegistryName: text,
      Info: text,
      DestOutputProfile: to('Profile'),
    },
    required: ['Type', 'S', 'OutputConditionIdentifier', 'Info', 'DestOutputProfile'],
  },
  Profile: {
    stream: true,
    keys: { N: any(exactly(3), exactly(4)), ...packed },
    required: ['N', 'Length'],
    // Of so many colours as the profile's own head says (ICC.1:2010, 7.2.8).
    agrees: (file, dict, stream) => {
      const head = stream === undefined ? '' : file.content(stream).slice(16, 20);
      return file.number(dict.get('N')) === { 'RGB ': 3, CMYK: 4 }[head];
    },
  },
  ...STRUCTURE_OBJECTS,
};

export function knownObject(type: string): KnownObject {
  const object = OBJECTS[type];
  if (object === undefined) throw new Error(`no such object: ${type}`);
  return object;
}
