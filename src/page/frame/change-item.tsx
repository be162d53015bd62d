// A change of the plan -> a line that says it, with the way back where it is the newest.
import type { JSX } from 'preact';
import type { ChangeLine } from '../../serve/api.ts';
import { undo } from '../state/store.ts';

interface ChangeItemProps {
  readonly line: ChangeLine;
  readonly canUndo: boolean;
}

export function ChangeItem({ line, canUndo }: ChangeItemProps): JSX.Element {
  const { words, when, who, isUndone } = line;
  return (
    <li class="row between">
      <div class={isUndone ? 'undone grow' : 'grow'}>
        <p>{words}</p>
        <p class="xs sub">
          {when} {who}
          {isUndone && ' · 되돌림'}
        </p>
      </div>
      {canUndo && (
        <button type="button" class="btn quiet" onClick={undo}>
          되돌리기
        </button>
      )}
    </li>
  );
}
