// What a PDF shows otherwise than it was laid out -> diagnostics with the page.
import type { Diagnostic, SourceLocation } from '../diagnostic.ts';
import type { PlacedText } from '../document/layout-map.ts';
import type { Printed } from './chain.ts';
import { FaultsOfFile, type Spot, shown } from './pdf-fault.ts';

export class LookFaults extends FaultsOfFile {
  reviewMark(page: number, reviewCopy: boolean): Diagnostic {
    const message = reviewCopy ? '검토본의 표시가 없습니다.' : '공시본에 검토본의 표시가 있습니다.';
    return this.fault('copy-mark', `${this.where([page])}: ${message}`, undefined);
  }

  /** `part`: the one that the page belongs to; empty for none. */
  head(page: number, part: string): Diagnostic {
    const parts = [this.document.title, part].filter((text) => text !== '').map((text) => `‘${shown(text)}’`);
    return this.fault(
      'running-head',
      `${this.where([page])}: 머리글이 다릅니다. 문서의 제목과 부의 이름이어야 합니다: ${parts.join(', ')}`,
      undefined,
    );
  }

  partContents(page: number): Diagnostic {
    return this.fault(
      'part-contents',
      `${this.where([page])}: 부의 제목 옆 차례가 문서의 차례와 다릅니다.`,
      undefined,
    );
  }

  headCut(page: number): Diagnostic {
    return this.fault(
      'running-head',
      `${this.where([page])}: 머리글이 자리가 있는데도 …로 잘렸습니다.`,
      undefined,
    );
  }

  headPlace(page: number): Diagnostic {
    return this.fault(
      'running-head',
      `${this.where([page])}: 머리글이 테마가 정한 줄에 있지 않습니다.`,
      undefined,
    );
  }

  /** A page that lies across and should not, or the other way round. */
  turned(page: number, block: string): Diagnostic {
    const across = this.layout.turned[page] === true;
    return this.fault(
      'page-turned',
      `${this.where([page])}: ${across ? '세로' : '가로'} 쪽에 놓을 것이 ${across ? '가로' : '세로'} 쪽에 놓였습니다.`,
      this.placeOfBlock(block),
    );
  }

  /** A figure that is marked as changed and was not, or the other way round. */
  changeMark({ page, text, marked, block }: PlacedText): Diagnostic {
    return this.fault(
      'change-mark',
      `${this.where([page])} ‘${shown(text)}’: ${marked ? '바뀌지 않았는데 바뀐 표시가 있습니다.' : '바뀌었는데 표시가 없습니다.'}`,
      this.placeOfBlock(block),
    );
  }

  tableEdge(block: string, page: number | undefined, place: SourceLocation | undefined): Diagnostic {
    const where = this.where(page === undefined ? this.pagesOf(block) : [page]);
    return this.fault('table-look', `${where} 표 ‘${block}’: 위나 아래의 굵은 선이 없습니다.`, place);
  }

  noteRule(page: number): Diagnostic {
    return this.fault('table-look', `${this.where([page])}: 각주 위의 선이 없습니다.`, undefined);
  }

  shapeLost(page: number, at: Spot, place: SourceLocation | undefined): Diagnostic {
    return this.fault('shape-lost', `${this.spot(page, at)} 선이나 도형이 없거나 옮겨졌습니다.`, place);
  }

  shapeForeign(page: number, at: Spot): Diagnostic {
    return this.fault(
      'shape-not-laid-out',
      `${this.spot(page, at)} 배치에 없는 선이나 도형이 그려졌습니다.`,
      undefined,
    );
  }

  emphasis({ page, text }: PlacedText, bold: boolean, place: SourceLocation | undefined): Diagnostic {
    const message = bold
      ? '굵은 글씨로 찍혔는데 글에는 굵게 하라고 적지 않았습니다.'
      : '굵은 글씨로 적은 것이 보통 글씨로 찍혔습니다.';
    return this.fault('text-look', `${this.where([page])} ‘${shown(text.trim())}’: ${message}`, place);
  }

  wordsBeyond({ page, block, text }: PlacedText): Diagnostic {
    const message = `${this.where([page])} 그림 ‘${block}’의 글자 ‘${shown(text.trim())}’: 상자 밖으로 나갑니다.`;
    return this.fault('shape-overlap', message, this.placeOfBlock(block));
  }

  boxesMeet(page: number, at: Spot, block: string): Diagnostic {
    const message = `${this.spot(page, at)} 그림 ‘${block}’의 상자가 다른 상자와 겹칩니다.`;
    return this.fault('shape-overlap', message, this.placeOfBlock(block));
  }

  shapeChanged(page: number, at: Spot, place: SourceLocation | undefined): Diagnostic {
    return this.fault(
      'shape-changed',
      `${this.spot(page, at)} 선이나 도형의 색이나 굵기가 배치한 것과 다릅니다.`,
      place,
    );
  }

  paintOrder(page: number, at: Spot, place: SourceLocation | undefined): Diagnostic {
    return this.fault(
      'paint-order',
      `${this.spot(page, at)} 선이나 도형이 배치한 차례대로 그려지지 않아 다른 것을 가립니다.`,
      place,
    );
  }

  /** `what`: the first thing that is not as it was set. */
  otherLook(piece: Printed, what: string, block: string): Diagnostic {
    return this.fault(
      'text-changed',
      `${this.where([piece.page])} ‘${shown(piece.text)}’: 찍힌 ${what}, 배치한 것과 다름`,
      this.placeOfBlock(block),
    );
  }

  /** A theme may make a review copy that nobody can read, but no publication. */
  notSeen(piece: Printed): Diagnostic {
    const message = `${this.where([piece.page])} ‘${shown(piece.text)}’: 글자의 색이 바탕의 색과 같아 보이지 않습니다.`;
    const severity = this.document.reviewCopy ? 'warning' : 'error';
    return { ...this.fault('text-not-seen', message, undefined), severity };
  }

  /** It can be read, with pains: the author may have decided to print it. */
  hardlyRead(piece: Printed, block: string, ratio: number, least: number): Diagnostic {
    const shownRatio = (Math.floor(ratio * 100) / 100).toFixed(2);
    const message = `${this.where([piece.page])} ‘${shown(piece.text)}’: 바탕색에서 글자가 잘 구별되지 않습니다. 명암비 ${shownRatio}`;
    return {
      ...this.fault('text-contrast', message, this.placeOfBlock(block)),
      severity: 'warning',
      expected: `명암비 ${least} 이상인 글자색. 그대로 공시하려면 dispositions.yaml에 ‘text-contrast printed ${block}’의 처리`,
    };
  }
}
