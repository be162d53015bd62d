// A chart template's text -> the Vega-Lite specification, or what is wrong with it.
import { korean } from '../diagnostic/particle.ts';
import { nearestOf } from '../figure/nearest.ts';
import { unsafePart } from './chart-bounds.ts';
import { jsonFault } from './json-fault.ts';
import type { Session } from './session.ts';
import type { TemplateFile } from './templates.ts';

export type Spec = Readonly<Record<string, unknown>>;

/** A colour of the theme, also inside an expression. */
const COLOUR = /theme:([A-Za-z0-9-]*)/gu;

/**
 * Parses the file. Undefined after a fault, which is told to the session: `chart-syntax`, `chart-unsafe`, `unknown-colour` for a colour that
 * the theme does not have, `unknown-table` for data of a name that is not among `datasets`.
 */
export function chartSpec(
  session: Session,
  template: TemplateFile,
  datasets: readonly string[],
): Spec | undefined {
  const { file, text } = template;
  const placeOf = (offset: number) => {
    const before = text.slice(0, offset).split('\n');
    return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  };
  const fault = (rule: string, offset: number, message: string, expected: string) =>
    session.fault({ rule, message, expected, place: placeOf(offset) });

  const broken = jsonFault(text);
  const spec: unknown = broken === undefined ? JSON.parse(text) : undefined;
  if (!isObject(spec)) {
    const message = '그림틀의 JSON 문법이 맞지 않습니다.';
    fault('chart-syntax', broken ?? 0, message, '{…}로 적은 Vega-Lite 그림틀');
    return undefined;
  }

  const unsafe = unsafePart(spec);
  if (unsafe !== undefined) {
    const quoted = JSON.stringify(unsafe.key);
    const offset = Math.max(0, text.indexOf(quoted));
    fault(
      'chart-unsafe',
      offset,
      `그림틀에 쓸 수 없는 것이 있습니다: ${quoted}. ${unsafe.message}`,
      unsafe.expected,
    );
    return undefined;
  }

  const { colours } = session.templates.theme;
  const unknownColours = [...text.matchAll(COLOUR)].filter(([, name = '']) => !Object.hasOwn(colours, name));
  for (const { 1: name = '', index } of unknownColours) {
    const expected = nearestOf(name, Object.keys(colours)) ?? Object.keys(colours).join(', ');
    fault('unknown-colour', index, korean`모양(theme.yaml)에 색 ‘${name}’이(가) 없습니다.`, expected);
  }

  const known = [...datasets, ...(isObject(spec.datasets) ? Object.keys(spec.datasets) : [])];
  const unknownData = [...new Set(dataNames(spec))].filter((name) => !known.includes(name));
  for (const name of unknownData) {
    const offset = text.search(
      new RegExp(`"name"\\s*:\\s*${JSON.stringify(name).replace(/[^\w"]/gu, '\\$&')}`, 'u'),
    );
    const message = korean`그림이 쓰는 자료 ‘${name}’이(가) charts.yaml의 tables에 없습니다.`;
    fault('unknown-table', Math.max(0, offset), message, nearestOf(name, known) ?? known.join(', '));
  }
  return unknownColours.length + unknownData.length === 0 ? spec : undefined;
}

/** The names of all data that the specification refers to and does not hold itself. */
function dataNames(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(dataNames);
  if (!isObject(node)) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    if (key === 'datasets') return [];
    if (key === 'data' && isObject(value) && typeof value.name === 'string')
      return 'values' in value ? [] : [value.name];
    return dataNames(value);
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
