// A text with helpers -> the same text for next year: addresses moved, published spellings left out.
import { formOf } from '../../figure/address.ts';
import { type Shift, shiftAddress } from './shift.ts';

export interface TextPlace {
  readonly shift: Shift;
  /** The task whose sheet it is: `./projects/x` is below it. */
  readonly task?: string;
  /** What a project that ended was called, by `tasks/a/projects/b`. */
  readonly endedNames: ReadonlyMap<string, string>;
}

const HELPER = /\{\{(fig|claim|direction|project|fact|name)\s([^{}]*)\}\}/g;
const AS = /(?<!\s)\s+as=(?:"[^"\n]*"|'[^'\n]*')/;

/** `as` is what was published once; the number is printed in the house form until someone says otherwise. */
export function renewText(text: string, place: TextPlace): string {
  return text.replaceAll(HELPER, (whole: string, helper: string, rest: string): string => {
    switch (helper) {
      case 'fig':
      case 'claim':
      case 'direction':
        return renewFigures(helper, rest.replace(AS, ''), place);
      case 'name':
        return `{{name ${rest.replace(AS, '')}}}`;
      case 'fact':
        return renewFact(whole, rest, place);
      default:
        return renewProject(whole, rest, place);
    }
  });
}

function renewFigures(helper: string, rest: string, { shift, task }: TextPlace): string {
  let lost = false;
  const moved = rest.replaceAll(/"[\w./-]+"|'[\w./-]+'/g, (quoted) => {
    const [quote, address] = [quoted.slice(0, 1), quoted.slice(1, -1)];
    if (!address.slice(1, -1).includes('/')) return quoted;
    const whole =
      address.startsWith('./') && task !== undefined ? `tasks/${task}/${address.slice(2)}` : address;
    const next = shiftAddress(whole, shift);
    if (next === undefined) lost = true;
    return quote + (next === whole || next === undefined ? address : next) + quote;
  });
  if (!lost) return `{{${helper} ${moved}}}`;
  // A word that no figure bears out any more stays a word.
  return helper !== 'claim' ? '(종료)' : (/^\s*["']([^"']*)["']/.exec(rest)?.[1] ?? '');
}

/** `"./projects/x/funding"`: it says of what project, and what of that. */
function renewFact(whole: string, rest: string, { shift, task }: TextPlace): string {
  const [, own = '', id = '', fact = ''] =
    /^\s*["'](?:\.|tasks\/([^/"']+))\/projects\/([^/"']+)\/([^/"']+)["']/.exec(rest) ?? [];
  const key = `tasks/${own || task}/projects/${id}`;
  if (!shift.projects.has(key)) return whole;
  const moved = formOf(shift.projects.get(key) ?? '');
  return moved.kind === 'project'
    ? `{{fact "tasks/${moved.task}/projects/${moved.project}/${fact}"}}`
    : '(종료)';
}

function renewProject(whole: string, rest: string, { shift, task, endedNames }: TextPlace): string {
  const [, quote = '', id = ''] = /^\s*(["'])([^"']*)\1/.exec(rest) ?? [];
  const key = id.includes('/')
    ? id.replace(/^([^/]+)\/([^/]+)$/, 'tasks/$1/projects/$2')
    : `tasks/${task}/projects/${id}`;
  if (!shift.projects.has(key)) return whole;
  const moved = formOf(shift.projects.get(key) ?? '');
  if (moved.kind !== 'project') return `${endedNames.get(key) ?? id} (종료)`;
  return whole.replace(quote + id + quote, `${quote}${moved.task}/${moved.project}${quote}`);
}
