// A section of a file for 한글 -> all that this program writes in it. What 한글 keeps of its own layout, drawn shapes and fields of other kinds are none of it.
import { Grammar } from '../xlsx/grammar.ts';
import { ANY, WHOLE } from '../xlsx/value-patterns.ts';
import { SPACES } from './package-rules.ts';

const FLAG = /^[01]$/;
const ID = /^\d{1,10}$/;
const SIZE = /^[1-9]\d{0,6}$/;
const RGB = /^#[0-9A-F]{6}$/;

const NUMBER_FORM = { type: 'DIGIT', userChar: '', prefixChar: '', suffixChar: ')', supscript: '0' };
const SIDES = { left: WHOLE, right: WHOLE, top: WHOLE, bottom: WHOLE };
const NO_SIDES = { left: '0', right: '0', top: '0', bottom: '0' };
const LIST = {
  id: '',
  textDirection: 'HORIZONTAL',
  lineWrap: 'BREAK',
  linkListIDRef: '0',
  linkListNextIDRef: '0',
  hasTextRef: '0',
  hasNumRef: '0',
};
const UNIT_MATRIX = { e1: '1', e2: '0', e3: '0', e4: '0', e5: '1', e6: '0' };
const SECTION_CONTENT =
  'hp:grid hp:startNum hp:visibility hp:lineNumberShape hp:pagePr hp:footNotePr hp:endNotePr hp:pageBorderFill hp:pageBorderFill hp:pageBorderFill';

