// A method and an address -> the route that answers, with the words of its address and what was sent along.
import * as v from 'valibot';
import { isoDate } from '../plan/typed-date.ts';
import type { Handle } from './api.ts';
import type { Desk } from './desk.ts';
import type { House } from './house.ts';
import { NOT_FOUND, type Reply, refused } from './reply.ts';

/** What a route is given. */
interface Asking {
  readonly house: House;
  /** The words that stand in the address where the pattern has capitals: `plans/P` -> P. */
  readonly words: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Bytes for uploads, parsed JSON for all else. */
  readonly body: unknown;
  /** The name of an uploaded file; empty where none was said. */
  readonly name: string;
}

/** A day of the calendar: `2027-03-31`, and no 31 February. */
export const DAY = v.pipe(
  v.string(),
  v.check((text) => isoDate(text) === text),
);

export type Route = (asking: Asking) => Promise<Reply> | Reply;
/** By method and pattern: `POST /api/plans/P/undo`. */
export type Routes = Readonly<Record<string, Route>>;

/** A route and its words; undefined where no pattern fits. */
export function routeFor(
  routes: Routes,
  method: string,
  path: string,
): { readonly route: Route; readonly words: Asking['words'] } | undefined {
  const parts = path.split('/');
  for (const [key, route] of Object.entries(routes)) {
    const [wanted, pattern = ''] = key.split(' ');
    const words = wanted === method ? wordsOf(pattern.split('/'), parts) : undefined;
    if (words !== undefined) return { route, words };
  }
  return undefined;
}

function wordsOf(pattern: readonly string[], parts: readonly string[]): Record<string, string> | undefined {
  if (pattern.length !== parts.length) return undefined;
  const words: Record<string, string> = {};
  for (const [index, name] of pattern.entries()) {
    const part = parts[index] ?? '';
    if (/^[A-Z]$/.test(name)) words[name] = part;
    else if (name !== part) return undefined;
  }
  return words;
}

/** A route about the plan that the address names. */
export function ofPlan(answer: (desk: Desk, asking: Asking) => Promise<Reply>): Route {
  return async (asking) => {
    const desk = asking.house.desk(wordAt(asking, 'P'));
    return desk === undefined ? NOT_FOUND : answer(desk, asking);
  };
}

/** A route whose body has to have the form. */
export function withBody<Form extends v.GenericSchema>(
  form: Form,
  answer: (desk: Desk, body: v.InferOutput<Form>, asking: Asking) => Promise<Reply>,
): Route {
  return ofPlan(async (desk, asking) => {
    const read = v.safeParse(form, asking.body);
    return read.success ? answer(desk, read.output, asking) : refused(400);
  });
}

export function wordAt({ words }: Pick<Asking, 'words'>, name: string): Handle {
  return words[name] ?? '';
}
