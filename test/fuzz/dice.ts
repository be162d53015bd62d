// A seed -> the same throws of the dice each time (mulberry32).
export interface Dice {
  /** A whole number from 0, below the limit. */
  below(limit: number): number;
  /** Whether an event happens that does so once in `times`. */
  once(times: number): boolean;
  /** One of them. Throws where there is none. */
  one<T>(choices: readonly T[]): T;
}

export function diceOf(seed: number): Dice {
  // Neighbouring seeds must not throw alike.
  let state = Math.imul(seed + 1, 0x9e3779b1);
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
  return {
    below,
    once: (times) => below(times) === 0,
    one: <T>(choices: readonly T[]): T => {
      const chosen = choices[below(choices.length)];
      if (chosen === undefined) throw new Error('nothing to choose from');
      return chosen;
    },
  };
}
