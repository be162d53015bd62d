// difference-mismatch: what is stated beside a relation of this kind, against what the relation gives.
import { relationRule } from '../relations/relation-rule.ts';

export const differenceMismatch = relationRule(['difference'], {
  title: '증감과 %p 차이는 두 값의 차와 같아야 합니다.',
  reason: '늘고 준 크기가 두 값과 어긋나면 어느 값을 믿을지 알 수 없습니다.',
});
