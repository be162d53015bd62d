// sum-mismatch: what is stated beside a relation of this kind, against what the relation gives.
import { relationRule } from '../relations/relation-rule.ts';

export const sumMismatch = relationRule(['sum'], {
  title: '합계는 항목을 더한 값과 같아야 합니다.',
  reason: '합계가 다르면 읽는 사람은 항목과 합계 가운데 어느 쪽이 틀렸는지 알 수 없습니다.',
});
