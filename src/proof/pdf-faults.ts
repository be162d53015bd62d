// What a proof finds amiss in a PDF -> diagnostics with the page and the place in data or template.
import { korean } from '../diagnostic/particle.ts';
import { type Diagnostic, formatLocation, type SourceLocation } from '../diagnostic.ts';
import type { Block, Document, Note } from '../document/document.ts';
import type { FigureRun } from '../document/inline.ts';
import type { LayoutMap, PlacedText } from '../document/layout-map.ts';
import { placeOf } from '../document/reading.ts';
import type { Figure, FigureBook } from '../figure/figure.ts';
import { shownValue, showValue } from '../figure/show.ts';
import type { Printed } from './chain.ts';
import type { ExpectedText } from './expected-text.ts';
import { FileFaults } from './file-faults.ts';
import { HeardFaults } from './heard/heard-faults.ts';
import { LookFaults } from './look-faults.ts';
import { FaultsOfFile, type Related, shown } from './pdf-fault.ts';

/** A figure as the file shows it. */
export interface ShownFigure extends Pick<FigureRun, 'address' | 'text' | 'unit' | 'typed' | 'magnitude'> {
  /** Index of the page, from 0. */
  readonly page: number;
}

/** Texts of one block that are told of one by one. */
const MOST_TOLD = 10;

export class PdfFaults extends FaultsOfFile {
  /** Of its bytes, and of how it looks. */
  readonly file: FileFaults;
  readonly look: LookFaults;
  /** Of what is heard. */
  readonly heard: HeardFaults;
  readonly #figures: FigureBook;

  /** `figures` tells where the data of what is amiss stand. */
  constructor(name: string, document: Document, layout: LayoutMap, figures: FigureBook) {
    super(name, document, layout);
    this.file = new FileFaults(name, document, layout);
    this.look = new LookFaults(name, document, layout);
    this.heard = new HeardFaults(name, document, layout);
    this.#figures = figures;
  }

  unreadable(why: string): Diagnostic {
    return this.fault(
      'output-unreadable',
      korean`만든 파일 ${this.name}을(를) 다시 읽을 수 없습니다: ${why}`,
      undefined,
    );
  }

  pageCount(pages: number): Diagnostic {
    return this.fault(
      'page-count',
      korean`${this.name}은(는) ${pages}쪽인데, 배치한 것은 ${this.layout.pageLabels.length}쪽입니다.`,
      undefined,
    );
  }

