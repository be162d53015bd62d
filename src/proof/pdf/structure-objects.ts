// Every dictionary of a structure that this program writes: its keys, each with what may stand under it. Narrowed from the tables of
// ISO 32000-1 (14.7).
import {
  any,
  box,
  integer,
  isNameTree,
  type KnownObject,
  list,
  name,
  pairs,
  text,
  to,
} from './object-rule.ts';

const element = any(to('StructElem'), to('StructTreeRoot'));
const STRUCTURE_TYPES =
  'Document Part Sect Div H1 H2 H3 H4 H5 H6 P L LI Lbl LBody Table Caption THead TBody TR TH TD Figure Note Reference Link TOC TOCI';

export const STRUCTURE_OBJECTS: Readonly<Record<string, KnownObject>> = {
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
    agrees: isNameTree,
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
      Headers: list(text),
      ListNumbering: name('Decimal', 'LowerAlpha', 'Circle', 'Disc', 'Square', 'None'),
      Placement: name('Block'),
      BBox: box,
    },
    required: ['O'],
  },
};
