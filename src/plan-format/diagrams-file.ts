// diagrams.yaml -> organisation charts and steps: boxes with what stands in them.

import type * as v from 'valibot';
import type { Diagram, DiagramBox } from '../plan/diagram.ts';
import type { Faults } from './faults.ts';
import type { Mapping, Node, Scalar } from './node.ts';
import { entriesOf, later, list, mapping, may, must, named, node, text } from './shape.ts';
import { readShape } from './shape-fault.ts';
import { defined, sourceText } from './source-text.ts';

/** Of one diagram: what a page can hold and a reader can follow. */
const MOST_BOXES = 80;
const MOST_LEVELS = 6;

const words = {
  name: must(named, '이름', '상자에 찍는 이름', { example: '일자리정책과' }),
  note: may(named, '둘째 줄', '이름 아래에 작게 찍습니다.', { example: '총괄·조정' }),
};

const STEP = mapping(words);

/** For an editor, all levels of it: who reads a box reads those below it by itself. */
const boxAt = (level: number): v.GenericSchema<unknown, BoxShape> =>
  mapping({
    ...words,
    children: may(
      list(level < MOST_LEVELS ? later(named, boxAt(level + 1)) : node),
      '아래의 상자',
      '이름만 있는 상자는 이름만 적습니다.',
      { example: ['일자리정책팀', '취업지원팀'] },
    ),
  });

const BOX = boxAt(1);

export const DIAGRAMS_FILE = entriesOf(
  must(
    mapping({
      alt: must(named, '대체 글', '화면 낭독기가 그림을 하나로 읽을 때의 글', {
        example: '군수 아래에 부군수와 네 과가 있는 추진체계',
      }),
      caption: may(named, '제목', '그림 위에 찍습니다.', { example: '일자리 추진체계' }),
      source: may(text, '출처', '그림 아래에 찍는 글', { example: '자료: 총무과' }),
      tree: may(later(named, BOX), '조직도', '맨 위의 상자. 아래의 상자는 그 children에 적습니다.'),
      steps: may(list(later(named, STEP)), '절차', '차례로 이어지는 상자. tree 대신 적습니다.', {
        example: ['신청', '심사', '선정'],
      }),
    }),
    '그림',
    '글에서는 {{diagram "id"}} 한 줄로 넣습니다.',
  ),
);

/** Rules: `missing-key` and `unknown-key` where a diagram has neither or both forms, `too-much-data`, `duplicate-id`. */
export function readDiagramsFile(root: Mapping, faults: Faults): ReadonlyMap<string, Diagram> | undefined {
  const entries = readShape(root, DIAGRAMS_FILE, faults);
  if (entries === undefined) return undefined;
  return new Map(
    entries.flatMap(({ key, value: { tree, steps, alt, caption, source } }): [string, Diagram][] => {
      if (key.text === 'swot')
        faults.add({
          rule: 'duplicate-id',
          place: key.place,
          message: '‘swot’은 swot.yaml의 그림을 부르는 이름입니다.',
          expected: '다른 이름',
        });
      const isBoth = tree !== undefined && steps !== undefined;
      if (isBoth || (tree === undefined && !steps?.length))
        faults.add({
          rule: isBoth ? 'unknown-key' : 'missing-key',
          place: key.place,
          message: isBoth
            ? `그림 ‘${key.text}’에 tree와 steps가 함께 있습니다.`
            : `그림 ‘${key.text}’에 상자가 없습니다.`,
          expected: 'tree: (조직도)와 steps: (절차) 가운데 하나',
        });
      const reader = new BoxReader(key, faults);
      const boxes =
        tree === undefined ? (steps ?? []).map((step) => reader.read(step, STEP)) : [reader.read(tree, BOX)];
      return [
        [
          key.text,
          {
            id: key.text,
            ...defined({ caption: caption && sourceText(caption) }),
            alt: sourceText(alt),
            ...defined({ source: source && sourceText(source) }),
            form: tree === undefined ? 'steps' : 'tree',
            boxes: boxes.flatMap((box) => box ?? []),
            place: key.place,
          },
        ],
      ];
    }),
  );
}

/** Reads the boxes of one diagram, of which it knows how many there are. */
class BoxReader {
  #count = 0;

  constructor(
    readonly diagram: Scalar,
    readonly faults: Faults,
  ) {}

  read(written: Node, form: typeof STEP | typeof BOX, level = 1): DiagramBox | undefined {
    if (++this.#count > MOST_BOXES) {
      this.#tooMuch(this.diagram, `상자가 너무 많습니다`, `${MOST_BOXES}개까지의 상자. 그림을 나눕니다`);
      return undefined;
    }
    if (written.kind === 'scalar') {
      const name = readShape(written, named, this.faults);
      return name && { name: sourceText(name), children: [] };
    }
    const box: BoxShape | undefined = readShape(written, form, this.faults);
    if (box === undefined) return undefined;
    // Of a step, a key that is told as unknown.
    const below = form === STEP ? [] : (box.children ?? []);
    if (below.length > 0 && level === MOST_LEVELS)
      this.#tooMuch(box.name, '상자가 너무 여러 단입니다', `${MOST_LEVELS}단까지의 상자`);
    return {
      name: sourceText(box.name),
      ...defined({ note: box.note && sourceText(box.note) }),
      children: level === MOST_LEVELS ? [] : below.flatMap((child) => this.read(child, BOX, level + 1) ?? []),
    };
  }

  #tooMuch({ place }: Scalar, what: string, expected: string): void {
    const message = `그림 ‘${this.diagram.text}’의 ${what}.`;
    this.faults.add({ rule: 'too-much-data', place, message, expected });
  }
}

interface BoxShape {
  readonly name: Scalar;
  readonly note?: Scalar;
  readonly children?: readonly Node[];
}
