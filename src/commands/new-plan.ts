// The pattern of a plan, the name of its folder and a year -> the files of a new plan, in memory.

import path from 'node:path';
import { isMap, isScalar, visit } from 'yaml';
import { isDeviceName, isId } from '../figure/address.ts';
import { escaped } from '../plan/literal.ts';
import { madeId } from '../plan/made-id.ts';
import { LOWEST_TIER, type OfficeKind } from '../plan/office.ts';
import { renewHead } from '../revise/next-year/renew-head.ts';
import { openYaml, plain, quoted, stringAt, yamlText } from '../revise/yaml-edit.ts';
import { withSchemas } from './data-schemas.ts';
import type { OutputFile } from './sources.ts';

/** Of a plan whose folder's name has no Roman letters. */
const OTHERWISE = 'jobs-plan';
const LONGEST = 60;

/** What is said of the plan; the rest is the pattern's. */
export interface NewHead {
  readonly issuer?: string;
  readonly office?: OfficeKind;
  readonly year?: number;
  /** How many years it is made for, its own the first. */
  readonly term?: number;
}

interface NewPlan {
  readonly id: string;
  readonly files: readonly OutputFile[];
}

/** The pattern's files as they are, but for the plan's id, which follows from the folder's name, and what is said of it. */
export function newPlan(
  pattern: ReadonlyMap<string, Uint8Array>,
  folder: string,
  head: NewHead = {},
): NewPlan {
  const id = newPlanId(folder);
  const term = termOf(pattern, head);
  const isLowest = head.office !== undefined && LOWEST_TIER.has(head.office);
  const files = [...pattern].map(([name, bytes]) => ({
    name,
    bytes:
      name === 'plan.yaml'
        ? withHead(bytes, id, head, term)
        : term !== undefined && Object.hasOwn(TITLED, name)
          ? withTitle(bytes, termTitle(term, TITLED[name] ?? ''))
          : isLowest && name.endsWith('.yaml')
            ? withoutBelow(bytes)
            : bytes,
  }));
  return { id, files: withSchemas(files) };
}

/** Its first and last year; undefined where it is not made for several. */
type Term = readonly [number, number];

function termOf(pattern: ReadonlyMap<string, Uint8Array>, { year, term }: NewHead): Term | undefined {
  if (term === undefined) return undefined;
  const { root } = openYaml(new TextDecoder().decode(pattern.get('plan.yaml')));
  const first = year ?? Number(stringAt(root, 'year'));
  return [first, first + term - 1];
}

function withHead(
  bytes: Uint8Array,
  id: string,
  { issuer, office, year }: NewHead,
  term: Term | undefined,
): Uint8Array {
  const { document, root } = openYaml(new TextDecoder().decode(bytes));
  renewHead(root, id, year);
  if (issuer !== undefined) root.set('issuer', quoted(escaped(issuer)));
  if (office !== undefined) root.set('office', plain(office));
  if (term !== undefined) {
    root.set(plain('term'), plain(term.join('-')));
    root.set('title', quoted(termTitle(term, ' ')));
  }
  return new TextEncoder().encode(yamlText(document));
}

/** Without the money of those below: what nobody else pays is the office's own. */
function withoutBelow(bytes: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(bytes);
  if (!/\bdistrict\b/.test(text)) return bytes;
  const { document } = openYaml(text);
  visit(document, {
    Map: (_, node) => (stringAt(node, 'id') === 'district' ? visit.REMOVE : undefined),
    Pair(_, { key }, path) {
      const around = path.at(-1);
      if (!isScalar(key) || key.value !== 'district') return undefined;
      if (!isMap(around) || around.items.length > 1) return visit.REMOVE;
      key.value = 'province';
      return undefined;
    },
  });
  return new TextEncoder().encode(yamlText(document));
}

/** The files that have the title too, and what stands between its parts: the cover has it in two lines. */
const TITLED: Readonly<Record<string, string>> = { 'cover.yaml': '\n', 'colophon.yaml': ' ' };

function withTitle(bytes: Uint8Array, title: string): Uint8Array {
  const { document, root } = openYaml(new TextDecoder().decode(bytes));
  root.set('title', quoted(title));
  return new TextEncoder().encode(yamlText(document));
}

/** Its years as they are, which stay the same in each next year's plan. */
function termTitle(term: Term, between: string): string {
  return `${term.join('~')}년 일자리대책${between}종합계획`;
}

/** The name of the folder where it can be an id, else in Roman letters. Names of which nothing is left there are told apart by their characters. */
export function newPlanId(folder: string): string {
  const name = path.basename(folder).normalize('NFC');
  if (isId(name) && !isDeviceName(name)) return name;
  const codes = [...name].map((letter) => (letter.codePointAt(0) ?? 0).toString(16));
  const otherwise = [OTHERWISE, ...codes].join('-').slice(0, LONGEST).replace(/-$/, '');
  return madeId(name, otherwise, isDeviceName);
}
