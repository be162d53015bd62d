// Looks of characters, paragraphs, rules and tabs -> the lists of a header, each look once.
import type { BorderLook, CharacterLook, ParagraphLook, Side } from '../../document/hwpx-map.ts';
import { pt, ruleWidth } from './units.ts';
import { tag, UNIT_CHAR } from './xml.ts';

const LANGUAGES = ['hangul', 'latin', 'hanja', 'japanese', 'other', 'symbol', 'user'] as const;
/** The first is on every Windows, its substitute in every 한글. */
const FONTS = [
  ['맑은 고딕', '함초롬돋움'],
  ['함초롬바탕', '바탕'],
] as const;
const LEVELS = 10;

/** Members by their text, numbered as they come. */
class Pool {
  readonly #first: number;
  readonly #name: string;
  readonly #ids = new Map<string, number>();

  constructor(name: string, first: number) {
    this.#name = name;
    this.#first = first;
  }

  add(attributes: Readonly<Record<string, string | number>>, ...content: readonly string[]): number {
    const key = tag(this.#name, attributes, ...content);
    const id = this.#ids.get(key) ?? this.#first + this.#ids.size;
    this.#ids.set(key, id);
    return id;
  }

  list(name: string): string {
    const members = [...this.#ids].map(([xml, id]) =>
      xml.replace(`<${this.#name}`, `<${this.#name} id="${id}"`),
    );
    return tag(name, { itemCnt: members.length }, ...members);
  }
}

const everyLanguage = (value: number) => Object.fromEntries(LANGUAGES.map((one) => [one, value]));

/** Borders and numberings are counted from 1, all else from 0. */
export class Looks {
  readonly #borders = new Pool('hh:borderFill', 1);
  readonly #characters = new Pool('hh:charPr', 0);
  readonly #tabs = new Pool('hh:tabPr', 0);
  readonly #paragraphs = new Pool('hh:paraPr', 0);
  readonly #styles: string[] = [];

  constructor() {
    // What pages refer to, and what characters and paragraphs do: were there rules in these, each run had a box.
    this.border({});
    this.#addBorder({}, tag('hc:winBrush', { faceColor: 'none', hatchColor: '#000000', alpha: 0 }));
    this.#tabs.add({ autoTabLeft: 0, autoTabRight: 0 });
  }

  border(look: BorderLook): number {
    return this.#addBorder(
      look,
      look.fill === undefined
        ? undefined
        : tag('hc:winBrush', { faceColor: look.fill, hatchColor: '#000000', alpha: 0 }),
    );
  }

