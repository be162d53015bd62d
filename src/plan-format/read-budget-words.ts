// templates/budget-words.yaml -> what budget systems and budget books call things.

import type { Outcome } from '../diagnostic.ts';
import type { Memo } from '../memo.ts';
import {
  AMOUNT_WORDS,
  type AmountWord,
  type BudgetWords,
  bareLabel,
  type StageWord,
  TEXT_COLUMNS,
  type TextColumn,
} from '../plan/budget-words.ts';
import { USUAL_SOURCES, type UsualSource } from '../plan/programme.ts';
import { Faults } from './faults.ts';
import type { Scalar } from './node.ts';
import { list, mapping, must, scalar } from './shape.ts';
import { readShape } from './shape-fault.ts';
import { readYaml, type YamlTree } from './yaml-source.ts';

const WORDS = list(scalar);

const words = (title: string, description: string) => must(WORDS, title, description);

export const BUDGET_WORDS_FILE = mapping({
  columns: must(
    mapping({
      code: words('코드', '세부사업의 코드를 적은 열'),
      name: words('이름', '세부사업의 이름을 적은 열'),
      stage: words('예산 단계', '당초, 추경 같은 단계를 적은 열'),
      year: words('회계연도', '연도를 적은 열'),
      source: words('재원', '재원을 적은 열'),
      aside: words('그 밖', '사람만 보는 열'),
    } satisfies Record<TextColumn, unknown>),
    '글의 열',
    '글이 든 열의 이름',
  ),
  amounts: must(
    mapping({
      whole: words('예산액', '전체 금액의 열'),
      before: words('기정액', '바뀌기 전 금액의 열'),
      after: words('경정액', '바뀐 뒤 금액의 열'),
      change: words('증감액', '늘고 준 금액의 열'),
      unclear: words('알 수 없음', '전체인지 증감인지 말로는 알 수 없는 열'),
      aside: words('그 밖', '예산이 아닌 금액의 열'),
    } satisfies Record<AmountWord, unknown>),
    '금액의 열',
    '금액이 든 열의 이름',
  ),
  total: words('계', '모든 재원을 더한 금액의 이름'),
  won: words('원', '기관의 단위와 달리 언제나 원으로 적히는 이름'),
  sources: must(
    mapping({
      national: words('국비', '국비를 부르는 말'),
      province: words('시도비', '시·도비를 부르는 말'),
      district: words('시군구비', '시·군·구비를 부르는 말'),
      private: words('민자', '민자를 부르는 말'),
      other: words('기타', '그 밖의 재원을 부르는 말'),
    } satisfies Record<UsualSource, unknown>),
    '재원',
    '재원을 부르는 말',
  ),
  stages: must(
    mapping({
      original: words('당초', '본예산을 부르는 말'),
      before: words('기정', '바뀌기 전을 부르는 말'),
      supplementary: words('추경', '추경을 부르는 말'),
      revised: words('경정', '바뀐 뒤를 부르는 말'),
      last: words('최종', '마지막 단계를 부르는 말'),
    } satisfies Record<StageWord, unknown>),
    '예산 단계',
    '단계를 부르는 말',
  ),
  sums: must(
    mapping({
      words: words('합계의 말', '줄 전체가 이 말이면 합계입니다.'),
      endings: words('합계의 끝말', '줄이 이 말로 끝나면 합계입니다.'),
    }),
    '합계',
    '합계인 줄을 아는 말',
  ),
  accounts: words('회계', '회계의 이름이 끝나는 말'),
});

/** Rules: those of any YAML file and `duplicate-id`. Undefined with any fault. */
export function readBudgetWords(
  file: { readonly name: string; readonly text: string },
  trees?: Memo<YamlTree>,
): Outcome<BudgetWords> {
  const faults = new Faults();
  const root = readYaml(file.name, file.text, faults, trees);
  const read = root && readShape(root, BUDGET_WORDS_FILE, faults);
  if (read === undefined) return { value: undefined, diagnostics: faults.sorted() };
  const meanings = <Key extends string>(
    groups: Readonly<Record<Key, readonly Scalar[]>>,
    keys: readonly Key[],
  ) => {
    const found = new Map<string, Key>();
    for (const key of keys)
      for (const { text, place } of groups[key]) {
        const word = bareLabel(text);
        if (found.has(word))
          faults.add({
            rule: 'duplicate-id',
            place,
            message: `한 말이 두 번 나옵니다: ${text}`,
            expected: '말마다 한 번',
          });
        found.set(word, key);
      }
    return found;
  };
  const texts = (words: readonly Scalar[]) => words.map(({ text }) => bareLabel(text));
  const { stages, sums } = read;
  const value: BudgetWords = {
    columns: meanings(read.columns, TEXT_COLUMNS),
    amounts: meanings(read.amounts, AMOUNT_WORDS),
    total: new Set(texts(read.total)),
    sources: meanings(read.sources, USUAL_SOURCES),
    won: new Set(texts(read.won)),
    stages: {
      original: texts(stages.original),
      before: texts(stages.before),
      supplementary: texts(stages.supplementary),
      revised: texts(stages.revised),
      last: texts(stages.last),
    },
    sums: new Set(texts(sums.words)),
    sumEndings: texts(sums.endings),
    accounts: texts(read.accounts),
  };
  const diagnostics = faults.sorted();
  return { value: diagnostics.length > 0 ? undefined : value, diagnostics };
}
