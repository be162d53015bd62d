// What a proof finds amiss in a PDF -> diagnostics with the page and the place in data or template.
import { type Diagnostic, formatLocation, type SourceLocation } from '../diagnostic.ts';
import { type Block, type Document, type Note, placeOf } from '../document/document.ts';
import type { LayoutMap, PlacedText } from '../document/layout-map.ts';
import type { Figure, FigureBook } from '../figure/figure.ts';
import { shownValue, showValue } from '../figure/show.ts';
import type { Printed } from './chain.ts';
import type { ExpectedText } from './expected-text.ts';
import type { ShownFigure } from './prove-figures.ts';

/** Characters of a text that a message shows. */
const SHOWN = 40;
/** Texts of one block that are told of one by one. */
const MOST_TOLD = 10;

/** Points from the left and top edges of a page. */
type Spot = readonly [x: number, y: number];

export class PdfFaults {
  readonly #name: string;
  readonly #document: Document;
  readonly #layout: LayoutMap;
  readonly #figures: FigureBook;

  /** `figures` tells where the data of what is amiss stand. */
  constructor(name: string, document: Document, layout: LayoutMap, figures: FigureBook) {
    this.#name = name;
    this.#document = document;
    this.#layout = layout;
    this.#figures = figures;
  }

  unreadable(why: string): Diagnostic {
    return this.#fault(
      'output-unreadable',
      `만든 파일 ${this.#name}을(를) 다시 읽을 수 없습니다: ${why}`,
      undefined,
    );
  }

  pageCount(pages: number): Diagnostic {
    return this.#fault(
      'page-count',
      `${this.#name}은(는) ${pages}쪽인데, 배치한 것은 ${this.#layout.pageLabels.length}쪽입니다.`,
      undefined,
    );
  }

  /** What this program never writes, by the way to it in the file. */
  foreignObject(page: number | undefined, path: string): Diagnostic {
    return this.#fault(
      'file-foreign',
      `${this.#where(page === undefined ? [] : [page])}: 이 프로그램이 쓰지 않는 것이 들어 있습니다: ${path}`,
      undefined,
    );
  }

  absentObject(path: string): Diagnostic {
    return this.#fault('file-foreign', `${this.#name}: 있어야 할 것이 없습니다: ${path}`, undefined);
  }

  foreignOperator(page: number, operator: string): Diagnostic {
    return this.#fault(
      'content-foreign',
      `${this.#where([page])}: 이 프로그램이 쓰지 않는 그리기 명령이 있습니다: ${operator}`,
      undefined,
    );
  }

  /** Edges in points. */
  pageBox(
    page: number,
    box: string,
    own: readonly number[] | undefined,
    right: readonly number[] | undefined,
  ): Diagnostic {
    const shown = (edges: readonly number[] | undefined): string =>
      edges === undefined ? '없음' : `[${edges.map((edge) => edge.toFixed(1)).join(' ')}]`;
    return this.#fault(
      'page-box',
      `${this.#where([page])}: 쪽의 크기 ${box} ${shown(own)}. 바른 값: ${shown(right)}`,
      undefined,
    );
  }

  property(name: string, own: string | undefined, right: string | undefined): Diagnostic {
    const said = (text: string | undefined): string => (text === undefined ? '없음' : `‘${shown(text)}’`);
    return this.#fault(
      'file-property',
      `${this.#name}: 파일 속성 ${name} ${said(own)}. 바른 값: ${said(right)}`,
      undefined,
    );
  }

  /** One a text, but one for all where a whole block or most of it is gone. */
  missing(block: Block, texts: readonly ExpectedText[], of: number): readonly Diagnostic[] {
    if (texts.length > MOST_TOLD || (texts.length === of && of > 1))
      return [
        this.#fault(
          'text-not-printed',
          `${this.#where(this.#pagesOf(block.id))} ‘${block.id}’의 글 ${of}개 가운데 ${texts.length}개가 제자리에 없습니다. 처음 것: ‘${shown(texts[0]?.text ?? '')}’`,
          placeOf(block),
          calls(block),
        ),
      ];
    return texts.map((text) => {
      const where = this.#where(this.#pagesOf(block.id));
      const figures = text.figures.map(({ address, text: form }) => `${address} = ${form}`).join(', ');
      return this.#fault(
        figures === '' ? 'text-not-printed' : 'figure-not-printed',
        `${where} 제자리에 ‘${shown(text.text)}’이(가) 없거나 다르게 찍혔습니다.${figures === '' ? '' : ` 수치: ${figures}`}`,
        text.place,
        [...this.#data(text), ...calls(block)],
      );
    });
  }

  /** A figure whose characters times their unit are not its value. */
  otherValue({ address, text, unit, page }: ShownFigure, figure: Figure): Diagnostic {
    const shown = `‘${text}’(${(unit ?? figure.definition.unit).label})`;
    return this.#fault(
      'figure-other-value',
      `${this.#where([page])} 수치 ${address}: 찍힌 것은 ${shown}, 값은 ${ownForm(figure)}입니다.`,
      figure.definition.place,
    );
  }

  headMissing(block: Block, page: number, heads: readonly ExpectedText[]): Diagnostic {
    const first = shown(heads[0]?.text ?? '');
    return this.#fault(
      'head-not-repeated',
      `${this.#where([page])} 이어지는 표에 머리글 ‘${first}’이(가) 없습니다.`,
      placeOf(block),
    );
  }

  cellMoved(block: Block, text: ExpectedText, page: number): Diagnostic {
    return this.#fault(
      'cell-moved',
      `${this.#where([page])} 표의 ‘${shown(text.text)}’이(가) 제 칸에 있지 않습니다.`,
      text.place,
      [...this.#data(text), ...calls(block)],
    );
  }

  reviewMark(page: number, reviewCopy: boolean): Diagnostic {
    const message = reviewCopy ? '검토본의 표시가 없습니다.' : '공시본에 검토본의 표시가 있습니다.';
    return this.#fault('copy-mark', `${this.#where([page])}: ${message}`, undefined);
  }

  /** A figure that is marked as changed and was not, or the other way round. */
  changeMark({ page, text, marked, block }: PlacedText): Diagnostic {
    const known = this.#document.blocks.find(({ id }) => id === block);
    return this.#fault(
      'change-mark',
      `${this.#where([page])} ‘${shown(text)}’: ${marked ? '바뀌지 않았는데 바뀐 표시가 있습니다.' : '바뀌었는데 표시가 없습니다.'}`,
      known && placeOf(known),
    );
  }

  tableEdge(block: string, page: number | undefined, place: SourceLocation | undefined): Diagnostic {
    const where = this.#where(page === undefined ? this.#pagesOf(block) : [page]);
    return this.#fault('table-look', `${where} 표 ‘${block}’: 위나 아래의 굵은 선이 없습니다.`, place);
  }

  noteRule(page: number): Diagnostic {
    return this.#fault('table-look', `${this.#where([page])}: 각주 위의 선이 없습니다.`, undefined);
  }

  cellBare(text: ExpectedText, page: number): Diagnostic {
    return this.#fault(
      'table-look',
      `${this.#where([page])} 표의 ‘${shown(text.text)}’: 칸의 선이나 바탕색이 없습니다.`,
      text.place,
    );
  }

  lost(text: PlacedText): Diagnostic {
    const block = this.#document.blocks.find(({ id }) => id === text.block);
    return this.#fault(
      'text-not-printed',
      `${this.#where([text.page])} 제자리에 ‘${shown(text.text)}’이(가) 없거나 다르게 찍혔습니다.`,
      block && placeOf(block),
      block && calls(block),
    );
  }

  pageNumber(page: number, printed: string | undefined, right: number): Diagnostic {
    return this.#fault(
      'page-number',
      `${this.#where([page])} 쪽 번호가 ${printed ?? '없음'}입니다. ${right}이어야 합니다.`,
      undefined,
    );
  }

  contentsNumber(label: ExpectedText, printed: string | undefined, right: string): Diagnostic {
    return this.#fault(
      'contents-number',
      `차례의 ‘${shown(label.text)}’은(는) ${right}쪽에 있는데, ${printed === undefined ? '쪽 번호가 없습니다' : `${printed}쪽으로 찍혔습니다`}.`,
      label.place,
    );
  }

  noteMissing(note: Note, page: number): Diagnostic {
    return this.#fault(
      'note-not-printed',
      `${this.#where([page])} 각주 ${note.number})가 없거나 다르게 찍혔습니다.`,
      note.content.place,
    );
  }

  noteElsewhere(note: Note, page: number, reference: number): Diagnostic {
    return this.#fault(
      'note-elsewhere',
      `각주 ${note.number})가 ${this.#page(page)}에 있습니다. 번호는 ${this.#page(reference)}에 있습니다.`,
      note.content.place,
    );
  }

  outside(piece: Printed, place: SourceLocation | undefined): Diagnostic {
    return this.#fault(
      'text-outside',
      `${this.#where([piece.page])} ‘${shown(piece.text)}’이(가) 본문 영역을 벗어납니다.`,
      place,
    );
  }

  /** A line, a box or an image by its middle. */
  shapeOutside(page: number, x: number, y: number, place: SourceLocation | undefined): Diagnostic {
    const at = `왼쪽에서 ${x.toFixed(0)}pt, 위에서 ${y.toFixed(0)}pt`;
    return this.#fault(
      'shape-outside',
      `${this.#where([page])} 선이나 도형이 제 영역을 벗어납니다(${at}).`,
      place,
    );
  }

  shapeLost(page: number, at: Spot, place: SourceLocation | undefined): Diagnostic {
    return this.#fault('shape-lost', `${this.#spot(page, at)} 선이나 도형이 없거나 옮겨졌습니다.`, place);
  }

  shapeForeign(page: number, at: Spot): Diagnostic {
    return this.#fault(
      'shape-not-laid-out',
      `${this.#spot(page, at)} 배치에 없는 선이나 도형이 그려졌습니다.`,
      undefined,
    );
  }

  shapeChanged(page: number, at: Spot, place: SourceLocation | undefined): Diagnostic {
    return this.#fault(
      'shape-changed',
      `${this.#spot(page, at)} 선이나 도형의 색이나 굵기가 배치한 것과 다릅니다.`,
      place,
    );
  }

  paintOrder(page: number, at: Spot, place: SourceLocation | undefined): Diagnostic {
    return this.#fault(
      'paint-order',
      `${this.#spot(page, at)} 선이나 도형이 배치한 차례대로 그려지지 않아 다른 것을 가립니다.`,
      place,
    );
  }

  /** `what`: the first thing that is not as it was set. */
  otherLook(piece: Printed, what: string, block: string): Diagnostic {
    const known = this.#document.blocks.find(({ id }) => id === block);
    return this.#fault(
      'text-changed',
      `${this.#where([piece.page])} ‘${shown(piece.text)}’: 찍힌 ${what}, 배치한 것과 다름`,
      known && placeOf(known),
    );
  }

  otherFont(name: string): Diagnostic {
    return this.#fault(
      'font-foreign',
      `${this.#name}: 글꼴 ${name}의 파일이 프로그램의 것과 다릅니다.`,
      undefined,
    );
  }

  /** A letter that is drawn otherwise than in its font. */
  otherGlyph(page: number, letter: string, font: string): Diagnostic {
    return this.#fault(
      'glyph-changed',
      `${this.#where([page])} 글자 ‘${letter}’: 모양이나 너비가 글꼴 ${font}의 것과 다릅니다.`,
      undefined,
    );
  }

  /** A theme may make a review copy that nobody can read, but no publication. */
  notSeen(piece: Printed): Diagnostic {
    const message = `${this.#where([piece.page])} ‘${shown(piece.text)}’: 글자의 색이 바탕의 색과 같아 보이지 않습니다.`;
    const severity = this.#document.reviewCopy ? 'warning' : 'error';
    return { ...this.#fault('text-not-seen', message, undefined), severity };
  }

  pressMarks(page: number): Diagnostic {
    return this.#fault(
      'press-marks',
      `${this.#where([page])}: 재단선과 맞춤표가 제자리에 없거나 더 있습니다.`,
      undefined,
    );
  }

  covered(piece: Printed, place: SourceLocation | undefined): Diagnostic {
    return this.#fault(
      'text-covered',
      `${this.#where([piece.page])} ‘${shown(piece.text)}’이(가) 도형에 가려 보이지 않습니다.`,
      place,
    );
  }

  foreign(piece: Printed): Diagnostic {
    return this.#fault(
      'text-not-laid-out',
      `${this.#where([piece.page])} 배치에 없는 글 ‘${shown(piece.text)}’이(가) 찍혔습니다.`,
      undefined,
    );
  }

  overlap(first: Printed, second: Printed, place: SourceLocation | undefined, inChart: boolean): Diagnostic {
    return {
      ...this.#fault(
        'text-overlap',
        `${this.#where([first.page])} ‘${shown(first.text)}’과(와) ‘${shown(second.text)}’이(가) 겹칩니다.`,
        place,
      ),
      // A crowded chart is the author's to judge; elsewhere nothing may ever lie on anything.
      ...(inChart ? { severity: 'warning' as const } : {}),
    };
  }

  #pagesOf(block: string): readonly number[] {
    return [...new Set((this.#layout.blocks.get(block) ?? []).map(({ page }) => page))];
  }

  #where(pages: readonly number[]): string {
    if (pages.length === 0) return this.#name;
    return `${this.#name} ${pages.map((page) => this.#page(page)).join(', ')}`;
  }

  #spot(page: number, [x, y]: Spot): string {
    return `${this.#where([page])} 왼쪽에서 ${x.toFixed(0)}pt, 위에서 ${y.toFixed(0)}pt:`;
  }

  /** As viewers count, and as it is printed where that differs. */
  #page(page: number): string {
    const label = this.#layout.pageLabels[page];
    return label === undefined || label === String(page + 1) ? `${page + 1}쪽` : `${page + 1}쪽(‘${label}’)`;
  }

  /** Where the figures of a text are typed, when it stands elsewhere. */
  #data({ figures, place }: ExpectedText): readonly Related[] {
    return figures.flatMap(({ address }) => {
      const own = this.#figures.get(address)?.definition.place;
      return own === undefined || formatLocation(own) === formatLocation(place)
        ? []
        : [{ place: own, note: `수치 ${address}` }];
    });
  }

  #fault(
    rule: string,
    message: string,
    place: SourceLocation | undefined,
    related: readonly Related[] = [],
  ): Diagnostic {
    const first = { rule, severity: 'error', message, place: place ?? this.#file() } as const;
    return related.length === 0 ? first : { ...first, related };
  }

  #file(): SourceLocation {
    return { file: this.#name, line: 1, column: 1 };
  }
}

type Related = NonNullable<Diagnostic['related']>[number];

function calls({ calledAt }: Block): readonly Related[] {
  return calledAt === undefined ? [] : [{ place: calledAt, note: '틀에서 부른 곳' }];
}

function shown(text: string): string {
  const characters = [...text];
  return characters.length <= SHOWN ? text : `${characters.slice(0, SHOWN).join('')}…`;
}

/** The value as it is printed in its own unit. */
function ownForm(figure: Figure): string {
  const value = shownValue(figure);
  return value.kind === 'quantity' ? showValue(value, value.digits) + figure.definition.unit.label : '';
}
