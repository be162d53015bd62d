// What people answered to the questions of a run -> the answers of the next one, by the place and the words of each question.
import { collapsed } from '../spreadsheet/spreadsheet.ts';
import type { Ask, Question } from './block.ts';

export interface TypedAnswer {
  /** Empty where the proposal is taken. */
  readonly answer: string;
  readonly reason: string;
  /** Where it was typed. */
  readonly place: { readonly file: string; readonly cell: string };
}

/** By the key of the question. */
export type TypedAnswers = ReadonlyMap<string, TypedAnswer>;

export interface AskedQuestion extends Question {
  readonly key: string;
  readonly typed: TypedAnswer | undefined;
  /** Whether what was typed is an answer to it. */
  readonly isAnswered: boolean;
}

/** Characters of a key; of questions that begin alike, each has its number. */
const LONGEST_KEY = 300;

/** The questions of one pass over a document. */
export class Asking {
  readonly asked: AskedQuestion[] = [];
  readonly #typed: TypedAnswers;
  readonly #counts = new Map<string, number>();

  constructor(typed: TypedAnswers) {
    this.#typed = typed;
  }

  readonly ask: Ask = (question) => {
    const words = collapsed(`${question.at} ${question.what} ${question.excerpt}`);
    const begin = [...words].slice(0, LONGEST_KEY).join('').trim();
    const count = (this.#counts.get(begin) ?? 0) + 1;
    this.#counts.set(begin, count);
    const key = count === 1 ? begin : `${begin} #${count}`;
    const typed = this.#typed.get(key);
    const answer = typed && meant(typed.answer, question);
    this.asked.push({ ...question, key, typed, isAnswered: answer !== undefined });
    return answer;
  };
}

/** The numbers that are answers to it: 1 for the proposal, then the others. */
export function choicesOf({ others = [] }: Partial<Question>): readonly number[] {
  return [1, ...others.map((_, index) => index + 2)];
}

function meant(typed: string, question: Question): number | string | undefined {
  if (typed === '') return 1;
  const number = choicesOf(question).find((one) => String(one) === typed);
  return number ?? (question.takes?.fits(typed) ? typed : undefined);
}
