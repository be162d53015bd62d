// A memory of what was made of texts -> the same thing again, within its room.
import { expect, it } from 'vitest';
import { Memo } from '../src/memo.ts';

const made = (memo: Memo<{ of: string }>, key: string): boolean => {
  let isNew = false;
  const { of } = memo.of(key, () => {
    isNew = true;
    return { of: key };
  });
  expect(of).toBe(key);
  return isNew;
};

it('makes each thing once', () => {
  const memo = new Memo<{ of: string }>();
  expect(['a', 'b', 'a', 'b', ''].map((key) => made(memo, key))).toEqual([true, true, false, false, true]);
});

it('forgets what was not asked for longest, and only where there is no room for it', () => {
  const memo = new Memo<{ of: string }>(6);
  expect(['aa', 'bb', 'cc', 'aa'].map((key) => made(memo, key))).toEqual([true, true, true, false]);
  expect(['dd', 'aa', 'cc', 'bb'].map((key) => made(memo, key))).toEqual([true, false, false, true]);
});

it('keeps what fills all its room for who asks next', () => {
  const memo = new Memo<{ of: string }>(3);
  expect(['a', 'longer', 'longer', 'a'].map((key) => made(memo, key))).toEqual([true, true, false, true]);
});

it('keeps nothing of what could not be made', () => {
  const memo = new Memo<{ of: string }>();
  const fail = () => {
    throw new Error('no');
  };
  expect(() => memo.of('a', fail)).toThrow('no');
  expect([made(memo, 'a'), made(memo, 'a')]).toEqual([true, false]);
});
