// The sheets of a workbook -> all that this program writes in them: ECMA-376 part 1 (18, SpreadsheetML), narrowed to what is used here.
import { Grammar } from './grammar.ts';
import { MICROSOFT, RELATIONS, SPACES } from './namespaces.ts';
import { ANY, AREA, CELL, RID, SIZE, WHOLE } from './value-patterns.ts';

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

/** A sheet of the model's: no grouping, no colours by condition, no objects but pictures and the boxes of notes, no links but within the file. */
export const SHEET = new Grammar({
  worksheet: [
    SHEET_SPACES,
    'sheetPr dimension sheetViews sheetFormatPr cols sheetData autoFilter? mergeCells? dataValidations? hyperlinks? printOptions pageMargins pageSetup headerFooter drawing? legacyDrawing?',
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
  drawing: [{ 'r:id': RID }],
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
