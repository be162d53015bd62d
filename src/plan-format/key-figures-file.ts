// key-figures.yaml -> the figures that stand by themselves behind the contents.
import type { KeyFigures } from '../plan/front-matter.ts';
import type { Faults } from './faults.ts';
import type { Mapping } from './node.ts';
import { list, mapping, may, must, named, text } from './shape.ts';
import { readShape } from './shape-fault.ts';
import { defined, sourceText } from './source-text.ts';

export const KEY_FIGURES_FILE = mapping({
  title: must(named, '제목', '쪽 위에 찍습니다.', { example: '한눈에 보는 {{year 0}}년 일자리대책' }),
  figures: must(
    list(
      mapping({
        label: must(named, '이름', '무엇을 센 수치인지', { example: '일자리 창출 목표' }),
        value: must(named, '수치', '크게 찍습니다.', { example: '{{fig "strategies/all/target"}}개' }),
        note: may(text, '덧붙임', '수치 아래에 작게 찍습니다.', { example: '{{year 0}}년 한 해' }),
      }),
    ),
    '수치',
    '찍을 차례대로 적습니다.',
  ),
});

export function readKeyFiguresFile(root: Mapping, faults: Faults): KeyFigures | undefined {
  const file = readShape(root, KEY_FIGURES_FILE, faults);
  return (
    file && {
      title: sourceText(file.title),
      figures: file.figures.map(({ label, value, note }) => ({
        label: sourceText(label),
        value: sourceText(value),
        ...defined({ note: note && sourceText(note) }),
      })),
    }
  );
}
