// editions/N.yaml -> an edition: what is said about it and its changes, as typed.
import { EDITION_KINDS, type Edition } from '../plan/edition.ts';
import { date } from './date.ts';
import { readChange } from './edition-change.ts';
import { CHANGE } from './edition-shape.ts';
import type { Faults } from './faults.ts';
import type { Mapping } from './node.ts';
import { isNumber } from './number-form.ts';
import { choice, flag, id, list, mapping, may, must, named, text, whole } from './shape.ts';
import { readShape } from './shape-fault.ts';
import { defined, sourceText } from './source-text.ts';

export const EDITION_FILE = mapping({
  number: must(whole(1), '차수', '파일 이름과 같습니다. 1부터 빠짐없이 이어집니다.', { example: 1 }),
  title: must(named, '판의 이름', '표지와 쪽 머리에 찍습니다.', { example: '제1회 추가경정예산' }),
  kind: must(choice(...EDITION_KINDS), '갈래', '추경, 또는 잘못을 바로잡는 정정', { example: '추경' }),
  date: must(date, '날짜', '연-월-일', { example: '2023-05-12' }),
  basis: may(text, '근거', '변경의 근거', { example: '제1회 추가경정예산 의결' }),
  reason: may(text, '사유', '따로 적지 않은 변경의 사유', { example: '추경 반영' }),
  published: must(flag, '공시 여부', 'true 수정공시한 판, false 내부 판', { example: true }),
  plan: may(id, '계획의 id', '이 판이 딸린 계획. 다르면 알립니다.'),
  changes: must(list(CHANGE), '변경', 'set 수치, add 새 세부사업, end 종료, move 이동, text 글', {
    example: [{ set: 'tasks/youth-jobs/target', before: 2200, after: 2300, reason: '지원 인원 확대' }],
  }),
});

/** Reads `editions/<name>.yaml`. A change that cannot be read is reported and left out; without its head there is no edition. */
export function readEditionFile(root: Mapping, name: string, faults: Faults): Edition | undefined {
  const before = faults.count;
  const file = readShape(root, EDITION_FILE, faults);
  if (file === undefined || faults.count > before) return undefined;
  if (isNumber(file.number) && file.number.text !== name) {
    faults.add({
      rule: 'file-name',
      place: file.number.place,
      message: `파일 이름과 차수가 다릅니다: ${name}.yaml, ${file.number.text}`,
      expected: `number: ${name} 또는 파일 이름 ${file.number.text}.yaml`,
    });
  }
  return {
    number: Number(name),
    title: sourceText(file.title),
    kind: EDITION_KINDS.find((kind) => kind === file.kind.text) ?? '추경',
    date: file.date.text,
    ...defined({
      basis: file.basis && sourceText(file.basis),
      reason: file.reason && sourceText(file.reason),
    }),
    published: file.published.text === 'true',
    ...defined({ plan: file.plan && sourceText(file.plan) }),
    changes: file.changes.flatMap((change) => readChange(change, faults) ?? []),
    place: file.number.place,
  };
}
