// The parts of a workbook -> all that this program writes in them: ECMA-376 part 1 (18, SpreadsheetML; 22, shared), narrowed to what is used here.
import { Grammar } from './grammar.ts';

const WHOLE = /^\d{1,9}$/;
const SIZE = /^\d{1,9}(?:\.\d{1,17})?$/;
const CELL = /^[A-Z]{1,3}[1-9]\d{0,6}$/;
const AREA = /^[A-Z]{1,3}[1-9]\d{0,6}(?::[A-Z]{1,3}[1-9]\d{0,6})?$/;
const COLOUR = /^FF[0-9A-F]{6}$/;
const ANY = /(?:)/;
const RID = /^rId[1-9]\d{0,5}$/;

const SCHEMA = 'http://schemas.openxmlformats.org';
const MAIN = `${SCHEMA}/spreadsheetml/2006/main`;
const SPACES = {
  xmlns: MAIN,
  'xmlns:mc': `${SCHEMA}/markup-compatibility/2006`,
};
const RELATIONS = `${SCHEMA}/officeDocument/2006/relationships`;
const MICROSOFT = 'http://schemas.microsoft.com/office/spreadsheetml';

/** [Content_Types].xml and the relations; what they name is looked up one by one. */
export const CONTENT_TYPES = new Grammar({
  Types: [{ xmlns: `${SCHEMA}/package/2006/content-types` }, 'Default Default Override+ Default Override+'],
  Default: [{ Extension: ANY, ContentType: ANY }],
  Override: [{ PartName: ANY, ContentType: ANY }],
});
export const RELATIONSHIPS = new Grammar({
  Relationships: [{ xmlns: `${SCHEMA}/package/2006/relationships` }, 'Relationship+'],
  Relationship: [{ Id: RID, Type: ANY, Target: ANY }],
});

/** Without a protection, a macro's name, an external reference, dates from 1904, calculation by hand or in rounds. */
export const WORKBOOK = new Grammar({
  workbook: [
    {
      ...SPACES,
      'xmlns:r': RELATIONS,
      'mc:Ignorable': 'x15',
      'xmlns:x15': `${MICROSOFT}/2010/11/main`,
    },
    'fileVersion workbookPr sheets definedNames? calcPr',
  ],
  fileVersion: [{ appName: 'xl', lastEdited: '5', lowestEdited: '5', rupBuild: '9303' }],
  workbookPr: [{ defaultThemeVersion: '164011', filterPrivacy: '1' }],
  sheets: [{}, 'sheet+'],
  sheet: [{ sheetId: WHOLE, name: ANY, state: ANY, 'r:id': RID }],
  definedNames: [{}, 'definedName+'],
  definedName: [{ name: ANY, 'localSheetId?': WHOLE, 'hidden?': '1' }, ANY],
  calcPr: [{ calcId: '171027', fullCalcOnLoad: '1' }],
});

