// templates/rate-words.yaml -> which figures in percent are parts of a whole, which may be any, and which counts are means.
import type { Outcome } from '../diagnostic.ts';
import type { Memo } from '../memo.ts';
import type { RateWords } from '../plan/rate-words.ts';
import { Faults } from './faults.ts';
import { list, mapping, may, must, text } from './shape.ts';
import { readShape } from './shape-fault.ts';
import { type ReadBefore, readYaml, type YamlTree } from './yaml-source.ts';

const RATE_WORDS_FILE = 'rate-words.yaml';

const words = list(text);
export const RATE_WORDS_FORM = mapping({
  part: must(words, '전체의 한 부분', '이 말이 든 비율은 0에서 100까지입니다.', { example: ['고용률'] }),
  free: must(words, '100을 넘을 수 있는 비율', '증감, 견줌처럼 100을 넘거나 0보다 작을 수 있습니다.', {
    example: ['증감'],
  }),
  mean: may(words, '소수일 수 있는 수', '평균처럼 세는 것에 소수가 있을 수 있는 말', { example: ['평균'] }),
  'mean-ids': may(words, '소수일 수 있는 수의 id', '이름이 없는 수치의 id에 든 말', { example: ['average'] }),
  below: may(
    words,
    '음수일 수 있는 수',
    '순이동처럼 세는 것이 0보다 작을 수 있는 말. 100을 넘을 수 있는 비율의 말도 그렇게 봅니다.',
    {
      example: ['순이동'],
    },
  ),
  'below-whole': may(
    words,
    '음수일 수 있는 수의 이름',
    '행이나 열의 이름 전체, 또는 표, 행, 열의 id에 든 말',
    { example: ['차'] },
  ),
});

/** Rules: those of any YAML file. Undefined with any fault. */
export function readRateWords(
  file: { readonly name: string; readonly text: string },
  trees?: Memo<YamlTree>,
): Outcome<RateWords> {
  const faults = new Faults();
  const root = readYaml(file.name, file.text, faults, trees);
  const read = root && readShape(root, RATE_WORDS_FORM, faults);
  const diagnostics = faults.sorted();
  if (read === undefined || diagnostics.length > 0) return { value: undefined, diagnostics };
  const said = (typed: typeof read.part = []) => typed.map((one) => one.text);
  const { part, free, mean, 'mean-ids': meanIds, below, 'below-whole': belowWhole } = read;
  return {
    value: {
      ...{ part: said(part), free: said(free), mean: said(mean), meanIds: said(meanIds) },
      ...{ below: said(below), belowWhole: said(belowWhole) },
    },
    diagnostics,
  };
}

/** What the program's templates say; undefined, told where the file is broken, without them. */
export function rateWordsOf(
  templates:
    | (ReadBefore & { readonly displayRoot: string; readonly files: ReadonlyMap<string, string> })
    | undefined,
): Outcome<RateWords> {
  const text = templates?.files.get(RATE_WORDS_FILE);
  if (templates === undefined || text === undefined) return { value: undefined, diagnostics: [] };
  return readRateWords({ name: `${templates.displayRoot}/${RATE_WORDS_FILE}`, text }, templates.kept?.trees);
}
