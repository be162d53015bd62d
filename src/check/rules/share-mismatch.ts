// share-mismatch: what is stated beside a relation of this kind, against what the relation gives.
import { relationRule } from '../relations/relation-rule.ts';

export const shareMismatch = relationRule(['share'], {
  title: '구성비와 비율(%)은 나눈 값을 바르게 반올림한 것이어야 합니다.',
  reason: '비율은 표의 두 수로 누구나 다시 셈해 볼 수 있습니다.',
});
