// product-mismatch: what is stated beside a relation of this kind, against what the relation gives.
import { relationRule } from '../relations/relation-rule.ts';

export const productMismatch = relationRule(['product', 'max', 'min', 'average', 'weighted'], {
  title: '곱, 최댓값, 최솟값, 평균, 가중평균은 그 수치들에서 나온 것이어야 합니다.',
  reason: '단가나 인원이 바뀌었는데 곱이나 평균이 그대로면 표가 제 수치와 어긋납니다.',
});
