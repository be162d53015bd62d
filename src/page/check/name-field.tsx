// Who decides -> a field that is filled once, folded away behind the name that it holds.
import { signal } from '@preact/signals';
import type { JSX } from 'preact';
import { plans } from '../state/store.ts';

/** As typed in this window; undefined before. */
const typed = signal<string | undefined>(undefined);

/** What decisions are signed with; empty for the user's name on this computer. */
export function decider(): string {
  return (typed.value ?? plans.value?.by ?? '').trim();
}

export function NameField(): JSX.Element {
  return (
    <details class="field">
      <summary>정하는 사람: {decider() || '이 컴퓨터의 사용자 이름'}</summary>
      <input
        type="text"
        class="input"
        aria-label="정하는 사람"
        aria-describedby="decider-help"
        maxLength={100}
        value={typed.value ?? plans.value?.by ?? ''}
        onInput={(event) => {
          typed.value = event.currentTarget.value;
        }}
      />
      <p id="decider-help" class="xs sub">
        한 번 적어 두면 다음에도 이 이름으로 남습니다. 비워 두면 이 컴퓨터의 사용자 이름으로 남습니다.
      </p>
    </details>
  );
}