  character({ size, bold, colour, shade, spacing, raised, underlined }: CharacterLook): number {
    return this.#characters.add(
      {
        height: pt(size),
        textColor: colour,
        shadeColor: shade ?? 'none',
        useFontSpace: 0,
        useKerning: 0,
        symMark: 'NONE',
        borderFillIDRef: 2,
      },
      tag('hh:fontRef', everyLanguage(0)),
      tag('hh:ratio', everyLanguage(100)),
      tag('hh:spacing', everyLanguage(spacing)),
      tag('hh:relSz', everyLanguage(100)),
      tag('hh:offset', everyLanguage(0)),
      ...(bold ? [tag('hh:bold')] : []),
      tag('hh:underline', { type: underlined ? 'BOTTOM' : 'NONE', shape: 'SOLID', color: colour }),
      tag('hh:strikeout', { shape: 'NONE', color: '#000000' }),
      tag('hh:outline', { type: 'NONE' }),
      tag('hh:shadow', { type: 'NONE', color: '#C0C0C0', offsetX: 10, offsetY: 10 }),
      ...(raised ? [tag('hh:supscript')] : []),
    );
  }

  paragraph(look: ParagraphLook): number {
    const { align, left, hang, right = 0, before, after, line, outline, border, inset, tab } = look;
    const margins = (factor: number): string =>
      tag(
        'hh:margin',
        {},
        // With a negative indent the first line begins at `left`, and the others that much further right.
        ...Object.entries({ intent: -hang, left, right, prev: before, next: after }).map(([name, value]) =>
          tag(`hc:${name}`, { value: value * factor, unit: 'HWPUNIT' }),
        ),
      ) + tag('hh:lineSpacing', { type: 'PERCENT', value: line, unit: 'HWPUNIT' });
    return this.#paragraphs.add(
      {
        tabPrIDRef: tab === undefined ? 0 : this.#tab(tab),
        condense: 0,
        fontLineHeight: 0,
        snapToGrid: 0,
        suppressLineNumbers: 0,
        checked: 0,
      },
      tag('hh:align', { horizontal: align.toUpperCase(), vertical: 'BASELINE' }),
      tag('hh:heading', {
        type: outline === undefined ? 'NONE' : 'OUTLINE',
        idRef: outline === undefined ? 0 : 1,
        level: outline ?? 0,
      }),
      tag('hh:breakSetting', {
        breakLatinWord: 'KEEP_WORD',
        // Against its name, this one keeps words whole.
        breakNonLatinWord: 'BREAK_WORD',
        widowOrphan: 1,
        keepWithNext: look.keepWithNext ? 1 : 0,
        keepLines: 0,
        pageBreakBefore: 0,
        lineWrap: 'BREAK',
      }),
      tag('hh:autoSpacing', { eAsianEng: 0, eAsianNum: 0 }),
      switched(margins),
      tag('hh:border', {
        borderFillIDRef: border === undefined ? 2 : this.border(border),
        offsetLeft: 0,
        offsetRight: 0,
        offsetTop: inset?.top ?? 0,
        offsetBottom: inset?.bottom ?? 0,
        connect: 0,
        ignoreMargin: 0,
      }),
    );
  }

  /** The id of a named style; `outline` and such are in its paragraph. */
  style(name: string, english: string, paragraph: number, character: number): number {
    const id = this.#styles.length;
    this.#styles.push(
      tag('hh:style', {
        id,
        type: 'PARA',
        name,
        engName: english,
        paraPrIDRef: paragraph,
        charPrIDRef: character,
        nextStyleIDRef: id,
        langID: 1042,
        lockForm: 0,
      }),
    );
    return id;
  }

  /** What the header lists. */
  lists(): string {
    return tag(
      'hh:refList',
      {},
      fontFaces(),
      this.#borders.list('hh:borderFills'),
      this.#characters.list('hh:charProperties'),
      this.#tabs.list('hh:tabProperties'),
      tag('hh:numberings', { itemCnt: 1 }, numbering()),
      this.#paragraphs.list('hh:paraProperties'),
      tag('hh:styles', { itemCnt: this.#styles.length }, ...this.#styles),
    );
  }

  #tab({ at, dots }: { readonly at: number; readonly dots: boolean }): number {
    const item = (factor: number) =>
      tag('hh:tabItem', {
        pos: at * factor,
        type: 'RIGHT',
        leader: dots ? 'DOT' : 'NONE',
        unit: 'HWPUNIT',
      });
    return this.#tabs.add({ autoTabLeft: 0, autoTabRight: 0 }, switched(item));
  }

  #addBorder({ left, right, top, bottom }: BorderLook, brush: string | undefined): number {
    const side = (name: string, one: Side | undefined) =>
      tag(`hh:${name}`, {
        type: one === undefined ? 'NONE' : one.dashed ? 'DASH' : 'SOLID',
        width: one === undefined ? '0.1 mm' : ruleWidth(one.width),
        color: one?.colour ?? '#000000',
      });
    return this.#borders.add(
      { threeD: 0, shadow: 0, centerLine: 'NONE', breakCellSeparateLine: 0 },
      tag('hh:slash', { type: 'NONE', Crooked: 0, isCounter: 0 }),
      tag('hh:backSlash', { type: 'NONE', Crooked: 0, isCounter: 0 }),
      side('leftBorder', left),
      side('rightBorder', right),
      side('topBorder', top),
      side('bottomBorder', bottom),
      tag('hh:diagonal', { type: 'NONE', width: '0.1 mm', color: '#000000' }),
      ...(brush === undefined ? [] : [tag('hc:fillBrush', {}, brush)]),
    );
  }
}

/** 한글 reads the true lengths; programs that know nothing of the case read doubled ones. */
function switched(lengths: (factor: number) => string): string {
  return tag(
    'hp:switch',
    {},
    tag('hp:case', { 'hp:required-namespace': UNIT_CHAR }, lengths(1)),
    tag('hp:default', {}, lengths(2)),
  );
}

function fontFaces(): string {
  const faces = LANGUAGES.map((language) =>
    tag(
      'hh:fontface',
      { lang: language.toUpperCase(), fontCnt: FONTS.length },
      ...FONTS.map(([face, other], id) =>
        tag(
          'hh:font',
          { id, face, type: 'TTF', isEmbedded: 0 },
          tag('hh:substFont', { face: other, type: 'TTF', isEmbedded: 0, binaryItemIDRef: '' }),
        ),
      ),
    ),
  );
  return tag('hh:fontfaces', { itemCnt: faces.length }, ...faces);
}

/** Of the outline: without a text, or 한글 would print its own numbers before ours. */
function numbering(): string {
  const heads = Array.from({ length: LEVELS }, (_, index) =>
    tag('hh:paraHead', {
      start: 1,
      level: index + 1,
      align: 'LEFT',
      useInstWidth: 1,
      autoIndent: 0,
      widthAdjust: 0,
      textOffsetType: 'PERCENT',
      textOffset: 0,
      numFormat: 'DIGIT',
      charPrIDRef: 4294967295,
      checkable: 0,
    }),
  );
  return tag('hh:numbering', { id: 1, start: 0 }, ...heads);
}
