// The list of sheets, the styles and the strings of a workbook -> all that this program writes in them: ECMA-376 part 1 (18, SpreadsheetML), narrowed to what is used here.
import { Grammar } from './grammar.ts';
import { MAIN, MICROSOFT, RELATIONS, SPACES } from './namespaces.ts';
import { ANY, COLOUR, RID, SIZE, WHOLE } from './value-patterns.ts';

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

/** Of slicers and of time lines: the library's, always the same. */
const EXTENSION = /^\{(?:EB79DEF2-80B8-43e5-95BD-54CBDDF9020C|9260A510-F301-46a8-8635-F512D64BE5F5)\}$/;

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
    { uri: EXTENSION, 'xmlns:x14?': `${MICROSOFT}/2009/9/main`, 'xmlns:x15?': `${MICROSOFT}/2010/11/main` },
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
