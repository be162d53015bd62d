// What is heard otherwise than it should be -> diagnostics with page and place.

import { korean } from '../../diagnostic/particle.ts';
import type { Diagnostic, SourceLocation } from '../../diagnostic.ts';
import type { OutlineEntry } from '../../document/outline.ts';
import type { TextPiece } from '../pdf/page-text.ts';
import { FaultsOfFile, shown } from '../pdf-fault.ts';
import type { HeardFault } from './compare-trees.ts';

/** What people call what an attribute says. */
const ATTRIBUTES: Readonly<Record<string, string>> = {
  Alt: '대체 글',
  ActualText: '대신 읽는 글',
  Scope: '표 제목 칸의 방향',
  ColSpan: '합친 열 수',
  RowSpan: '합친 행 수',
  Headers: '딸린 제목 칸',
  ListNumbering: '목록의 번호 방식',
  ID: '각주나 제목 칸의 이름',
  BBox: '그림의 자리',
};

export class HeardFaults extends FaultsOfFile {
  noStructure(): Diagnostic {
    return this.fault(
      'heard-otherwise',
      korean`${this.name}에 화면낭독기가 읽을 구조가 없습니다.`,
      undefined,
    );
  }

  otherwise(fault: HeardFault): Diagnostic {
    const { near } = fault;
    const pages = near === undefined ? [] : this.pagesOf(near.block).slice(0, 1);
    return this.#tell(pages, this.#words(fault), near?.place ?? (near && this.placeOfBlock(near.block)));
  }

  #words(fault: HeardFault): string {
    const near = fault.near?.is === 'text' ? shown(fault.near.text) : '';
    switch (fault.kind) {
      case 'type':
        return korean`‘${near}’의 구조가 ${fault.right}이(가) 아니라 ${fault.own}입니다.`;
      case 'attribute': {
        const what = ATTRIBUTES[fault.key] ?? fault.key;
        const where = near === '' ? '' : `‘${near}’의 `;
        return korean`${where}${what}이(가) ‘${shown(fault.right ?? '없음')}’이어야 하는데 ‘${shown(fault.own ?? '없음')}’입니다.`;
      }
      case 'text':
        return korean`‘${shown(fault.right)}’을(를) 읽을 자리에서 ‘${shown(fault.own)}’을(를) 읽습니다.`;
      case 'order':
        return korean`‘${near}’ 다음의 차례가 다릅니다: ${fault.right ?? '끝'}이(가) 올 자리에 ${fault.own ?? '끝'}이(가) 있습니다.`;
      case 'picture':
        return '그림이 제자리의 그림이 아닙니다.';
      case 'link':
        return korean`‘${shown(fault.called)}’ 링크가 다른 곳으로 갑니다.`;
    }
  }

  unheard(page: number, text: string): Diagnostic {
    return this.#tell([page], korean`‘${shown(text)}’을(를) 읽는 차례가 없습니다.`, undefined);
  }

  unmarked(page: number): Diagnostic {
    return this.#tell([page], '읽을 것인지 꾸밈인지 밝히지 않은 내용이 있습니다.', undefined);
  }

  spoken({ page, text, x, y }: TextPiece): Diagnostic {
    return this.fault(
      'heard-otherwise',
      korean`${this.spot(page, [x, y])} ‘${shown(text)}’의 외국어나 기호를 읽는 말이 다릅니다.`,
      undefined,
    );
  }

  decoration({ page, text, x, y }: TextPiece): Diagnostic {
    return this.fault(
      'heard-otherwise',
      korean`${this.spot(page, [x, y])} ‘${shown(text)}’이(가) 머리글·쪽 번호와 본문을 가르는 표시와 다릅니다.`,
      undefined,
    );
  }

  link(page: number, called: string): Diagnostic {
    return this.#tell([page], korean`‘${shown(called)}’ 링크를 읽는 차례가 없습니다.`, undefined);
  }

  linkArea(page: number, called: string): Diagnostic {
    return this.#tell(
      [page],
      korean`‘${shown(called)}’ 링크를 누를 자리가 그 글자 위에 있지 않습니다.`,
      undefined,
    );
  }

  bookmark(
    own: string | undefined,
    heading: OutlineEntry | Omit<OutlineEntry, 'depth'> | undefined,
  ): Diagnostic {
    return this.fault(
      'other-bookmark',
      korean`${this.name}의 책갈피 ‘${own ?? '없음'}’이(가) 제목 ‘${heading?.name ?? '없음'}’과(와) 다릅니다.`,
      heading?.title.place,
    );
  }

  bookmarkCount(title: string, heading: Omit<OutlineEntry, 'depth'> | undefined): Diagnostic {
    return this.fault(
      'other-bookmark',
      korean`${this.name}의 책갈피 ‘${title}’에 딸린 책갈피의 수가 다르게 적혔습니다.`,
      heading?.title.place,
    );
  }

  bookmarkLeads(title: string, heading: Omit<OutlineEntry, 'depth'> | undefined): Diagnostic {
    return this.fault(
      'other-bookmark',
      korean`${this.name}의 책갈피 ‘${title}’이(가) 그 제목으로 가지 않습니다.`,
      heading?.title.place,
    );
  }

  #tell(pages: readonly number[], words: string, place: SourceLocation | undefined): Diagnostic {
    return this.fault('heard-otherwise', `${this.where(pages)}: ${words}`, place);
  }
}
