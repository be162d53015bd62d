// templates/check-words.yaml -> the words by which the check knows what a number or a year in a text is.
import type { Outcome } from '../diagnostic.ts';
import { type CheckWords, LINE_KINDS } from '../plan/check-words.ts';
import { Faults } from './faults.ts';
import { choice, flag, list, mapping, may, must, named, text } from './shape.ts';
import { readShape } from './shape-fault.ts';
import { readYaml } from './yaml-source.ts';

const CHECK_WORDS_FILE = 'check-words.yaml';

const words = list(text);
const NUMBERS = mapping({
  kind: must(named, '무엇', '그런 수가 무엇인지', { example: '나이' }),
  before: may(words, '앞의 말', '수 바로 앞에 오는 말', { example: ['제'] }),
  after: may(words, '뒤의 말', '수 바로 뒤에 오는 말', { example: ['세'] }),
});
const DERIVED = mapping({
  kind: must(
    choice(...LINE_KINDS),
    '셈',
    'sum 합, difference 차, growth 증감률, share 구성비, ratio 나눈 값',
  ),
  whole: may(words, '이름', '행이나 열의 이름 전체가 이 말이면', { example: ['계'] }),
  ends: may(words, '이름의 끝', '행이나 열의 이름이 이 말로 끝나면', { example: ['합계'] }),
});
const of = (title: string, description: string, example: string) =>
  must(words, title, description, { example: [example] });

const some = (title: string, description: string, example: string) =>
  may(words, title, description, { example: [example] });
const DIVISIONS = mapping({
  says: of('제목의 말', '표의 제목에 오는 말', '성별'),
  labels: some('이름의 끝', '그렇게 나눈 행과 열의 이름이 끝나는 말', '남자'),
  units: some('단위', '그렇게 나눈 행과 열의 이름에서 수 뒤에 오는 말', '세'),
  periods: may(flag, '해', '해로 나눈 것이면 true', { example: true, otherwise: false }),
  closed: may(flag, '다른 이름 없음', '그렇게 나눈 행과 열에 다른 이름이 없으면 true', {
    example: true,
    otherwise: false,
  }),
});
const CHANGES = mapping({
  up: of('느는 말', '늘었다는 말', '증가'),
  down: of('주는 말', '줄었다는 말', '감소'),
});
const STATISTICS = mapping({
  name: must(named, '통계', '통계의 이름', { example: '사업체조사' }),
  source: of('출처의 말', '출처에 오는 말', '사업체조사'),
  holds: of('내용의 말', '그 통계의 표에 하나는 있는 말', '사업체'),
  lacks: some('없는 말', '그 통계의 표에 없는 말', '피보험자'),
});