/** No styles of conditions, no gradients, nothing turned, struck out or shrunk. */
export const STYLES = new Grammar({
  styleSheet: [
    {
      ...SPACES,
      'mc:Ignorable': 'x14ac x16r2',
      'xmlns:x14ac': `${MICROSOFT}/2009/9/ac`,
      'xmlns:x16r2': `${MICROSOFT}/2015/02/main`,
    },
    'numFmts? fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles extLst',
  ],
  numFmts: [{ count: WHOLE }, 'numFmt+'],
  numFmt: [{ numFmtId: WHOLE, formatCode: ANY }],
  fonts: [{ count: WHOLE, 'x14ac:knownFonts': '1' }, 'font+'],
  font: [{}, 'b? u? charset? color family scheme? sz name'],
  b: [{}],
  u: [{}],
  charset: [{ val: '129' }],
  'font/color': [{ 'theme?': '1', 'rgb?': COLOUR }],
  color: [{ rgb: COLOUR }],
  family: [{ val: '2' }],
  scheme: [{ val: 'minor' }],
  sz: [{ val: SIZE }],
  name: [{ val: /^(?:Calibri|맑은 고딕)$/ }],
  fills: [{ count: WHOLE }, 'fill+'],
  fill: [{}, 'patternFill'],
  patternFill: [{ patternType: /^(?:none|gray125|solid)$/ }, 'fgColor?'],
  fgColor: [{ rgb: COLOUR }],
  borders: [{ count: WHOLE }, 'border+'],
  border: [{}, 'left right top bottom diagonal'],
  left: [{ 'style?': /^(?:thin|medium)$/ }, 'color?'],
  right: [{ 'style?': /^(?:thin|medium)$/ }, 'color?'],
  top: [{ 'style?': /^(?:thin|medium)$/ }, 'color?'],
  bottom: [{ 'style?': /^(?:thin|medium)$/ }, 'color?'],
  diagonal: [{}],
  cellStyleXfs: [{ count: '1' }, 'xf'],
  'cellStyleXfs/xf': [{ numFmtId: '0', fontId: '0', fillId: '0', borderId: '0' }],
  cellXfs: [{ count: WHOLE }, 'xf+'],
  xf: [
    {
      numFmtId: WHOLE,
      fontId: WHOLE,
      fillId: WHOLE,
      borderId: WHOLE,
      xfId: '0',
      'applyNumberFormat?': '1',
      'applyFont?': '1',
      'applyFill?': '1',
      'applyBorder?': '1',
      'applyAlignment?': '1',
    },
    'alignment?',
  ],
  alignment: [
    { horizontal: /^(?:left|center|right)$/, vertical: 'center', 'wrapText?': '1', 'indent?': '1' },
  ],
  cellStyles: [{ count: '1' }, 'cellStyle'],
  cellStyle: [{ name: 'Normal', xfId: '0', builtinId: '0' }],
  dxfs: [{ count: '0' }],
  tableStyles: [
    { count: '0', defaultTableStyle: 'TableStyleMedium2', defaultPivotStyle: 'PivotStyleLight16' },
  ],
  extLst: [{}, 'ext ext'],
  ext: [
    { uri: ANY, 'xmlns:x14?': `${MICROSOFT}/2009/9/main`, 'xmlns:x15?': `${MICROSOFT}/2010/11/main` },
    'x14:slicerStyles? x15:timelineStyles?',
  ],
  'x14:slicerStyles': [{ defaultSlicerStyle: 'SlicerStyleLight1' }],
  'x15:timelineStyles': [{ defaultTimelineStyle: 'TimeSlicerStyleLight1' }],
});

export const STRINGS = new Grammar({
  sst: [{ xmlns: MAIN, count: WHOLE, uniqueCount: WHOLE }, 'si*'],
  si: [{}, 't? r*'],
  r: [{}, 'rPr? t'],
  rPr: [{}, 'b? charset color family vertAlign? sz rFont'],
  b: [{}],
  charset: [{ val: '129' }],
  color: [{ rgb: COLOUR }],
  family: [{ val: '2' }],
  vertAlign: [{ val: 'superscript' }],
  sz: [{ val: SIZE }],
  rFont: [{ val: '맑은 고딕' }],
  t: [{ 'xml:space?': 'preserve' }, ANY],
});

const SHEET_SPACES = {
  ...SPACES,
  'xmlns:r': RELATIONS,
  'mc:Ignorable': 'x14ac',
  'xmlns:x14ac': `${MICROSOFT}/2009/9/ac`,
};
const CELLS = {
  sheetFormatPr: [
    { defaultRowHeight: '15', outlineLevelRow: '0', outlineLevelCol: '0', 'x14ac:dyDescent': '55' },
  ],
  dimension: [{ ref: AREA }],
  sheetData: [{}, 'row*'],
  row: [
    {
      r: WHOLE,
      'ht?': SIZE,
      'customHeight?': '1',
      'spans?': /^\d{1,5}:\d{1,5}$/,
      'x14ac:dyDescent': '0.25',
    },
    'c*',
  ],
  c: [{ r: CELL, 's?': WHOLE, 't?': /^(?:s|str)$/ }, 'f? v?'],
  f: [{}, ANY],
  v: [{}, ANY],
} as const;

