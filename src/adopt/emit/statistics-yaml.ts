// A table draft -> statistics/<table>.yaml.
import { type CellDraft, type LineDraft, leafIds, leavesOf, type TableDraft } from '../table/table-draft.ts';
import { flowList, flowMap, yamlText } from './yaml-text.ts';

/** `relations`: by the cells that they are about. */
export function statisticsYaml(
  draft: TableDraft,
  relations: readonly (readonly [cells: string, relation: string])[] = [],
): string {
  const { id, caption, unitLine, corner, labels, shortPeriods, unit, columns, rows, cells } = draft;
  const optional = (key: string, value: string | undefined) =>
    value === undefined ? [] : [`${key}: ${value}`];
  const ids = leafIds(rows);
  const dense = leavesOf(rows).length > DENSE;
  return [
    `id: ${id}`,
    ...optional('caption', caption === undefined ? undefined : yamlText(caption)),
    ...optional('unit-line', unitLine === undefined ? undefined : yamlText(unitLine)),
    `corner: ${yamlText(corner)}`,
    ...(labels ? [] : ['labels: false']),
    ...(dense ? ['density: dense'] : []),
    ...(shortPeriods ? ['period-labels: short'] : []),
    ...optional('unit', unit === undefined ? undefined : yamlText(unit)),
    'columns:',
    ...linesOf(columns, 'columns', 1),
    'rows:',
    ...linesOf(rows, 'rows', 1),
    'cells:',
    ...cells.map((row, y) => `  ${ids[y]}: ${flowList(row.map(cellText))}`),
    ...(relations.length === 0 ? [] : ['relations:']),
    ...relations.map(([at, relation]) => `  '${at}': ${relation}`),
    '',
  ].join('\n');
}

/** A table of more rows is set closer. */
const DENSE = 20;

function linesOf(lines: readonly LineDraft[], key: 'rows' | 'columns', depth: number): readonly string[] {
  const indent = '  '.repeat(depth);
  return lines.flatMap((line) => {
    const own: readonly (readonly [string, string | undefined])[] = [
      ['id', line.id],
      ['label', line.label === undefined ? undefined : yamlText(line.label)],
      ['period', line.period === undefined ? undefined : String(line.period)],
      ['emphasis', line.emphasis],
      ['unit', line.unit === undefined ? undefined : yamlText(line.unit)],
      ['digits', line.digits === undefined ? undefined : String(line.digits)],
      ['kind', line.isText === true ? 'text' : undefined],
      ['merge', line.isMerged === true ? 'true' : undefined],
      ['with-unit', line.withUnit === true ? 'true' : undefined],
    ];
    if (line.children.length === 0) return [`${indent}- ${flowMap(own)}`];
    const said = own.flatMap(([name, value]) => (value === undefined ? [] : `${name}: ${value}`));
    return [
      ...said.map((text, index) => `${indent}${index === 0 ? '- ' : '  '}${text}`),
      `${indent}  ${key}:`,
      ...linesOf(line.children, key, depth + 2),
    ];
  });
}

function cellText(cell: CellDraft): string {
  switch (cell.kind) {
    case 'empty':
      return '~';
    case 'nil':
      return "'-'";
    case 'text': {
      const across = cell.across > 1 ? String(cell.across) : undefined;
      const text = yamlText(cell.text);
      return across !== undefined || cell.inNumbers
        ? flowMap([
            ['text', text],
            ['across', across],
          ])
        : text;
    }
    case 'number': {
      const { value, as, bold, withUnit, unit } = cell;
      if (as === undefined && !bold && !withUnit && unit === undefined) return value;
      return flowMap([
        ['value', value],
        ['as', as === undefined ? undefined : `'${as}'`],
        ['bold', bold ? 'true' : undefined],
        ['with-unit', withUnit ? 'true' : undefined],
        ['unit', unit === undefined ? undefined : yamlText(unit)],
      ]);
    }
  }
}
