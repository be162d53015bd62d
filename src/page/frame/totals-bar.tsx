// The plan's totals, whether all is saved, and the last change -> the bar at the bottom.
import type { JSX } from 'preact';
import type { Total } from '../../serve/api.ts';
import { isChanging, isReadOnly, pane, plan, redo, togglePane, undo } from '../state/store.ts';
import { Icon } from './icon.tsx';

export function TotalsBar(): JSX.Element {
  const state = plan.value;
  return (
    <footer class="totals">
      {state !== undefined && (
        <>
          <dl>
            {state.totals.map((total) => (
              <TotalCell key={total.label} total={total} />
            ))}
          </dl>
          <div class="state">
            {isChanging.value ? (
              <span class="row">
                <span class="spinner" /> 저장하고 있습니다
              </span>
            ) : (
              <span class="saved">
                <Icon name="check" /> {state.saved}
              </span>
            )}
            <div class="undo">
              <Step words="되돌리기" what={state.undo} keys="Ctrl Z" run={undo} icon="undo" />
              <Step words="다시 하기" what={state.redo} run={redo} icon="redo" />
            </div>
            <button
              type="button"
              class="btn"
              aria-expanded={pane.value === 'changes'}
              onClick={() => togglePane('changes')}
            >
              바뀐 내역 {state.changeCount}
            </button>
          </div>
        </>
      )}
    </footer>
  );
}

function TotalCell({ total }: { readonly total: Total }): JSX.Element {
  const { label, value, unit, change } = total;
  return (
    <div class="t">
      <dt>{label}</dt>
      <dd>
        {value}
        {unit}
        {change !== undefined && (
          <small>
            지난 판보다 <span class={change.startsWith('△') ? 'down' : 'up'}>{change + unit}</span>
          </small>
        )}
      </dd>
    </div>
  );
}

interface StepProps {
  readonly words: string;
  readonly what: string | undefined;
  readonly keys?: string;
  readonly icon: 'undo' | 'redo';
  readonly run: () => void;
}

/** The one with keys has its words on it, the other its sign alone. */
function Step({ words, what, keys, icon, run }: StepProps): JSX.Element {
  const isOff = what === undefined || isReadOnly.value || isChanging.value;
  return (
    <button
      type="button"
      class="btn"
      aria-disabled={isOff}
      aria-label={keys === undefined ? [words, what ?? '없음'].join(': ') : undefined}
      title={what === undefined ? words : `${words}: ${what}`}
      onClick={() => !isOff && run()}
    >
      <Icon name={icon} />
      {keys !== undefined && (
        <>
          {words} <b>{what}</b> <kbd>{keys}</kbd>
        </>
      )}
    </button>
  );
}
