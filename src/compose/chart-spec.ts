// A chart template's text -> the Vega-Lite specification, or what is wrong with it.
import { korean } from '../diagnostic/particle.ts';
import { nearestOf } from '../figure/nearest.ts';
import { unsafePart } from './chart-bounds.ts';
import { dataNames, isObject } from './chart-data.ts';
import { jsonFault } from './json-fault.ts';
import type { Session } from './session.ts';
import type { TemplateFile } from './templates.ts';

export type Spec = Readonly<Record<string, unknown>>;

/** A colour of the theme, also inside an expression. */
const COLOUR = /theme:([A-Za-z0-9-]*)/gu;
/** A name of data: as a member, alone, or in an expression. */
const NAMED = /"name"\s*:\s*"([^"]*)"|"data"\s*:\s*"([^"]*)"|data\s*\(\s*(?:'|\\")([^'"\\]*)/gu;

/** A chart, and the names of the data that its declaration gives it. */
interface GivenData {
  readonly chart: string;
  readonly names: readonly string[];
}

/**
 * Parses the file. Undefined after a fault, which is told to the session: `chart-syntax`, `chart-unsafe`, `unknown-colour` for a colour that
 * the theme does not have, `unknown-table` for data of a name that the chart is not given, `chart-data` for data named by a text alone.
 */
export function chartSpec(session: Session, template: TemplateFile, given?: GivenData): Spec | undefined {
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

  const misnamed =
    given === undefined
      ? 0
      : dataFaults(session, spec, given, (name, rule, message, expected) => {
          fault(rule, placeNamed(text, name, rule === 'chart-data'), message, expected);
        });
  return unknownColours.length + misnamed === 0 ? withOwnData(text, spec, given) : undefined;
}

/** Tells of data that the specification names and neither holds nor is given; the number of such names. */
function dataFaults(
  { plan }: Session,
  spec: Spec,
  { chart, names }: GivenData,
  fault: (name: string, rule: string, message: string, expected: string) => void,
): number {
  const { used, bare, held } = dataNames(spec);
  for (const name of bare) {
    const message = korean`그림 ‘${chart}’의 그림틀에서 자료 ‘${name}’을(를) 이름만으로 적었습니다.`;
    fault(name, 'chart-data', message, `"data": { "name": ${JSON.stringify(name)} }`);
  }
  const known = [...names, ...held];
  const unknown = [...used].filter((name) => !known.includes(name));
  for (const name of unknown) {
    const message = korean`그림 ‘${chart}’의 그림틀이 쓰는 자료 ‘${name}’이(가) 이 그림에 없습니다.`;
    const near = nearestOf(name, known);
    const next = plan.tables.has(name)
      ? korean`charts.yaml의 tables에 ${name}을(를) 더하거나, `
      : near === undefined
        ? ''
        : `${near} 같은 이름, `;
    fault(name, 'unknown-table', message, `${next}이 그림의 자료 ${known.join(', ')} 가운데 하나`);
  }
  return bare.size + unknown.length;
}

/** Where data of this name are named, or `alone`; the beginning when the text has the name with escapes only. */
function placeNamed(text: string, name: string, alone: boolean): number {
  const named = [...text.matchAll(NAMED)].find(
    ([, ...names]) => (alone ? names[1] : names.join('')) === name,
  );
  return named?.index ?? 0;
}

/** The specification with its own `datasets` where they are named: the plan's tables take the place of the list. */
function withOwnData(text: string, spec: Spec, given: GivenData | undefined): Spec {
  const { datasets } = spec;
  if (!isObject(datasets)) return spec;
  return JSON.parse(text, (key, value: unknown) =>
    key === 'data' && isObject(value) && typeof value.name === 'string' && !given?.names.includes(value.name)
      ? { values: datasets[value.name], ...value }
      : value,
  );
}
