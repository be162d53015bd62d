// restatement-mismatch: what is stated beside a relation of this kind, against what the relation gives.
import { relationRule } from '../relations/relation-rule.ts';

export const restatementMismatch = relationRule(['same', 'rounded', 'apportioned'], {
  title: '같은 수치는 어디에 적든, 어떤 단위로 적든 같아야 합니다.',
  reason: '한 수치가 곳에 따라 다르면 그 수치를 쓴 모든 곳을 믿을 수 없습니다.',
});
