// The header of a file for 한글 -> all that this program writes in it.
import { Grammar } from '../xlsx/grammar.ts';
import { ANY, WHOLE } from '../xlsx/value-patterns.ts';
import { SPACES } from './package-rules.ts';

const FLAG = /^[01]$/;
const ID = /^\d{1,6}$/;
const RGB = /^#[0-9A-F]{6}$/;
const GROUND = /^(?:none|#[0-9A-F]{6})$/;
const SIGNED = /^-?\d{1,7}$/;
const RULE = /^(?:0\.(?:1|12|15|2|25|3|4|5|6|7)|[1-5]\.[05]) mm$/;
const LANGUAGES = ['hangul', 'latin', 'hanja', 'japanese', 'other', 'symbol', 'user'] as const;
const every = (value: RegExp | string) => Object.fromEntries(LANGUAGES.map((one) => [one, value]));
const SIDE = { type: /^(?:NONE|SOLID|DASH)$/, width: RULE, color: RGB };

export const HEADER = new Grammar({
  'hh:head': [
    { ...SPACES, version: '1.4', secCnt: WHOLE },
    'hh:beginNum hh:refList hh:compatibleDocument hh:docOption hh:trackchageConfig',
  ],
  'hh:beginNum': [{ page: '1', footnote: '1', endnote: '1', pic: '1', tbl: '1', equation: '1' }],
  'hh:refList': [
    {},
    'hh:fontfaces hh:borderFills hh:charProperties hh:tabProperties hh:numberings hh:paraProperties hh:styles',
  ],
  'hh:fontfaces': [{ itemCnt: '7' }, 'hh:fontface+'],
  'hh:fontface': [{ lang: /^[A-Z]{4,8}$/, fontCnt: '2' }, 'hh:font hh:font'],
  'hh:font': [{ id: FLAG, face: /^(?:맑은 고딕|함초롬바탕)$/, type: 'TTF', isEmbedded: '0' }, 'hh:substFont'],
  'hh:substFont': [{ face: /^(?:함초롬돋움|바탕)$/, type: 'TTF', isEmbedded: '0', binaryItemIDRef: '' }],
  'hh:borderFills': [{ itemCnt: ID }, 'hh:borderFill+'],
  'hh:borderFill': [
    { id: ID, threeD: '0', shadow: '0', centerLine: 'NONE', breakCellSeparateLine: '0' },
    'hh:slash hh:backSlash hh:leftBorder hh:rightBorder hh:topBorder hh:bottomBorder hh:diagonal hc:fillBrush?',
  ],
  'hh:slash': [{ type: 'NONE', Crooked: '0', isCounter: '0' }],
  'hh:backSlash': [{ type: 'NONE', Crooked: '0', isCounter: '0' }],
  'hh:leftBorder': [SIDE],
  'hh:rightBorder': [SIDE],
  'hh:topBorder': [SIDE],
  'hh:bottomBorder': [SIDE],
  'hh:diagonal': [{ type: 'NONE', width: '0.1 mm', color: '#000000' }],
  'hc:fillBrush': [{}, 'hc:winBrush'],
  'hc:winBrush': [{ faceColor: GROUND, hatchColor: '#000000', alpha: '0' }],
  'hh:charProperties': [{ itemCnt: ID }, 'hh:charPr+'],
  'hh:charPr': [
    {
      id: ID,
      height: ID,
      textColor: RGB,
      shadeColor: GROUND,
      useFontSpace: '0',
      useKerning: '0',
      symMark: 'NONE',
      borderFillIDRef: '2',
    },
    'hh:fontRef hh:ratio hh:spacing hh:relSz hh:offset hh:bold? hh:underline hh:strikeout hh:outline hh:shadow hh:supscript?',
  ],
  'hh:fontRef': [every('0')],
  'hh:ratio': [every('100')],
  'hh:spacing': [every(/^-?\d{1,2}$/)],
  'hh:relSz': [every('100')],
  'hh:offset': [every('0')],
  'hh:bold': [{}],
  'hh:underline': [{ type: /^(?:NONE|BOTTOM)$/, shape: 'SOLID', color: RGB }],
  'hh:strikeout': [{ shape: 'NONE', color: '#000000' }],
  'hh:outline': [{ type: 'NONE' }],
  'hh:shadow': [{ type: 'NONE', color: '#C0C0C0', offsetX: '10', offsetY: '10' }],
  'hh:supscript': [{}],
  'hh:tabProperties': [{ itemCnt: ID }, 'hh:tabPr+'],
  'hh:tabPr': [{ id: ID, autoTabLeft: '0', autoTabRight: '0' }, 'hp:switch?'],
  'hp:switch': [{}, 'hp:case hp:default'],
  'hp:case': [
    { 'hp:required-namespace': SPACES['xmlns:hwpunitchar'] },
    'hh:margin? hh:lineSpacing? hh:tabItem?',
  ],
  'hp:default': [{}, 'hh:margin? hh:lineSpacing? hh:tabItem?'],
  'hh:tabItem': [{ pos: WHOLE, type: 'RIGHT', leader: /^(?:NONE|DOT)$/, unit: 'HWPUNIT' }],
  'hh:numberings': [{ itemCnt: '1' }, 'hh:numbering'],
  'hh:numbering': [
    { id: '1', start: '0' },
    'hh:paraHead hh:paraHead hh:paraHead hh:paraHead hh:paraHead hh:paraHead hh:paraHead hh:paraHead hh:paraHead hh:paraHead',
  ],
  'hh:paraHead': [
    {
      start: '1',
      level: /^(?:[1-9]|10)$/,
      align: 'LEFT',
      useInstWidth: '1',
      autoIndent: '0',
      widthAdjust: '0',
      textOffsetType: 'PERCENT',
      textOffset: '0',
      numFormat: 'DIGIT',
      charPrIDRef: '4294967295',
      checkable: '0',
    },
  ],
  'hh:paraProperties': [{ itemCnt: ID }, 'hh:paraPr+'],
  'hh:paraPr': [
    {
      id: ID,
      tabPrIDRef: ID,
      condense: '0',
      fontLineHeight: '0',
      snapToGrid: '0',
      suppressLineNumbers: '0',
      checked: '0',
    },
    'hh:align hh:heading hh:breakSetting hh:autoSpacing hp:switch hh:border',
  ],
  'hh:align': [{ horizontal: /^(?:LEFT|CENTER|RIGHT)$/, vertical: 'BASELINE' }],
  'hh:heading': [{ type: /^(?:NONE|OUTLINE)$/, idRef: FLAG, level: /^[0-3]$/ }],
  'hh:breakSetting': [
    {
      breakLatinWord: 'KEEP_WORD',
      breakNonLatinWord: 'BREAK_WORD',
      widowOrphan: '1',
      keepWithNext: FLAG,
      keepLines: '0',
      pageBreakBefore: '0',
      lineWrap: 'BREAK',
    },
  ],
  'hh:autoSpacing': [{ eAsianEng: '0', eAsianNum: '0' }],
  'hh:margin': [{}, 'hc:intent hc:left hc:right hc:prev hc:next'],
  ...Object.fromEntries(
    ['intent', 'left', 'right', 'prev', 'next'].map((name) => [
      `hc:${name}`,
      [{ value: SIGNED, unit: 'HWPUNIT' }] as const,
    ]),
  ),
  'hh:lineSpacing': [{ type: 'PERCENT', value: /^\d{2,4}$/, unit: 'HWPUNIT' }],
  'hh:border': [
    {
      borderFillIDRef: ID,
      offsetLeft: '0',
      offsetRight: '0',
      offsetTop: WHOLE,
      offsetBottom: WHOLE,
      connect: '0',
      ignoreMargin: '0',
    },
  ],
  'hh:styles': [{ itemCnt: ID }, 'hh:style+'],
  'hh:style': [
    {
      id: ID,
      type: 'PARA',
      name: ANY,
      engName: ANY,
      paraPrIDRef: ID,
      charPrIDRef: ID,
      nextStyleIDRef: ID,
      langID: '1042',
      lockForm: '0',
    },
  ],
  'hh:compatibleDocument': [{ targetProgram: 'HWP201X' }, 'hh:layoutCompatibility'],
  'hh:layoutCompatibility': [{}],
  'hh:docOption': [{}, 'hh:linkinfo'],
  'hh:linkinfo': [{ path: '', pageInherit: '0', footnoteInherit: '0' }],
  'hh:trackchageConfig': [{ flags: '56' }],
});
