// The open plan's statistics tables -> the screen on which their numbers are typed and pasted.
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { StatisticsTable, StatisticsTableLine, StatisticsTables } from '../../serve/api-statistics.ts';
import { Body } from '../frame/body.tsx';
import { Busy } from '../frame/busy.tsx';
import { Icon } from '../frame/icon.tsx';
import { Note } from '../frame/note.tsx';
import { base, isReadOnly } from '../state/store.ts';
import { useAsked } from '../state/use-asked.ts';
import { Grid } from './grid.tsx';

export function StatisticsScreen(): JSX.Element {
  const listed = useAsked<StatisticsTables>(`${base.value}/statistics`);
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const tables = listed?.tables ?? [];
  const shown =
    tables.find(({ table }) => table === chosen) ?? tables.find(({ missing }) => missing > 0) ?? tables[0];
  const first = shown?.table;
  // The table stays when its last empty cell is filled.
  useEffect(() => setChosen((now) => now ?? first), [first]);
  if (listed === undefined) return <Whole words="통계표를 읽고 있습니다" isBusy />;
  if (shown === undefined) return <Whole words="이 계획에는 숫자를 적을 통계표가 없습니다." />;
  return (
    <>
      <TableList tables={tables} shown={shown} onChoose={setChosen} />
      <Shown key={shown.table} line={shown} readOnly={listed.readOnly} />
    </>
  );
}

function Whole({ words, isBusy }: { readonly words: string; readonly isBusy?: boolean }): JSX.Element {
  return (
    <div class="pane">
      <div class="body">
        <h1>통계</h1>
        <p class="row" role="status">
          {isBusy === true && <span class="spinner" />} {words}
        </p>
      </div>
    </div>
  );
}

interface ListProps {
  readonly tables: readonly StatisticsTableLine[];
  readonly shown: StatisticsTableLine;
  readonly onChoose: (table: string) => void;
}

function TableList({ tables, shown, onChoose }: ListProps): JSX.Element {
  const empty = tables.reduce((sum, { missing }) => sum + missing, 0);
  const all = tables.reduce((sum, { count }) => sum + count, 0);
  const sections = [...new Set(tables.map(({ section }) => section))];
  return (
    <div class="pane white left">
      <div class="head between">
        <h2>표</h2>
        <span class="xs sub">
          빈 칸 {empty} / {all}
        </span>
      </div>
      <Body label="표 목록" class="body list">
        {sections.map((section) => (
          <div key={section}>
            {section !== '' && <h3 class="xs sub">{section}</h3>}
            <ul>
              {tables
                .filter((one) => one.section === section)
                .map(({ table, title, missing }) => (
                  <li key={table}>
                    <button
                      type="button"
                      class={table === shown.table ? 'line on' : 'line'}
                      aria-current={table === shown.table ? 'true' : undefined}
                      onClick={() => onChoose(table)}
                    >
                      <span class="grow">{title}</span>
                      <span class="xs sub nowrap">{missing > 0 ? `빈 칸 ${missing}` : '채움'}</span>
                    </button>
                  </li>
                ))}
            </ul>
          </div>
        ))}
      </Body>
    </div>
  );
}

interface ShownProps {
  readonly line: StatisticsTableLine;
  readonly readOnly: string | undefined;
}

function Shown({ line, readOnly }: ShownProps): JSX.Element {
  const table = useAsked<StatisticsTable>(`${base.value}/statistics/${line.table}`);
  return (
    <div class="pane">
      <div class="head">
        <div class="grow">
          <h1>{line.title}</h1>
          <p class="sub">
            {line.missing > 0
              ? `${line.count}칸 가운데 빈 칸 ${line.missing}`
              : `${line.count}칸을 모두 채웠습니다`}
          </p>
        </div>
        {line.missing > 0 && (
          <span class="sub nowrap">
            다음 빈 칸 <kbd>F8</kbd>
          </span>
        )}
      </div>
      <Body label="표">
        {readOnly !== undefined && (
          <Note tone="info">
            <p class="b">지금은 보기만 할 수 있습니다.</p>
            <p>{readOnly}</p>
          </Note>
        )}
        <ul class="row wrap xs sub legend" aria-label="칸의 모양">
          <li class="empty">빈 칸(지난해 값)</li>
          <li class="formula">셈하는 칸</li>
          <li>
            <Icon name="pencil" /> 바로 적거나 붙여넣기 <kbd>Ctrl V</kbd>
          </li>
        </ul>
        {table === undefined ? (
          <Busy words="표를 읽고 있습니다" />
        ) : (
          <Grid table={table} isOff={readOnly !== undefined || isReadOnly.value} />
        )}
      </Body>
    </div>
  );
}