/** A sheet of the model's: no grouping, no colours by condition, no objects but the boxes of notes, no links but within the file. */
export const SHEET = new Grammar({
  worksheet: [
    SHEET_SPACES,
    'sheetPr dimension sheetViews sheetFormatPr cols sheetData autoFilter? mergeCells? dataValidations? hyperlinks? printOptions pageMargins pageSetup headerFooter legacyDrawing?',
  ],
  ...CELLS,
  sheetPr: [{}, 'pageSetUpPr'],
  pageSetUpPr: [{ fitToPage: '1' }],
  sheetViews: [{}, 'sheetView'],
  sheetView: [{ workbookViewId: '0', showGridLines: '0' }, 'pane selection'],
  pane: [
    {
      'xSplit?': WHOLE,
      'ySplit?': WHOLE,
      topLeftCell: CELL,
      activePane: /^(?:bottom|top)(?:Left|Right)$/,
      state: 'frozen',
    },
  ],
  selection: [{ pane: /^(?:bottom|top)(?:Left|Right)$/ }],
  cols: [{}, 'col+'],
  col: [{ min: WHOLE, max: WHOLE, width: SIZE, 'hidden?': '1', customWidth: '1' }],
  autoFilter: [{ ref: AREA }],
  mergeCells: [{ count: WHOLE }, 'mergeCell+'],
  mergeCell: [{ ref: AREA }],
  dataValidations: [{ count: WHOLE }, 'dataValidation+'],
  dataValidation: [
    {
      type: /^(?:decimal|list|textLength)$/,
      'operator?': /^(?:greaterThanOrEqual|lessThanOrEqual)$/,
      allowBlank: '1',
      'showInputMessage?': '1',
      'promptTitle?': '입력',
      'prompt?': ANY,
      showErrorMessage: '1',
      'errorStyle?': 'warning',
      errorTitle: '입력 확인',
      'error?': ANY,
      sqref: AREA,
    },
    'formula1 formula2?',
  ],
  formula1: [{}, ANY],
  formula2: [{}, ANY],
  hyperlinks: [{}, 'hyperlink+'],
  hyperlink: [{ ref: CELL, location: ANY }],
  printOptions: [{ horizontalCentered: '1' }],
  pageMargins: [{ left: '0.6', right: '0.6', top: '0.75', bottom: '0.75', header: '0.3', footer: '0.3' }],
  pageSetup: [{ paperSize: '9', orientation: /^(?:portrait|landscape)$/, fitToWidth: '1', fitToHeight: '0' }],
  headerFooter: [{}, 'oddFooter'],
  oddFooter: [{}, /^&C- &P -$/],
  legacyDrawing: [{ 'r:id': RID }],
});

/** The hidden sheet. */
export const HIDDEN_SHEET = new Grammar({
  worksheet: [SHEET_SPACES, 'dimension sheetFormatPr sheetData pageMargins pageSetup'],
  ...CELLS,
  pageMargins: [{ left: '0.7', right: '0.7', top: '0.75', bottom: '0.75', header: '0.3', footer: '0.3' }],
  pageSetup: [
    {
      orientation: 'portrait',
      horizontalDpi: '4294967295',
      verticalDpi: '4294967295',
      scale: '100',
      fitToWidth: '1',
      fitToHeight: '1',
    },
  ],
});

export const COMMENTS = new Grammar({
  comments: [{ xmlns: MAIN }, 'authors commentList'],
  authors: [{}, 'author'],
  author: [{}, /^Author$/],
  commentList: [{}, 'comment+'],
  comment: [{ ref: CELL, authorId: '0' }, 'text'],
  text: [{}, 'r'],
  r: [{}, 't'],
  t: [{ 'xml:space?': 'preserve' }, ANY],
});

const OFFICE = 'urn:schemas-microsoft-com';
const STYLE =
  /^position:absolute; margin-left:105\.3pt;margin-top:10\.5pt;width:\d{1,4}pt;height:\d{1,6}pt;z-index:1;visibility:hidden$/;

