// A word or number -> the Korean particle that follows it.

/** The member for a closed syllable comes first, but for 와/과. */
const PAIRS = [
  '이/가',
  '을/를',
  '은/는',
  '으로/로',
  '와/과',
  '이나/나',
  '이란/란',
  '아/야',
  '이랑/랑',
] as const;
type Pair = (typeof PAIRS)[number];

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
/** The last character of what is no number: names of files end in letters whose names are read. */
const SIGNS: Readonly<Record<string, string>> = {
  '%': '퍼센트',
  p: '피',
  '℃': '도',
  l: '엘',
  m: '엠',
  n: '엔',
};

/** Syllables of Hangul that begin alike end in so many ways, the first of them open; the place of ㄹ among them (Unicode 3.12). */
const CODAS = 28;
const RIEUL = 8;

/** In characters: no more of a text's end is looked at. */
const MOST_READ = 60;

/** Both forms, as messages are written down. */
const BOTH = /이\(가\)|을\(를\)|은\(는\)|과\(와\)|와\(과\)|\(으\)로|\(이\)라/g;
const PAIR_OF: Readonly<Record<string, Pair>> = {
  '이(가)': '이/가',
  '을(를)': '을/를',
  '은(는)': '은/는',
  '과(와)': '와/과',
  '와(과)': '와/과',
  '(으)로': '으로/로',
};

/** A message in which each `이(가)` of its own words (not of what is put in) is the one that the sound before it asks for. */
export function korean(parts: TemplateStringsArray, ...values: readonly unknown[]): string {
  let text = '';
  parts.forEach((part, index) => {
    if (index > 0) text += String(values[index - 1]);
    text += spoken(part, text);
  });
  return text;
}

/** The text with each `이(가)` in it as the sound before it asks for; `before`: what stands before the text. */
export function spoken(text: string, before = ''): string {
  return text.replaceAll(BOTH, (both, at: number) => {
    const word = (at < MOST_READ ? before : '') + text.slice(Math.max(0, at - MOST_READ), at);
    const pair = PAIR_OF[both];
    return pair === undefined ? `${particle(word, '이나/나').slice(0, -1)}라` : particle(word, pair);
  });
}

/** The pair in the form that is known, or undefined when it is no pair of particles. */
export function particlePair(text: string): Pair | undefined {
  const reversed = text.split('/').reverse().join('/');
  return PAIRS.find((pair) => pair === text || pair === reversed);
}

/** The member of the pair that the last sound of the text asks for: 57,558 reads 팔, so 은. */
export function particle(text: string, pair: Pair): string {
  const word = reading(text);
  const [first = '', second = ''] = pair.split('/');
  const last = word.charCodeAt(word.length - 1);
  const coda = last >= 0xac00 && last <= 0xd7a3 ? (last - 0xac00) % CODAS : 0;
  const closed = pair === '으로/로' && coda === RIEUL ? false : coda > 0;
  return word === '' || closed !== (pair === '와/과') ? first : second;
}

function reading(text: string): string {
  const spoken = text.slice(-MOST_READ).replace(/[)\]}’”'"」』〉》.,!?…\s]+$/u, '');
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
