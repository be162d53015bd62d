// A rich text -> its characters, and where each run stands among them.
import type { FigureRun, RichText, TextRun } from '../../document/inline.ts';

/** A run with the indexes of its first character and the one behind its last. */
export interface PlacedRun {
  readonly run: TextRun | FigureRun;
  readonly from: number;
  readonly to: number;
}

export interface Line {
  /** The characters in print, without note references; a line break is a blank. */
  readonly text: string;
  readonly runs: readonly PlacedRun[];
}

/** Most rules read each text: its line is made once, and goes when the text goes. */
const made = new WeakMap<RichText, Line>();

export function lineOf(rich: RichText): Line {
  const line = made.get(rich) ?? makeLine(rich);
  made.set(rich, line);
  return line;
}

function makeLine({ inlines }: RichText): Line {
  let text = '';
  const runs: PlacedRun[] = [];
  for (const inline of inlines) {
    if (inline.kind === 'note-reference') continue;
    if (inline.kind === 'line-break') {
      text += ' ';
      continue;
    }
    runs.push({ run: inline, from: text.length, to: text.length + inline.text.length });
    text += inline.text;
  }
  return { text, runs };
}

export interface TypedNumber {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const DIGITS = /\d[\d,]*(?:\.\d+)?/gu;

/** The numbers that were typed as they stand, and not said to be no figure. */
export function typedNumbers({ runs }: Line): readonly TypedNumber[] {
  return runs.flatMap(({ run, from }) =>
    run.kind === 'text' && run.meaning.kind === 'plain'
      ? [...run.text.matchAll(DIGITS)].map(({ 0: digits, index }) => {
          const text = digits.replace(/(?<!,),+$/u, '');
          return { text, from: from + index, to: from + index + text.length };
        })
      : [],
  );
}

/** What is said of a place in the text: some characters before it and behind. */
export function excerptOf(text: string, from: number, to: number, around = 14): string {
  const start = Math.max(0, from - around);
  const end = Math.min(text.length, to + around);
  return `${start > 0 ? '…' : ''}${text.slice(start, end).trim()}${end < text.length ? '…' : ''}`;
}