/** The boxes of notes, which show when somebody points at the cell (ECMA-376 part 4, VML). */
export const NOTE_BOXES = new Grammar({
  xml: [
    { 'xmlns:v': `${OFFICE}:vml`, 'xmlns:o': `${OFFICE}:office:office`, 'xmlns:x': `${OFFICE}:office:excel` },
    'o:shapelayout v:shapetype v:shape+',
  ],
  'o:shapelayout': [{ 'v:ext': 'edit' }, 'o:idmap'],
  'o:idmap': [{ 'v:ext': 'edit', data: WHOLE }],
  'v:shapetype': [
    { id: '_x0000_t202', coordsize: '21600,21600', 'o:spt': '202', path: 'm,l,21600r21600,l21600,xe' },
    'v:stroke v:path',
  ],
  'v:stroke': [{ joinstyle: 'miter' }],
  'v:shapetype/v:path': [{ gradientshapeok: 't', 'o:connecttype': 'rect' }],
  'v:shape': [
    {
      id: /^_x0000_s\d{1,6}$/,
      type: '#_x0000_t202',
      style: STYLE,
      fillcolor: 'infoBackground [80]',
      strokecolor: 'none [81]',
      'o:insetmode': 'auto',
    },
    'v:fill v:shadow v:path v:textbox x:ClientData',
  ],
  'v:fill': [{ color2: 'infoBackground [80]' }],
  'v:shadow': [{ color: 'none [81]', obscured: 't' }],
  'v:path': [{ 'o:connecttype': 'none' }],
  'v:textbox': [{ style: 'mso-direction-alt:auto', inset: '1.3mm,1.3mm,2.5mm,2.5mm' }, 'div'],
  div: [{ style: 'text-align:left' }],
  'x:ClientData': [
    { ObjectType: 'Note' },
    'x:MoveWithCells x:SizeWithCells x:Anchor x:Locked x:AutoFill x:LockText x:Row x:Column',
  ],
  'x:MoveWithCells': [{}],
  'x:SizeWithCells': [{}],
  'x:Anchor': [{}, /^\d{1,7}(?:, \d{1,7}){7}$/],
  'x:Locked': [{}, /^True$/],
  'x:AutoFill': [{}, /^False$/],
  'x:LockText': [{}, /^True$/],
  'x:Row': [{}, WHOLE],
  'x:Column': [{}, WHOLE],
});

export const APP = new Grammar({
  Properties: [
    {
      xmlns: `${SCHEMA}/officeDocument/2006/extended-properties`,
      'xmlns:vt': `${SCHEMA}/officeDocument/2006/docPropsVTypes`,
    },
    'Application DocSecurity ScaleCrop HeadingPairs TitlesOfParts Company Manager LinksUpToDate SharedDoc HyperlinksChanged AppVersion',
  ],
  Application: [{}, /^Microsoft Excel$/],
  DocSecurity: [{}, /^0$/],
  ScaleCrop: [{}, /^false$/],
  HeadingPairs: [{}, 'vt:vector'],
  'HeadingPairs/vt:vector': [{ size: '2', baseType: 'variant' }, 'vt:variant vt:variant'],
  'vt:variant': [{}, 'vt:lpstr? vt:i4?'],
  'vt:variant/vt:lpstr': [{}, /^Worksheets$/],
  'vt:i4': [{}, WHOLE],
  TitlesOfParts: [{}, 'vt:vector'],
  'vt:vector': [{ size: WHOLE, baseType: 'lpstr' }, 'vt:lpstr+'],
  'vt:lpstr': [{}, ANY],
  Company: [{}, /^$/],
  Manager: [{}, /^$/],
  LinksUpToDate: [{}, /^false$/],
  SharedDoc: [{}, /^false$/],
  HyperlinksChanged: [{}, /^false$/],
  AppVersion: [{}, /^16\.0300$/],
});

const STAMP = { 'xsi:type': 'dcterms:W3CDTF' };

export const CORE = new Grammar({
  'cp:coreProperties': [
    {
      'xmlns:cp': `${SCHEMA}/package/2006/metadata/core-properties`,
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:dcterms': 'http://purl.org/dc/terms/',
      'xmlns:dcmitype': 'http://purl.org/dc/dcmitype/',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    },
    'dc:creator dc:title dc:subject dc:description cp:keywords cp:category cp:lastModifiedBy dcterms:created dcterms:modified',
  ],
  'dc:creator': [{}, ANY],
  'dc:title': [{}, ANY],
  'dc:subject': [{}, /^$/],
  'dc:description': [{}, /^$/],
  'cp:keywords': [{}, /^$/],
  'cp:category': [{}, /^$/],
  'cp:lastModifiedBy': [{}, ANY],
  'dcterms:created': [STAMP, ANY],
  'dcterms:modified': [STAMP, ANY],
});
