// Every dictionary that this program writes: its keys, each with what may stand under it. Narrowed from the tables of ISO 32000-1
// (7.5.8, 7.7, 8.6, 9.6 to 9.10, 12.2 to 12.5, 14.3, 14.7, 14.11); what is not in the table is foreign.

export type ObjectType = keyof typeof OBJECTS;

/** What may stand under a key or in an array. */
export type Rule =
  | { readonly kind: 'number' | 'integer' | 'text' | 'boolean' | 'null' }
  /** One of the names; any name without. */
  | { readonly kind: 'name'; readonly names?: readonly string[] }
  /** Exactly these numbers in an array, or the one. */
  | { readonly kind: 'numbers'; readonly values: readonly number[] }
  | { readonly kind: 'exactly'; readonly value: number | boolean }
  | { readonly kind: 'list'; readonly of: Rule }
  | { readonly kind: 'tuple'; readonly of: readonly Rule[] }
  /** Things of two kinds by turns. */
  | { readonly kind: 'pairs'; readonly of: readonly [Rule, Rule] }
  /** A dictionary of names that fit a pattern. */
  | { readonly kind: 'map'; readonly names: RegExp; readonly of: Rule }
  /** A dictionary or a stream of the table. */
  | { readonly kind: 'object'; readonly type: string }
  /** The first that the value fits at first sight. */
  | { readonly kind: 'any'; readonly of: readonly Rule[] };

interface KnownObject {
  readonly stream?: true;
  readonly keys: Readonly<Record<string, Rule>>;
  /** Keys that may not be absent. */
  readonly required: readonly string[];
}

const number: Rule = { kind: 'number' };
const integer: Rule = { kind: 'integer' };
const text: Rule = { kind: 'text' };
const box: Rule = { kind: 'tuple', of: [number, number, number, number] };
const name = (...names: readonly string[]): Rule =>
  names.length === 0 ? { kind: 'name' } : { kind: 'name', names };
const exactly = (value: number | boolean): Rule => ({ kind: 'exactly', value });
const numbers = (...values: readonly number[]): Rule => ({ kind: 'numbers', values });
const list = (of: Rule): Rule => ({ kind: 'list', of });
const to = (type: string): Rule => ({ kind: 'object', type });
const any = (...of: readonly Rule[]): Rule => ({ kind: 'any', of });
const pairs = (...of: readonly [Rule, Rule]): Rule => ({ kind: 'pairs', of });

/** A place on a page: its page, and the corner that is shown; 0 or null leaves the size as it is. */
const destination: Rule = {
  kind: 'tuple',
  of: [to('Page'), name('XYZ'), number, number, any(exactly(0), { kind: 'null' })],
};
const packed = { Length: integer, Filter: name('FlateDecode') };
const element = any(to('StructElem'), to('StructTreeRoot'));
const outlineKeys = { First: to('OutlineItem'), Last: to('OutlineItem'), Count: integer };
const STRUCTURE_TYPES =
  'Document Part Sect Div H1 H2 H3 H4 H5 H6 P L LI Lbl LBody Table Caption THead TBody TR TH TD Figure Note Reference Link TOC TOCI';

export const OBJECTS = {
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
  },
  Names: { keys: { Dests: to('Destinations') }, required: ['Dests'] },
  Destinations: {
    keys: { Limits: { kind: 'tuple', of: [text, text] }, Names: pairs(text, destination) },
    required: [],
  },
  ViewerPreferences: { keys: { DisplayDocTitle: exactly(true) }, required: ['DisplayDocTitle'] },
  PageLabels: { keys: { Nums: pairs(integer, to('PageLabel')) }, required: ['Nums'] },
  PageLabel: { keys: { S: name('D', 'r'), St: integer, P: text }, required: [] },
  MarkInfo: { keys: { Marked: exactly(true) }, required: ['Marked'] },
  Pages: {
    keys: { Type: name('Pages'), Count: integer, Kids: list(to('Page')) },
    required: ['Type', 'Count', 'Kids'],
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
  },
  Stream: { stream: true, keys: packed, required: ['Length'] },
  Resources: {
    keys: {
      ProcSet: list(name('PDF', 'Text', 'ImageB', 'ImageC', 'ImageI')),
      Font: { kind: 'map', names: /^F\d+$/, of: to('Font') },
      ColorSpace: {
        kind: 'map',
        names: /^All$/,
        // The colour that all plates print (8.6.6.4).
        of: { kind: 'tuple', of: [name('Separation'), name('All'), name('DeviceCMYK'), to('Tint')] },
      },
    },
    required: [],
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
  },
  CIDFont: {
    keys: {
      Type: name('Font'),
      Subtype: name('CIDFontType2'),
      BaseFont: name(),
      CIDSystemInfo: to('CIDSystemInfo'),
      FontDescriptor: to('FontDescriptor'),
      W: list(any(integer, list(number))),
      CIDToGIDMap: name('Identity'),
    },
    required: ['Type', 'Subtype', 'BaseFont', 'CIDSystemInfo', 'FontDescriptor', 'W', 'CIDToGIDMap'],
  },
  CIDSystemInfo: {
    keys: { Registry: text, Ordering: text, Supplement: exactly(0) },
    required: ['Registry', 'Ordering', 'Supplement'],
  },
  FontDescriptor: {
    keys: {
      Type: name('FontDescriptor'),
      FontName: name(),
      Flags: integer,
      FontBBox: box,
      ItalicAngle: number,
      Ascent: number,
      Descent: number,
      CapHeight: number,
      XHeight: number,
      StemV: number,
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
  },
  StructTreeRoot: {
    keys: {
      Type: name('StructTreeRoot'),
      K: to('StructElem'),
      ParentTree: to('ParentTree'),
      ParentTreeNextKey: integer,
      IDTree: to('IdTree'),
    },
    required: ['Type', 'K', 'ParentTree'],
  },
  ParentTree: { keys: { Nums: pairs(integer, any(list(element), element)) }, required: ['Nums'] },
  IdTree: { keys: { Kids: list(to('IdLeaf')) }, required: ['Kids'] },
  IdLeaf: {
    keys: { Limits: { kind: 'tuple', of: [text, text] }, Names: pairs(text, element) },
    required: ['Limits', 'Names'],
  },
  StructElem: {
    keys: {
      S: name(...STRUCTURE_TYPES.split(' ')),
      P: element,
      Pg: to('Page'),
      K: any(
        integer,
        list(any(integer, to('MCR'), to('OBJR'), to('StructElem'))),
        to('MCR'),
        to('OBJR'),
        to('StructElem'),
      ),
      Alt: text,
      ActualText: text,
      ID: text,
      A: to('Attributes'),
    },
    required: ['S', 'P'],
  },
  MCR: { keys: { Type: name('MCR'), Pg: to('Page'), MCID: integer }, required: ['Type', 'Pg', 'MCID'] },
  OBJR: { keys: { Type: name('OBJR'), Pg: to('Page'), Obj: to('Annot') }, required: ['Type', 'Obj'] },
  Attributes: {
    keys: {
      O: name('Table', 'List', 'Layout'),
      Scope: name('Column', 'Row'),
      ColSpan: integer,
      RowSpan: integer,
      ListNumbering: name('Decimal', 'Circle', 'Disc', 'Square'),
      Placement: name('Block'),
      BBox: box,
    },
    required: ['O'],
  },
} as const satisfies Readonly<Record<string, KnownObject>>;

export function knownObject(type: string): KnownObject {
  const known: Readonly<Record<string, KnownObject>> = OBJECTS;
  const object = known[type];
  if (object === undefined) throw new Error(`no such object: ${type}`);
  return object;
}