export const CHECK_WORDS_FORM = mapping({
  numbers: must(list(NUMBERS), '수치가 아닌 수', '나이, 기간, 법 조항, 차례처럼 계획의 수치가 아닌 수', {
    example: [{ kind: '나이', after: ['세'] }],
  }),
  bounds: of('한계의 말', '수와 단위 뒤에 오면 조건입니다.', '이상'),
  counters: of('세는 말', '수치의 단위 밖에 세는 말', '팀'),
  particles: of('조사의 첫 글자', '낱말 뒤에 와도 그 낱말인 글자', '의'),
  periods: of('기간의 말', '‘기간’ 앞에 와서 사업의 때를 말하는 말', '사업'),
  future: of('앞일의 말', '계획 연도보다 앞선 해에는 쓰지 않는 말', '예정'),
  past: of('지난 일의 말', '계획 연도보다 뒤의 해에는 쓰지 않는 말', '하였'),
  'past-forms': of('지난 일의 꼴', '지난 일을 말하는 동사의 끝', '된'),
  'not-past': of('지난 일이 아닌 말', '지난 일의 꼴로 끝나지만 아닌 말', '위한'),
  results: of('실적의 말', '지난 해에만 있는 것', '실적'),
  plans: of('계획의 말', '계획 연도의 것을 적은 제목의 말', '목표'),
  'relative-years': of('해를 가리키는 말', '해를 적지 않고 가리키는 말', '올해'),
  'as-of': of('기준의 말', '날짜 뒤에 오면 자료의 기준일입니다.', '기준'),
  divisions: must(list(DIVISIONS), '나누는 말', '표를 나눈 것을 말하는 제목의 말과 그 행과 열의 이름', {
    example: [{ says: ['성별'], labels: ['남자', '여자'] }],
  }),
  changes: must(CHANGES, '늘고 주는 말', '증감률 바로 뒤에서 늘고 줄었다고 하는 말', {
    example: { up: ['증가'], down: ['감소'] },
  }),
  statistics: must(list(STATISTICS), '통계', '출처로 적는 통계와 그 표의 내용', {
    example: [{ name: '사업체조사', source: ['사업체조사'], holds: ['사업체'] }],
  }),
  sources: of('출처의 말', '출처를 적는 말', '출처'),
  own: of('기관의 수치를 말하는 제목', '기관이 정한 수치여서 출처가 없는 표의 제목에 오는 말', '목표'),
  undecided: of('정하지 않았다는 말', '공시본에 실을 수 없는 말', '미정'),
  untouched: of('빈 틀의 글', '새 계획의 틀에 있는, 바꾸어 적을 글', '비전을 적습니다.'),
  derived: may(list(DERIVED), '셈한 행과 열', '다른 행이나 열에서 셈한 것을 부르는 말', {
    example: [{ kind: 'sum', whole: ['계'], ends: ['합계'] }],
  }),
});

/** Rules: those of any YAML file. Undefined with any fault. */
export function readCheckWords(file: { readonly name: string; readonly text: string }): Outcome<CheckWords> {
  const faults = new Faults();
  const root = readYaml(file.name, file.text, faults);
  const read = root && readShape(root, CHECK_WORDS_FORM, faults);
  const diagnostics = faults.sorted();
  if (read === undefined || diagnostics.length > 0) return { value: undefined, diagnostics };
  const said = (typed: typeof read.bounds = []) => typed.map((one) => one.text);
  return {
    value: {
      numbers: read.numbers.map(({ kind, before, after }) => ({
        kind: kind.text,
        before: said(before),
        after: said(after),
      })),
      bounds: said(read.bounds),
      counters: said(read.counters),
      particles: said(read.particles),
      periods: said(read.periods),
      future: said(read.future),
      past: said(read.past),
      pastForms: said(read['past-forms']),
      notPast: said(read['not-past']),
      results: said(read.results),
      plans: said(read.plans),
      relativeYears: said(read['relative-years']),
      asOf: said(read['as-of']),
      divisions: read.divisions.map(({ says, labels, units, periods, closed }) => ({
        says: said(says),
        labels: said(labels),
        units: said(units),
        periods: periods?.text === 'true',
        closed: closed?.text === 'true',
      })),
      changes: { up: said(read.changes.up), down: said(read.changes.down) },
      statistics: read.statistics.map(({ name, source, holds, lacks }) => ({
        name: name.text,
        source: said(source),
        holds: said(holds),
        lacks: said(lacks),
      })),
      sources: said(read.sources),
      own: said(read.own),
      undecided: said(read.undecided),
      untouched: said(read.untouched),
      derived: (read.derived ?? []).map(({ kind, whole, ends }) => ({
        kind: LINE_KINDS.find((one) => one === kind.text) ?? 'sum',
        whole: said(whole),
        ends: said(ends),
      })),
    },
    diagnostics,
  };
}

/** What the program's templates say; undefined, told where the file is broken, without them. */
export function checkWordsOf(
  templates: { readonly displayRoot: string; readonly files: ReadonlyMap<string, string> } | undefined,
): Outcome<CheckWords> {
  const text = templates?.files.get(CHECK_WORDS_FILE);
  if (templates === undefined || text === undefined) return { value: undefined, diagnostics: [] };
  return readCheckWords({ name: `${templates.displayRoot}/${CHECK_WORDS_FILE}`, text });
}
