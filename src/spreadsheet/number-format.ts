// The format code of a cell -> what it makes of a number: a percentage or date, thousands left out, words beside it.

export type NumberForm = 'plain' | 'percent' | 'date';

/** What a format does to a number beside grouping it. */
export interface FormatShown {
  /** How many zeros it leaves out: 3 for `#,##0,`, which shows 786000 as 786. */
  readonly divided: number;
  /** Letters and currency signs that it puts beside the number, blanks left out; empty for none. */
  readonly words: string;
}

interface Section extends FormatShown {
  /** Whether it is for numbers that meet a condition: `[>=1000000]`. */
  readonly conditional: boolean;
}

export interface NumberFormat {
  readonly form: NumberForm;
  readonly sections: readonly Section[];
}

/** Commas that leave out thousands: a format with more shows nothing of any number. */
const MOST_LEFT_OUT = 5;

const PLAIN: NumberFormat = { form: 'plain', sections: [] };

/** Built-in formats by number (ECMA-376 part 1, 18.8.30), Korean dates among them; others by their letters. */
export function numberFormat(id: string, custom: ReadonlyMap<string, string>): NumberFormat {
  const number = Number(id);
  if (number === 9 || number === 10) return { ...PLAIN, form: 'percent' };
  const within = (ranges: readonly (readonly [number, number])[]) =>
    ranges.some(([from, to]) => number >= from && number <= to);
  const dates = [
    [14, 22],
    [27, 36],
    [45, 47],
    [50, 58],
  ] as const;
  if (within(dates)) return { ...PLAIN, form: 'date' };
  const code = custom.get(id);
  if (code === undefined) {
    const currency = [
      [5, 8],
      [42, 42],
      [44, 44],
    ] as const;
    return within(currency)
      ? { form: 'plain', sections: [{ divided: 0, words: '₩', conditional: false }] }
      : PLAIN;
  }
  const bare = code.replaceAll(/"[^"]*"?|\\.|_.|\*.|\[[^\]]*\]?/g, '');
  if (bare.includes('%')) return { ...PLAIN, form: 'percent' };
  if (/[ymdhs]/i.test(bare.replaceAll(/general/gi, ''))) return { ...PLAIN, form: 'date' };
  return { form: 'plain', sections: sectionsOf(code) };
}

/** What the format does to this number; undefined where it only groups it. Of sections with conditions any may be meant: the first that does something. */
export function formatShown({ sections }: NumberFormat, text: string): FormatShown | undefined {
  const [first, second = first, third = first] = sections;
  const own = text === '0' ? third : text.startsWith('-') ? second : first;
  const chosen = sections.some(({ conditional }) => conditional)
    ? sections.find(({ divided, words }) => divided > 0 || words !== '')
    : own;
  if (chosen === undefined || (chosen.divided === 0 && chosen.words === '')) return undefined;
  return { divided: chosen.divided, words: chosen.words };
}

function sectionsOf(code: string): readonly Section[] {
  const sections: Section[] = [];
  let digits = '';
  let words = '';
  let conditional = false;
  const end = () => {
    const commas = /(?<!,),+(?=\.|$)/g;
    const left = [...digits.matchAll(commas)].reduce((sum, [all]) => sum + all.length, 0);
    sections.push({
      divided: /[0#?]/.test(digits) ? 3 * Math.min(left, MOST_LEFT_OUT) : 0,
      words,
      conditional,
    });
    digits = '';
    words = '';
    conditional = false;
  };
  // A quoted text, an escaped, a skipped or a repeated character, what stands in brackets, any other character.
  for (const [piece] of code.slice(0, 500).matchAll(/"[^"]*"?|\\.?|_.?|\*.?|\[[^\]]*\]?|./gsu)) {
    switch (piece[0]) {
      case '"':
      case '\\':
        words += lettersOf(piece.slice(1));
        break;
      case '_':
      case '*':
        break;
      case '[':
        if (piece.startsWith('[$')) words += lettersOf(piece.slice(2).replace(/-[\s\S]*$/, ''));
        else conditional ||= /^\[[<>=]/.test(piece);
        break;
      case ';':
        end();
        break;
      default:
        if (/[0#?.,]/.test(piece)) digits += piece;
        else if (!/[A-Za-z]/.test(piece)) words += lettersOf(piece);
    }
  }
  end();
  return sections;
}

/** Letters, currency signs and a literal %; not △ or `-`, which tell negatives. */
function lettersOf(text: string): string {
  return text.replaceAll(/[^\p{L}\p{Sc}%]/gu, '');
}
