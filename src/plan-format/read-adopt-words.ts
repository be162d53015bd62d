// templates/adopt-words.yaml -> the words by which a published document is read.
import type { Outcome } from '../diagnostic.ts';
import { type AdoptWords, WORD_KINDS, type WordKind } from '../plan/adopt-words.ts';
import { Faults } from './faults.ts';
import { entriesOf, list, mapping, must, scalar, text } from './shape.ts';
import { readShape } from './shape-fault.ts';
import { readYaml } from './yaml-source.ts';

const ADOPT_WORDS_FILE = 'adopt-words.yaml';

const words = list(text);
const listed = (title: string, example: string) =>
  must(words, title, `${title} 가운데 하나`, { example: [example] });
const LISTS = {
  contents: listed('차례의 제목', '차례'),
  continued: listed('이어진다는 말', '(계속)'),
  'caption-styles': listed('표 제목의 문단 모양', '캡션'),
  'unit-line-styles': listed('단위 줄의 문단 모양', '단위 줄'),
  'unnamed-parts': listed('번호 없는 부의 제목', '부록'),
  publications: listed('발간물을 부르는 말', '계획'),
  offices: listed('기관 이름의 끝', '시'),
  labels: listed('수를 적어도 이름인 열의 머리', '연번'),
  numbers: listed('수가 없다는 표시', '-'),
  rates: listed('비율을 부르는 말', '비율'),
  'rate-changes': listed('증감을 부르는 말', '증감'),
  'funding-lines': listed('예산을 적는 줄의 머리', '사업예산'),
  'whole-funding': listed('모두 한 재원이라는 말', '전액'),
  'target-lines': listed('목표를 적는 줄의 머리', '사업대상'),
  'period-lines': listed('기간을 적는 줄의 머리', '사업기간'),
} satisfies Record<WordKind, unknown>;

export const ADOPT_WORDS_FORM = mapping({
  ...LISTS,
  heads: must(
    entriesOf(must(words, '머리', '표의 머리에 오는 말'), scalar),
    '표의 머리',
    '무엇의 머리인지마다 그 말',
    {
      example: { strategy: ['추진전략'] },
    },
  ),
  units: must(
    entriesOf(must(words, '세는 것', '그 단위로 세는 것을 부르는 말'), scalar),
    '단위',
    '단위마다 그것으로 세는 것',
    {
      example: { 명: ['인구'] },
    },
  ),
  ids: must(entriesOf(must(text, 'id의 말', '영어 소문자'), scalar), 'id의 말', '낱말마다 id에 쓰는 말', {
    example: { 전국: 'nation' },
  }),
});

/** Rules: those of any YAML file. Undefined with any fault. */
export function readAdoptWords(file: { readonly name: string; readonly text: string }): Outcome<AdoptWords> {
  const faults = new Faults();
  const root = readYaml(file.name, file.text, faults);
  const read = root && readShape(root, ADOPT_WORDS_FORM, faults);
  const diagnostics = faults.sorted();
  if (read === undefined || diagnostics.length > 0) return { value: undefined, diagnostics };
  const said = (typed: readonly { readonly text: string }[]) => typed.map((one) => one.text);
  const byKey = (entries: typeof read.heads) =>
    new Map(entries.map(({ key, value }) => [key.text, said(value)]));
  return {
    value: {
      lists: new Map(WORD_KINDS.map((kind) => [kind, said(read[kind])])),
      heads: byKey(read.heads),
      units: byKey(read.units),
      ids: new Map(read.ids.map(({ key, value }) => [key.text, value.text])),
    },
    diagnostics,
  };
}

/** What the program's templates say. Undefined, told where the file is broken, without them. */
export function adoptWordsOf({
  displayRoot,
  files,
}: {
  readonly displayRoot: string;
  readonly files: ReadonlyMap<string, string>;
}): Outcome<AdoptWords> {
  const text = files.get(ADOPT_WORDS_FILE);
  if (text === undefined) return { value: undefined, diagnostics: [] };
  return readAdoptWords({ name: `${displayRoot}/${ADOPT_WORDS_FILE}`, text });
}
