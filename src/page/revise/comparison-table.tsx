// Two editions compared -> 변경 대비표 as the council knows it; what did not change is folded away at first.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Comparison } from '../../serve/api.ts';
import { WholeToggle } from '../frame/whole-toggle.tsx';

type Row = Comparison['rows'][number];
type Cell = Row['cells'][number];

const BADGES = {
  changed: { words: '변경', tone: 'a' },
  added: { words: '신규', tone: 's' },
  ended: { words: '종료', tone: 'd' },
} as const;

export function ComparisonTable({ comparison }: { readonly comparison: Comparison }): JSX.Element {
  const [isWhole, setWhole] = useState(false);
  const { columns, rows } = comparison;
  const hasSame = rows.some(({ level, state }) => level === 'project' && state === 'same');
  const shown = isWhole ? rows : rows.filter(({ level, state }) => level === 'total' || state !== 'same');
  return (
    <>
      {hasSame && (
        <WholeToggle
          label="보일 사업"
          part="바뀐 것만"
          whole="글만 바뀐 것도"
          isWhole={isWhole}
          onWhole={setWhole}
        />
      )}
      <table class="grid comparison">
        <caption>변경 대비표</caption>
        <colgroup>
          <col class="name" />
        </colgroup>
        <thead>
          <tr>
            <th rowSpan={2} scope="col">
              구 분
            </th>
            {columns.map((column) => (
              <th key={column} colSpan={3} scope="colgroup">
                {column}
              </th>
            ))}
          </tr>
          <tr>{columns.map((column) => headsOf(column))}</tr>
        </thead>
        <tbody>
          {shown.map((row, index) => (
            // Rows of one name stand in different tasks.
            <Line key={index} row={row} />
          ))}
        </tbody>
      </table>
      <p class="xs sub">{!isWhole && '바뀌지 않은 줄은 접어 두었습니다. '}바뀐 칸은 하늘색이고 굵습니다.</p>
    </>
  );
}

/** Money has the council's words. */
function headsOf(column: string): readonly JSX.Element[] {
  const [before, after] = column.includes('예산') ? ['기정액', '경정액'] : ['변경 전', '변경 후'];
  return [before, after, '증감'].map((words) => (
    <th key={column + words} scope="col">
      {words}
    </th>
  ));
}

function Line({ row }: { readonly row: Row }): JSX.Element {
  const badge = row.level === 'project' && row.state !== 'same' ? BADGES[row.state] : undefined;
  return (
    <tr class={row.level}>
      <th scope="row">
        {row.name} {badge !== undefined && <span class={`badge ${badge.tone}`}>{badge.words}</span>}
      </th>
      {row.cells.map((cell, index) => cellsOf(cell, index, row.level))}
    </tr>
  );
}

function cellsOf(
  { before, after, change }: Cell,
  index: number,
  level: Row['level'],
): readonly JSX.Element[] {
  const isChanged = level === 'project' && before !== after;
  return [
    <td key={`${index} before`}>{before}</td>,
    <td key={`${index} after`} class={isChanged ? 'changed' : ''}>
      {after}
    </td>,
    <td key={`${index} change`}>{change}</td>,
  ];
}
