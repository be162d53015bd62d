// A word or number -> the Korean particle that follows it.
import { josa } from 'es-hangul';

type Pair = Parameters<typeof josa.pick>[1];
const PAIRS: readonly Pair[] = [
  '이/가',
  '을/를',
  '은/는',
  '으로/로',
  '와/과',
  '이나/나',
  '이란/란',
  '아/야',
  '이랑/랑',
];

/** How the last digit of a number is read. */
const DIGITS: Readonly<Record<string, string>> = {
  0: '영',
  1: '일',
  2: '이',
  3: '삼',
  4: '사',
  5: '오',
  6: '육',
  7: '칠',
  8: '팔',
  9: '구',
};
/** Zeros at the end of a whole number are read by their place: 십, 백, 천, 만, 억. */
const ZEROS = ['영', '십', '백', '천', '만', '만', '만', '만', '억'];
const SIGNS: Readonly<Record<string, string>> = { '%': '퍼센트', p: '피', '℃': '도' };

/** The pair in the form the library knows, or undefined when it is no pair of particles. */
export function particlePair(text: string): Pair | undefined {
  const reversed = text.split('/').reverse().join('/');
  return PAIRS.find((pair) => pair === text || pair === reversed);
}

/** The member of the pair that the last sound of the text asks for: 57,558 reads 팔, so 은. */
export function particle(text: string, pair: Pair): string {
  return josa.pick(reading(text), pair);
}

/** In characters: no more of a text's end is looked at. */
const MOST_READ = 60;

function reading(text: string): string {
  const spoken = text.slice(-MOST_READ).replace(/[)\]}’”'"」』〉》\s]+$/u, '');
  const number = /\d[\d,]*(\.\d+)?$/u.exec(spoken);
  if (number === null) {
    const last = [...spoken].at(-1) ?? '';
    return SIGNS[last] ?? last;
  }
  const zeros =
    number[1] === undefined ? (/[0,]*$/u.exec(number[0])?.[0].replaceAll(',', '').length ?? 0) : 0;
  const whole = number[0].replaceAll(',', '');
  if (zeros > 0 && zeros < whole.length) return ZEROS[Math.min(zeros, ZEROS.length - 1)] ?? '영';
  return DIGITS[whole.at(-1) ?? ''] ?? whole;
}