  /** One a text, but one for all where a whole block or most of it is gone. */
  missing(block: Block, texts: readonly ExpectedText[], of: number): readonly Diagnostic[] {
    if (texts.length > MOST_TOLD || (texts.length === of && of > 1))
      return [
        this.fault(
          'text-not-printed',
          `${this.where(this.pagesOf(block.id))} ‘${block.id}’의 글 ${of}개 가운데 ${texts.length}개가 제자리에 없습니다. 처음 것: ‘${shown(texts[0]?.text ?? '')}’`,
          placeOf(block),
          calls(block),
        ),
      ];
    return texts.map((text) => {
      const where = this.where(this.pagesOf(block.id));
      const figures = text.figures.map(({ address, text: form }) => `${address} = ${form}`).join(', ');
      return this.fault(
        figures === '' ? 'text-not-printed' : 'figure-not-printed',
        korean`${where} 제자리에 ‘${shown(text.text)}’이(가) 없거나 다르게 찍혔습니다.${figures === '' ? '' : ` 수치: ${figures}`}`,
        text.place,
        [...this.#data(text), ...calls(block)],
      );
    });
  }

  /** A figure whose characters times their unit are not its value. */
  otherValue({ address, text, unit, page }: ShownFigure, figure: Figure): Diagnostic {
    const shown = `‘${text}’(${(unit ?? figure.definition.unit).label})`;
    return this.fault(
      'figure-other-value',
      `${this.where([page])} 수치 ${address}: 찍힌 것은 ${shown}, 값은 ${ownForm(figure)}입니다.`,
      figure.definition.place,
    );
  }

  figureCut(block: Block, text: string, page: number): Diagnostic {
    return this.fault(
      'figure-cut',
      korean`${this.where([page])} ‘${shown(text)}’이(가) 두 줄에 나뉘어 찍혔습니다. 수는 한 줄에 있어야 합니다.`,
      placeOf(block),
    );
  }

  headMissing(block: Block, page: number, heads: readonly ExpectedText[]): Diagnostic {
    const first = shown(heads[0]?.text ?? '');
    return this.fault(
      'head-not-repeated',
      korean`${this.where([page])} 이어지는 표에 머리글 ‘${first}’이(가) 없습니다.`,
      placeOf(block),
    );
  }

  cellMoved(block: Block, text: ExpectedText, page: number): Diagnostic {
    return this.fault(
      'cell-moved',
      korean`${this.where([page])} 표의 ‘${shown(text.text)}’이(가) 제 칸에 있지 않습니다.`,
      text.place,
      [...this.#data(text), ...calls(block)],
    );
  }

  cellBare(text: ExpectedText, page: number): Diagnostic {
    return this.fault(
      'table-look',
      `${this.where([page])} 표의 ‘${shown(text.text)}’: 칸의 선이나 바탕색이 없습니다.`,
      text.place,
    );
  }

  lost(text: PlacedText): Diagnostic {
    const block = this.document.blocks.find(({ id }) => id === text.block);
    return this.fault(
      'text-not-printed',
      korean`${this.where([text.page])} 제자리에 ‘${shown(text.text)}’이(가) 없거나 다르게 찍혔습니다.`,
      block && placeOf(block),
      block && calls(block),
    );
  }

  pageNumber(page: number, printed: string | undefined, right: number): Diagnostic {
    return this.fault(
      'page-number',
      `${this.where([page])} 쪽 번호가 ${printed === undefined ? '없습니다' : `${printed}입니다`}. ${right}쪽이어야 합니다.`,
      undefined,
    );
  }

  contentsNumber(label: ExpectedText, printed: string | undefined, right: string): Diagnostic {
    return this.fault(
      'contents-number',
      korean`차례의 ‘${shown(label.text)}’은(는) ${right}쪽에 있는데, ${printed === undefined ? '쪽 번호가 없습니다' : `${printed}쪽으로 찍혔습니다`}.`,
      label.place,
    );
  }

  noteMissing(note: Note, page: number): Diagnostic {
    return this.fault(
      'note-not-printed',
      `${this.where([page])} 각주 ${note.number})가 없거나 다르게 찍혔습니다.`,
      note.content.place,
    );
  }

  noteElsewhere(note: Note, page: number, reference: number): Diagnostic {
    return this.fault(
      'note-elsewhere',
      `각주 ${note.number})가 ${this.called(page)}에 있습니다. 번호는 ${this.called(reference)}에 있습니다.`,
      note.content.place,
    );
  }

  outside(piece: Printed, place: SourceLocation | undefined): Diagnostic {
    return this.fault(
      'text-outside',
      korean`${this.where([piece.page])} ‘${shown(piece.text)}’이(가) 본문 영역을 벗어납니다.`,
      place,
    );
  }

  /** A line, a box or an image by its middle. */
  shapeOutside(page: number, x: number, y: number, place: SourceLocation | undefined): Diagnostic {
    const at = `왼쪽에서 ${x.toFixed(0)}pt, 위에서 ${y.toFixed(0)}pt`;
    return this.fault(
      'shape-outside',
      `${this.where([page])} 선이나 도형이 제 영역을 벗어납니다(${at}).`,
      place,
    );
  }

  covered(piece: Printed, place: SourceLocation | undefined): Diagnostic {
    return this.fault(
      'text-covered',
      korean`${this.where([piece.page])} ‘${shown(piece.text)}’이(가) 도형에 가려 보이지 않습니다.`,
      place,
    );
  }

  foreign(piece: Printed): Diagnostic {
    return this.fault(
      'text-not-laid-out',
      korean`${this.where([piece.page])} 배치에 없는 글 ‘${shown(piece.text)}’이(가) 찍혔습니다.`,
      undefined,
    );
  }

  overlap(first: Printed, second: Printed, place: SourceLocation | undefined, inChart: boolean): Diagnostic {
    return {
      ...this.fault(
        'text-overlap',
        korean`${this.where([first.page])} ‘${shown(first.text)}’과(와) ‘${shown(second.text)}’이(가) 겹칩니다.`,
        place,
      ),
      // A crowded chart is the author's to judge; elsewhere nothing may ever lie on anything.
      ...(inChart ? { severity: 'warning' as const } : {}),
    };
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
}

function calls({ calledAt }: Block): readonly Related[] {
  return calledAt === undefined ? [] : [{ place: calledAt, note: '틀에서 부른 곳' }];
}

/** The value as it is printed in its own unit. */
function ownForm(figure: Figure): string {
  const value = shownValue(figure);
  return value.kind === 'quantity' ? showValue(value, value.digits) + figure.definition.unit.label : '';
}