export const SECTION = new Grammar({
  'hs:sec': [SPACES, 'hp:p+'],
  'hp:p': [
    {
      id: ID,
      paraPrIDRef: ID,
      styleIDRef: ID,
      pageBreak: FLAG,
      columnBreak: '0',
      merged: '0',
    },
    'hp:run+',
  ],
  // A note and a field of its own need what stands around them in this order.
  'hp:run': [{ charPrIDRef: ID }, 'hp:secPr? hp:ctrl? hp:tbl? hp:pic? hp:t? hp:ctrl?'],
  'hp:t': [{}, 'hp:lineBreak? hp:tab?', ANY],
  'hp:lineBreak': [{}],
  'hp:tab': [{ width: '4000', leader: /^[03]$/, type: '2' }],
  'hp:ctrl': [
    {},
    'hp:colPr? hp:pageNum? hp:newNum? hp:pageHiding? hp:header? hp:footNote? hp:autoNum? hp:fieldBegin? hp:fieldEnd?',
  ],
  'hp:colPr': [{ id: '', type: 'NEWSPAPER', layout: 'LEFT', colCount: '1', sameSz: '1', sameGap: '0' }],
  'hp:pageNum': [{ pos: /^(?:BOTTOM_CENTER|NONE)$/, formatType: 'DIGIT', sideChar: '-' }],
  'hp:newNum': [{ num: WHOLE, numType: 'PAGE' }],
  'hp:pageHiding': [
    {
      hideHeader: '1',
      hideFooter: '0',
      hideMasterPage: '0',
      hideBorder: '0',
      hideFill: '0',
      hidePageNum: FLAG,
    },
  ],
  'hp:header': [{ id: ID, applyPageType: 'BOTH' }, 'hp:subList'],
  'hp:footNote': [{ number: WHOLE, suffixChar: '41', instId: ID }, 'hp:subList'],
  'hp:autoNum': [{ num: WHOLE, numType: 'FOOTNOTE' }, 'hp:autoNumFormat'],
  'hp:autoNumFormat': [NUMBER_FORM],
  'hp:fieldBegin': [
    {
      id: ID,
      type: 'CROSSREF',
      name: '',
      editable: '0',
      dirty: '0',
      zorder: '-1',
      fieldid: '628650598',
      metaTag: '',
    },
    'hp:parameters',
  ],
  'hp:fieldEnd': [{ beginIDRef: ID, fieldid: '628650598' }],
  'hp:parameters': [
    { cnt: '8', name: '' },
    'hp:booleanParam hp:integerParam hp:stringParam hp:stringParam hp:stringParam hp:stringParam hp:booleanParam hp:stringParam',
  ],
  'hp:booleanParam': [{ name: /^(?:Fiexde|RefHyperLink)$/ }, /^(?:1|false)$/],
  'hp:integerParam': [{ name: 'Prop' }, /^0$/],
  'hp:stringParam': [
    { name: /^(?:Command|RefPath|RefType|RefContentType|RefOpenType)$/ },
    /^(?:\?#\d{1,10};(?:5;0;0;0;)?|TARGET_OUTLINE|OBJECT_TYPE_PAGE|HWPHYPERLINK_JUMP_CURRENTTAB)$/,
  ],
  'hp:subList': [
    {
      ...LIST,
      vertAlign: /^(?:TOP|CENTER)$/,
      ...{ textWidth: '0', textHeight: '0' },
    },
    'hp:p+',
  ],
  'hp:header/hp:subList': [{ ...LIST, vertAlign: 'TOP', textWidth: SIZE, textHeight: WHOLE }, 'hp:p'],
  'hp:footNote/hp:subList': [{ ...LIST, vertAlign: 'TOP', textWidth: '0', textHeight: '0' }, 'hp:p'],
  'hp:tbl': [
    {
      id: ID,
      zOrder: '0',
      numberingType: 'TABLE',
      textWrap: 'TOP_AND_BOTTOM',
      textFlow: 'BOTH_SIDES',
      lock: '0',
      dropcapstyle: 'None',
      pageBreak: /^(?:TABLE|CELL)$/,
      repeatHeader: FLAG,
      rowCnt: SIZE,
      colCnt: SIZE,
      cellSpacing: '0',
      borderFillIDRef: '1',
      noAdjust: '0',
    },
    'hp:sz hp:pos hp:outMargin hp:shapeComment? hp:inMargin hp:tr+',
  ],
  'hp:sz': [{ width: SIZE, widthRelTo: 'ABSOLUTE', height: SIZE, heightRelTo: 'ABSOLUTE', protect: '0' }],
  'hp:pos': [
    {
      treatAsChar: FLAG,
      affectLSpacing: '0',
      flowWithText: '1',
      allowOverlap: '0',
      holdAnchorAndSO: '0',
      vertRelTo: 'PARA',
      horzRelTo: 'COLUMN',
      vertAlign: 'TOP',
      horzAlign: 'LEFT',
      vertOffset: '0',
      horzOffset: WHOLE,
    },
  ],
  'hp:outMargin': [NO_SIDES],
  'hp:shapeComment': [{}, ANY],
  'hp:inMargin': [SIDES],
  'hp:tr': [{}, 'hp:tc*'],
  'hp:tc': [
    {
      name: ANY,
      header: FLAG,
      hasMargin: FLAG,
      protect: '0',
      editable: '0',
      dirty: '0',
      borderFillIDRef: ID,
    },
    'hp:subList hp:cellAddr hp:cellSpan hp:cellSz hp:cellMargin',
  ],
  'hp:cellAddr': [{ colAddr: WHOLE, rowAddr: WHOLE }],
  'hp:cellSpan': [{ colSpan: SIZE, rowSpan: SIZE }],
  'hp:cellSz': [{ width: SIZE, height: SIZE }],
  'hp:cellMargin': [SIDES],
  'hp:pic': [
    {
      id: ID,
      zOrder: '0',
      numberingType: 'PICTURE',
      textWrap: 'TOP_AND_BOTTOM',
      textFlow: 'BOTH_SIDES',
      lock: '0',
      dropcapstyle: 'None',
      href: '',
      groupLevel: '0',
      instid: ID,
      reverse: '0',
    },
    'hp:offset hp:orgSz hp:curSz hp:flip hp:rotationInfo hp:renderingInfo hp:imgRect hp:imgClip hp:inMargin hp:imgDim hc:img hp:effects hp:sz hp:pos hp:outMargin hp:shapeComment',
  ],
  'hp:pic/hp:offset': [{ x: '0', y: '0' }],
  'hp:orgSz': [{ width: SIZE, height: SIZE }],
  'hp:curSz': [{ width: SIZE, height: SIZE }],
  'hp:flip': [{ horizontal: '0', vertical: '0' }],
  'hp:rotationInfo': [{ angle: '0', centerX: WHOLE, centerY: WHOLE, rotateimage: '1' }],
  'hp:renderingInfo': [{}, 'hc:transMatrix hc:scaMatrix hc:rotMatrix'],
  'hc:transMatrix': [UNIT_MATRIX],
  'hc:scaMatrix': [UNIT_MATRIX],
  'hc:rotMatrix': [UNIT_MATRIX],
  'hp:imgRect': [{}, 'hc:pt0 hc:pt1 hc:pt2 hc:pt3'],
  'hc:pt0': [{ x: '0', y: '0' }],
  'hc:pt1': [{ x: SIZE, y: '0' }],
  'hc:pt2': [{ x: SIZE, y: SIZE }],
  'hc:pt3': [{ x: '0', y: SIZE }],
  'hp:imgClip': [{ left: '0', right: SIZE, top: '0', bottom: SIZE }],
  'hp:imgDim': [{ dimwidth: SIZE, dimheight: SIZE }],
  'hc:img': [
    { binaryItemIDRef: /^image\d{1,4}$/, bright: '0', contrast: '0', effect: 'REAL_PIC', alpha: '0' },
  ],
  'hp:effects': [{}],
  'hp:secPr': [
    {
      id: '',
      textDirection: 'HORIZONTAL',
      spaceColumns: '1134',
      tabStop: '8000',
      tabStopVal: '4000',
      tabStopUnit: 'HWPUNIT',
      outlineShapeIDRef: '1',
      memoShapeIDRef: '0',
      textVerticalWidthHead: '0',
      masterPageCnt: '0',
    },
    SECTION_CONTENT,
  ],
  'hp:grid': [{ lineGrid: '0', charGrid: '0', wonggojiFormat: '0' }],
  'hp:startNum': [{ pageStartsOn: 'BOTH', page: '0', pic: '0', tbl: '0', equation: '0' }],
  'hp:visibility': [
    {
      hideFirstHeader: '0',
      hideFirstFooter: '0',
      hideFirstMasterPage: '0',
      border: 'SHOW_ALL',
      fill: 'SHOW_ALL',
      hideFirstPageNum: '0',
      hideFirstEmptyLine: '0',
      showLineNumber: '0',
    },
  ],
  'hp:lineNumberShape': [{ restartType: '0', countBy: '0', distance: '0', startNumber: '0' }],
  'hp:pagePr': [
    { landscape: /^(?:WIDELY|NARROWLY)$/, width: SIZE, height: SIZE, gutterType: 'LEFT_ONLY' },
    'hp:margin',
  ],
  'hp:margin': [{ header: WHOLE, footer: WHOLE, gutter: '0', ...SIDES }],
  'hp:footNotePr': [{}, 'hp:autoNumFormat hp:noteLine hp:noteSpacing hp:numbering hp:placement'],
  'hp:endNotePr': [{}, 'hp:autoNumFormat hp:noteLine hp:noteSpacing hp:numbering hp:placement'],
  'hp:noteLine': [{ length: WHOLE, type: 'SOLID', width: /^\d(?:\.\d{1,2})? mm$/, color: RGB }],
  'hp:noteSpacing': [{ betweenNotes: WHOLE, belowLine: WHOLE, aboveLine: WHOLE }],
  'hp:numbering': [{ type: 'CONTINUOUS', newNum: '1' }],
  'hp:footNotePr/hp:placement': [{ place: 'EACH_COLUMN', beneathText: '0' }],
  'hp:endNotePr/hp:placement': [{ place: 'END_OF_DOCUMENT', beneathText: '0' }],
  'hp:pageBorderFill': [
    {
      type: /^(?:BOTH|EVEN|ODD)$/,
      borderFillIDRef: '1',
      textBorder: 'PAPER',
      headerInside: '0',
      footerInside: '0',
      fillArea: 'PAPER',
    },
    'hp:offset',
  ],
  'hp:offset': [{ left: '1417', right: '1417', top: '1417', bottom: '1417' }],
});
