// What was said on the command line of a new plan -> its head; what was not said is asked of the person at the terminal.
import type { NewHead } from '../commands/new-plan.ts';
import { isBlank } from '../figure/characters.ts';
import { OFFICE_KINDS, OFFICE_NAMES, type OfficeKind } from '../plan/office.ts';

/** A question to the person; an empty answer leaves what the pattern has. */
type Ask = (prompt: string) => Promise<string>;

/** As often as a person may answer what cannot be taken. */
const MOST_TRIES = 3;

/** Fewest and most years of a plan of a term. */
export const TERM_YEARS = { fewest: 2, most: 10 } as const;

/** Asks for the issuer, the kind of office, the year and the term, each unless it was said. */
export async function askedHead(said: NewHead, ask: Ask): Promise<NewHead> {
  const issuer =
    said.issuer ??
    (await answer(ask, '기관의 이름 (예: 한빛구): ', (text) => (isBlank(text) ? undefined : text)));
  const kinds = OFFICE_KINDS.map((kind, index) => `${index + 1} ${OFFICE_NAMES[kind]}`).join(', ');
  const office = said.office ?? (await answer(ask, `기관의 종류 번호 (${kinds}): `, officeOf));
  const year = said.year ?? (await answer(ask, '계획 연도 네 자리: ', yearOf));
  const term =
    said.term ?? (await answer(ask, '여러 해의 종합계획이면 몇 해 (한 해 계획은 Enter): ', termYearsOf));
  return {
    ...(issuer === undefined ? {} : { issuer }),
    ...(office === undefined ? {} : { office }),
    ...(year === undefined ? {} : { year }),
    ...(term === undefined ? {} : { term }),
  };
}

async function answer<T>(
  ask: Ask,
  prompt: string,
  read: (text: string) => T | undefined,
): Promise<T | undefined> {
  for (let tried = 0; tried < MOST_TRIES; tried++) {
    const text = await ask(prompt);
    if (text === '') return undefined;
    const value = read(text);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** By its number in the list, its key or its name. */
export function officeOf(text: string): OfficeKind | undefined {
  const word = text.normalize('NFC').trim();
  return OFFICE_KINDS.find(
    (kind, index) =>
      word === String(index + 1) || word === kind || OFFICE_NAMES[kind].split('·').includes(word),
  );
}

/** Undefined for what is no year of four digits. */
export function yearOf(text: string): number | undefined {
  return /^[1-9]\d{3}$/.test(text) ? Number(text) : undefined;
}

/** Undefined for what is no number of years that a plan can be of. */
export function termYearsOf(text: string): number | undefined {
  const years = /^\d{1,2}$/.test(text) ? Number(text) : 0;
  return years >= TERM_YEARS.fewest && years <= TERM_YEARS.most ? years : undefined;
}
