// ratio-mismatch: what is stated beside a relation of this kind, against what the relation gives.
import { relationRule } from '../relations/relation-rule.ts';

export const ratioMismatch = relationRule(['ratio'], {
  title: '배수와 평균은 두 값을 나눈 것이어야 합니다.',
  reason: '이름이 말하는 셈과 값이 다르면 이름이나 값 가운데 하나가 틀린 것입니다.',
});
