// A table as printed -> a grid of its cells: one is selected and has a field under it, so that the first letter of Hangul is not lost.
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { StatisticsCell, StatisticsTable } from '../../serve/api-statistics.ts';
import { goingRound } from '../frame/going-round.ts';
import { onStep } from '../frame/keys.ts';
import { Note } from '../frame/note.tsx';
import { redo, undo } from '../state/store.ts';
import { asHtml, blockOf, tabbed } from './clipboard.ts';
import { GridCell } from './grid-cell.tsx';
import { keyOf } from './grid-keys.ts';
import { after, besides, between, layoutOf, type NumberCell, textsOf } from './layout.ts';
import { readPaste } from './paste.ts';
import { useTyping } from './typing.ts';

/** Waiting for a key; typed over, so that arrows leave it; opened, so that arrows move in it. */
type Mode = 'waits' | 'typed' | 'opened';

interface GridProps {
  readonly table: StatisticsTable;
  readonly isOff: boolean;
}

export function Grid({ table, isOff }: GridProps): JSX.Element {
  const layout = useMemo(() => layoutOf(table), [table]);
  const first = layout.numbers.find(({ figure }) => figure.state === 'missing') ?? layout.numbers[0];
  const [chosen, setChosen] = useState<{
    readonly cell?: string | undefined;
    readonly anchor?: string | undefined;
  }>({});
  const [mode, showMode] = useState<Mode>('waits');
  // What is true at once, for who is called later by an earlier picture of the grid.
  const modeNow = useRef<Mode>('waits');
  const setMode = (next: Mode): void => {
    modeNow.current = next;
    showMode(next);
  };
  const field = useRef<HTMLInputElement>(null);
  // The field of the cell that is gone to takes the focus, once somebody is in the table.
  const isIn = useRef(false);
  const here = layout.of(chosen.cell) ?? first;
  const anchor = layout.of(chosen.anchor) ?? here;
  const range = here === undefined || anchor === undefined ? [] : between(layout, anchor, here);
  const typing = useTyping(table, (cell) => {
    if (modeNow.current === 'waits') setChosen({ cell });
  });
  const { drafts, refused, told } = typing;
  const cell = here?.figure.cell ?? '';
  useLayoutEffect(() => {
    if (!isIn.current) return;
    field.current?.focus({ preventScroll: true });
    field.current?.closest('td')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    if (mode === 'waits') field.current?.select();
  }, [cell, mode === 'waits']);
  const select = (next: NumberCell | undefined, isRange = false): void => {
    if (next === undefined) return;
    isIn.current = true;
    if (next === here) field.current?.focus({ preventScroll: true });
    setMode('waits');
    setChosen({ cell: next.figure.cell, anchor: isRange ? anchor?.figure.cell : undefined });
  };
  const isFixed = isOff || here?.figure.state === 'computed';
  const commit = (): void => {
    const text = field.current?.value.trim() ?? '';
    if (modeNow.current === 'waits' || here === undefined) return;
    setMode('waits');
    if (text !== (refused.get(cell)?.text ?? drafts.get(cell) ?? here.figure.value))
      typing.send({ cells: [{ cell, text }] });
  };
  const clear = (): void => {
    const known = range.filter(({ figure }) => ['typed', 'stated'].includes(figure.state));
    if (!isOff)
      typing.send({
        cells: known.map(({ figure }) => ({ cell: figure.cell, text: '' })),
        ...(known.length > 1 && { words: `${known.length}칸을 비웠습니다.` }),
      });
  };
  useEffect(
    () =>
      onStep((by) => {
        const others = goingRound(layout.numbers, here, by);
        select(others.find(({ figure }) => figure.state === 'missing'));
      }),
    [layout, cell],
  );
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing || here === undefined) return;
    const key = keyOf(event, mode !== 'opened');
    if (key === undefined) return;
    if (key.kind === 'escape') {
      if (mode === 'waits' && !refused.has(cell)) return;
      if (field.current !== null) field.current.value = here.figure.value;
      typing.forget(cell);
      setMode('waits');
    } else if (key.kind === 'move') {
      commit();
      select(besides(layout, here, key.step, key.toEdge), key.isRange);
    } else if (key.kind === 'next') {
      const next = after(layout, here, key.by);
      commit();
      // From the last cell Tab goes on to what stands behind the table.
      if (next === undefined) return;
      select(next);
    } else if (mode !== 'waits') return;
    else if (key.kind === 'open') {
      if (!isFixed) setMode('opened');
      field.current?.setSelectionRange(field.current.value.length, field.current.value.length);
    } else if (key.kind === 'clear') clear();
    else if (key.kind === 'undo') undo();
    else redo();
    event.preventDefault();
    event.stopPropagation();
  };
  const copy = (event: ClipboardEvent): void => {
    if (mode !== 'waits') return;
    const block = textsOf(layout, range);
    event.clipboardData?.setData('text/plain', tabbed(block));
    event.clipboardData?.setData('text/html', asHtml(block));
    event.preventDefault();
    if (event.type === 'cut') clear();
  };
  const paste = (event: ClipboardEvent): void => {
    if (mode !== 'waits' || here === undefined) return;
    event.preventDefault();
    const data = event.clipboardData;
    const block = blockOf(data?.getData('text/html') ?? '', data?.getData('text/plain') ?? '');
    const from = range.reduce(
      (one, other) => (other.row <= one.row && other.column <= one.column ? other : one),
      here,
    );
    if (!isOff) typing.send(readPaste(block, layout, from));
  };
  const rowOf = (row: readonly StatisticsCell[], index: number): JSX.Element => (
    <tr key={index}>
      {row.map((printed) => {
        const number = printed.figure && layout.of(printed.figure.cell);
        const isHere = number !== undefined && number === here;
        return (
          <GridCell
            key={printed.column}
            printed={printed}
            number={number}
            isTop={index < table.headerRows}
            isHere={isHere}
            isInRange={range.length > 1 && number !== undefined && range.includes(number)}
            draft={number && drafts.get(number.figure.cell)}
            refused={number && refused.get(number.figure.cell)}
            field={isHere ? field : undefined}
            isWaiting={mode === 'waits'}
            isFixed={isFixed}
            onInput={() => mode === 'waits' && setMode('typed')}
            onLeave={commit}
            onSelect={(isRange) => {
              if (isHere && mode !== 'waits') return;
              commit();
              select(number, isRange);
            }}
            onOpen={() => !isFixed && setMode('opened')}
          />
        );
      })}
    </tr>
  );
  return (
    <>
      {told !== undefined && (
        <Note
          tone={told.isDone ? 'info' : 'error'}
          buttons={
            told.isDone ? (
              <button type="button" class="btn" onClick={undo}>
                되돌리기
              </button>
            ) : undefined
          }
        >
          <p>{told.words}</p>
        </Note>
      )}
      <p class="about sub">{here !== undefined && <About number={here} isOff={isOff} />}</p>
      {table.unitLine !== '' && <p class="units xs sub">{table.unitLine}</p>}
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that keys move in.
        role="grid"
        class="grid stats"
        aria-label={table.title}
        aria-readonly={isOff}
        onKeyDown={onKeyDown}
        onCopy={copy}
        onCut={copy}
        onPaste={paste}
        onFocusIn={() => {
          isIn.current = true;
        }}
      >
        {table.headerRows > 0 && <thead>{table.rows.slice(0, table.headerRows).map(rowOf)}</thead>}
        <tbody>
          {table.rows.slice(table.headerRows).map((row, index) => rowOf(row, index + table.headerRows))}
        </tbody>
      </table>
    </>
  );
}

/** What is to be known of the selected cell. */
function About({
  number: { name, figure },
  isOff,
}: {
  readonly number: NumberCell;
  readonly isOff: boolean;
}): JSX.Element {
  const { state, formula, before, unit } = figure;
  return (
    <>
      <b class="b">{name}</b> ({unit})
      {state === 'computed' && ` · 셈하는 칸이라 적지 않습니다. 바탕이 되는 칸을 고치면 따라 바뀝니다.`}
      {state === 'stated' && ' · 셈이 있는 칸에 공시한 값을 적어 두었습니다.'}
      {state === 'missing' && !isOff && ' · 빈 칸입니다. 바로 적거나 엑셀에서 복사해 붙입니다.'}
      {formula !== undefined && ` 셈: ${formula}`}
      {before !== undefined && ` · 지난해 ${before}`}
    </>
  );
}
