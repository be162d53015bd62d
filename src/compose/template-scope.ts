// Paths in a template (`name`, `../target`, `@last`) -> values, seen from the innermost block.
import { korean } from '../diagnostic/particle.ts';
import { nearestOf } from '../figure/nearest.ts';
import type { ValuePath } from './compiled-text.ts';
import { HELPERS, isHelperName } from './template-helpers.ts';
import type { TemplateValue, Thing } from './template-thing.ts';

/** What a block stands at. */
export interface Frame {
  readonly value: TemplateValue;
  /** Where it goes through a list: the place in it, from 0, and how many there are. */
  readonly turn?: { readonly index: number; readonly count: number };
  /** The names that the block gives (`as |task index|`). */
  readonly names: ReadonlyMap<string, TemplateValue>;
}

/** Why a path leads to no value. `absent`: it may be there, and this one has none. */
interface NoValue {
  readonly kind: 'absent' | 'unknown';
  readonly rule: string;
  readonly message: string;
  readonly expected: string;
}

export type Found = { readonly value: TemplateValue } | NoValue;

const DATA = ['@index', '@first', '@last', '@root'];

/** `frames`: outermost first, one at least. */
export function valueAt(path: ValuePath, frames: readonly Frame[], root: Thing): Found {
  const { data, depth, scoped, parts } = path;
  const [first = '', ...rest] = parts;
  if (data) {
    if (first === 'root') return follow(root, rest, path);
    const turn = frames.filter((frame) => frame.turn !== undefined).at(-1 - depth)?.turn;
    const value = turn === undefined || rest.length > 0 ? undefined : datum(first, turn);
    return value === undefined
      ? unknown(korean`여기에는 ‘${path.written}’이(가) 없습니다.`, `{{#each}} 안의 ${DATA.join(', ')}`)
      : { value };
  }
  if (!scoped && depth === 0) {
    const given = frames.findLast(({ names }) => names.has(first))?.names.get(first);
    if (given !== undefined) return follow(given, rest, path);
  }
  const frame = frames.at(-1 - depth);
  if (frame === undefined)
    return unknown(`‘${path.written}’에서 ../가 바깥 묶음보다 많습니다.`, `../는 ${frames.length - 1}번까지`);
  return follow(frame.value, parts, path);
}

function datum(name: string, { index, count }: { readonly index: number; readonly count: number }) {
  const data: Readonly<Record<string, TemplateValue>> = {
    index: { kind: 'position', number: index },
    first: { kind: 'truth', isTrue: index === 0 },
    last: { kind: 'truth', isTrue: index === count - 1 },
  };
  return Object.hasOwn(data, name) ? data[name] : undefined;
}

function follow(from: TemplateValue, parts: readonly string[], path: ValuePath): Found {
  let value = from;
  for (const part of parts) {
    if (value.kind !== 'thing')
      return unknown(
        korean`‘${path.written}’의 앞에는 ‘${part}’이(가) 없습니다.`,
        '{{this}}나 값 하나의 이름',
      );
    const { noun, name, fields }: Thing = value;
    const next: ReturnType<Thing['at']> = value.at(part);
    if (next === 'absent')
      return {
        kind: 'absent',
        rule: 'absent-value',
        message: korean`${noun} ‘${name}’에는 ‘${part}’이(가) 적혀 있지 않습니다.`,
        expected: `자료에 적거나, 없어도 되면 {{#if ${path.written}}} … {{/if}} 안에`,
      };
    if (next === 'unknown') {
      const [only] = parts;
      if (parts.length === 1 && only !== undefined && isHelperName(only))
        return {
          kind: 'unknown',
          rule: 'helper-arguments',
          message: `${only}의 인자가 맞지 않습니다.`,
          expected: HELPERS[only].form,
        };
      const near = nearestOf(part, [...fields, ...(parts.length === 1 ? Object.keys(HELPERS) : [])]);
      return unknown(
        korean`${noun}에는 값이나 도우미 ‘${part}’이(가) 없습니다.`,
        near === undefined ? fields.join(', ') : `${near} (${noun}의 값: ${fields.join(', ')})`,
      );
    }
    value = next;
  }
  return { value };
}

function unknown(message: string, expected: string): NoValue {
  return { kind: 'unknown', rule: 'unknown-helper', message, expected };
}
