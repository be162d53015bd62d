// Why it is decided so -> a field, with usual reasons to take.
import type { JSX } from 'preact';
import type { AnswerKind } from '../../serve/api.ts';

/** What is mostly written, by answer. */
const USUAL: Readonly<Record<AnswerKind, readonly string[]>> = {
  keep: ['공시한 그대로 둠', '담당 부서에 확인함', '다음 판에서 고침'],
  'print-computed': ['셈한 값이 맞음', '반올림을 바로잡음'],
  correct: ['잘못 적은 값을 고침', '담당 부서에 확인해 고침'],
  'not-a-fault': ['서로 다른 것을 말함', '원래 그렇게 부르는 이름', '출처의 값 그대로임'],
  omit: ['자료가 없어 싣지 않음', '올해는 해당이 없음'],
};

interface ReasonFieldProps {
  readonly kind: AnswerKind | undefined;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
}

export function ReasonField({ kind, reason, onReason }: ReasonFieldProps): JSX.Element {
  return (
    <div class="field">
      <label for="reason">사유</label>
      <input
        id="reason"
        type="text"
        class="input"
        value={reason}
        aria-describedby="reason-help"
        onInput={(event) => onReason(event.currentTarget.value)}
      />
      <p id="reason-help" class="xs sub">
        나중에 까닭을 물으면 이것을 봅니다. 비워 두면 고른 답이 사유가 됩니다.
      </p>
      <div class="usual">
        {(kind === undefined ? [] : USUAL[kind]).map((words) => (
          <button key={words} type="button" class="btn chip" onClick={() => onReason(words)}>
            {words}
          </button>
        ))}
      </div>
    </div>
  );
}
