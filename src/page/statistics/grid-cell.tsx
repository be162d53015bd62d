// A cell of a grid -> its element: a head, a text, or a number in one of its states.
import type { JSX, RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import type { StatisticsCell } from '../../serve/api-statistics.ts';
import type { NumberCell } from './layout.ts';

interface GridCellProps {
  readonly printed: StatisticsCell;
  readonly number: NumberCell | undefined;
  readonly isTop: boolean;
  readonly isHere: boolean;
  readonly isInRange: boolean;
  /** What is on its way. */
  readonly draft: string | undefined;
  readonly refused: { readonly text: string; readonly why: string } | undefined;
  readonly field: RefObject<HTMLInputElement | null> | undefined;
  readonly isWaiting: boolean;
  readonly isFixed: boolean;
  readonly onInput: () => void;
  readonly onLeave: () => void;
  readonly onSelect: (isRange: boolean) => void;
  readonly onOpen: () => void;
}

const STATES = { typed: '', missing: '빈 칸', computed: '셈하는 칸', stated: '공시한 값' } as const;
const SIDES = { left: 'left-side', center: 'middle', right: '' } as const;
const WHY = 'why-refused';

export function GridCell(props: GridCellProps): JSX.Element {
  const { printed, number, isTop, isHere, isInRange, draft, refused, onSelect, onOpen } = props;
  const { colSpan, rowSpan, isHead, isStrong, align, text } = printed;
  if (number === undefined && isHead) {
    const scope = isTop ? (colSpan > 1 ? 'colgroup' : 'col') : rowSpan > 1 ? 'rowgroup' : 'row';
    return (
      <th colSpan={colSpan} rowSpan={rowSpan} scope={scope} class={isStrong ? 'strong' : ''}>
        {text}
      </th>
    );
  }
  const classes = [SIDES[align], isStrong ? 'strong' : ''];
  if (number === undefined)
    return (
      <td colSpan={colSpan} rowSpan={rowSpan} class={[...classes, 'plain'].join(' ')}>
        {text}
      </td>
    );
  const { figure } = number;
  const shown = refused?.text ?? draft ?? (figure.state === 'missing' ? (figure.before ?? '') : text);
  const marks = [
    draft === undefined ? figure.state : 'draft',
    isHere ? 'on' : '',
    isInRange ? 'range' : '',
    refused ? 'refused' : '',
  ];
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: in a grid it is a cell of one.
    <td
      colSpan={colSpan}
      rowSpan={rowSpan}
      aria-selected={isHere || isInRange}
      class={[...classes, ...marks].filter(Boolean).join(' ')}
      onPointerDown={(event) => {
        if (!props.isWaiting && isHere) return;
        event.preventDefault();
        onSelect(event.shiftKey);
      }}
      onPointerEnter={(event) => event.buttons === 1 && onSelect(true)}
      onDblClick={onOpen}
    >
      {shown}
      {isHere && <Field {...props} number={number} />}
      {isHere && refused !== undefined && (
        <span id={WHY} class="why">
          {refused.why}
        </span>
      )}
    </td>
  );
}

/** Always under the selected cell; not seen until something is typed. */
function Field({
  number,
  printed,
  draft,
  refused,
  field,
  isWaiting,
  isFixed,
  onInput,
  onLeave,
}: GridCellProps & { readonly number: NumberCell }): JSX.Element {
  const { name, figure } = number;
  const { state, unit, value, before, formula } = figure;
  const label = [
    name,
    state === 'missing' ? '' : `${printed.text}${unit}`,
    STATES[state],
    formula === undefined ? '' : `셈: ${formula}`,
    before === undefined ? '' : `지난해 ${before}${unit}`,
  ];
  const text = refused?.text ?? draft ?? value;
  // Another text where the cell has another; not while somebody types.
  useLayoutEffect(() => {
    const input = field?.current;
    if (!isWaiting || !input) return;
    input.value = text;
    if (document.activeElement === input) input.select();
  }, [text, isWaiting]);
  return (
    <input
      ref={field ?? null}
      type="text"
      autocomplete="off"
      spellcheck={false}
      class={isWaiting ? 'waits' : ''}
      defaultValue={text}
      readOnly={isFixed}
      aria-label={label.filter(Boolean).join(', ')}
      aria-invalid={refused !== undefined}
      aria-describedby={refused === undefined ? undefined : WHY}
      onInput={onInput}
      onCompositionStart={onInput}
      onFocus={(event) => isWaiting && event.currentTarget.select()}
      onBlur={onLeave}
    />
  );
}
