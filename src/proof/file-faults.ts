// What is foreign in a PDF's bytes, or not as it must be -> diagnostics.
import type { Diagnostic } from '../diagnostic.ts';
import { FaultsOfFile, shown } from './pdf-fault.ts';

export class FileFaults extends FaultsOfFile {
  /** What this program never writes, by the way to it in the file. */
  foreignObject(page: number | undefined, path: string): Diagnostic {
    return this.fault(
      'file-foreign',
      `${this.where(page === undefined ? [] : [page])}: 이 프로그램이 쓰지 않는 것이 들어 있습니다: ${path}`,
      undefined,
    );
  }

  absentObject(path: string): Diagnostic {
    return this.fault('file-foreign', `${this.name}: 있어야 할 것이 없습니다: ${path}`, undefined);
  }

  foreignOperator(page: number, operator: string): Diagnostic {
    return this.fault(
      'content-foreign',
      `${this.where([page])}: 이 프로그램이 쓰지 않는 그리기 명령이 있습니다: ${operator}`,
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
    return this.fault(
      'page-box',
      `${this.where([page])}: 쪽의 크기 ${box} ${shown(own)}. 바른 값: ${shown(right)}`,
      undefined,
    );
  }

  property(name: string, own: string | undefined, right: string | undefined): Diagnostic {
    const said = (text: string | undefined): string => (text === undefined ? '없음' : `‘${shown(text)}’`);
    return this.fault(
      'file-property',
      `${this.name}: 파일 속성 ${name} ${said(own)}. 바른 값: ${said(right)}`,
      undefined,
    );
  }

  otherFont(name: string): Diagnostic {
    return this.fault(
      'font-foreign',
      `${this.name}: 글꼴 ${name}의 파일이 프로그램의 것과 다릅니다.`,
      undefined,
    );
  }

  /** A letter that is drawn otherwise than in its font. */
  otherGlyph(page: number, letter: string, font: string): Diagnostic {
    return this.fault(
      'glyph-changed',
      `${this.where([page])} 글자 ‘${letter}’: 모양이나 너비가 글꼴 ${font}의 것과 다릅니다.`,
      undefined,
    );
  }

  pressMarks(page: number): Diagnostic {
    return this.fault(
      'press-marks',
      `${this.where([page])}: 재단선과 맞춤표가 제자리에 없거나 더 있습니다.`,
      undefined,
    );
  }
}
