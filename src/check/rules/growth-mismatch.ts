// growth-mismatch: what is stated beside a relation of this kind, against what the relation gives.
import { relationRule } from '../relations/relation-rule.ts';

export const growthMismatch = relationRule(['growth'], {
  title: '증감률은 두 해의 값에서 나온 것이어야 합니다.',
  reason: '증감률은 성과를 말하는 근거이므로 값과 어긋나면 성과가 잘못 전해집니다.',
});
