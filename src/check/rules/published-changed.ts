// published-changed: figures, texts and names that are not what went out.
import type { Rule } from '../rule.ts';

export const publishedChanged: Rule = {
  title: '공시한 판의 수치, 글, 이름은 공시한 그대로여야 합니다.',
  reason: '이미 나간 것과 자료가 다르면 무엇을 공시했는지 알 수 없고, 다음 판의 비교가 어긋납니다.',
  severity: 'error',
  binding: true,
  find: ({ published = [] }) => published,
};
