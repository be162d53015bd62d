// Conflict, changes from outside, refusals, read-only and the program's end -> the notes above the screen.
import type { JSX } from 'preact';
import { conflict, faults, isGone, openPlan, plan } from '../state/store.ts';
import { Faults, Note } from './note.tsx';

export function Bars(): JSX.Element {
  const state = plan.value;
  const readOnly = state?.card.readOnly;
  return (
    <div class="bars">
      {isGone.value && <Ended saved={state?.saved} />}
      {readOnly !== undefined && (
        <Note tone="warning">
          <p class="b">지금은 보기만 할 수 있습니다.</p>
          <p>{readOnly}</p>
        </Note>
      )}
      {conflict.value !== undefined && (
        <Note
          tone="warning"
          buttons={
            <button
              type="button"
              class="btn"
              onClick={() => {
                conflict.value = undefined;
              }}
            >
              새 값 보기
            </button>
          }
        >
          <p class="b">그 사이 다른 곳에서 바뀌어 넣지 않았습니다.</p>
          <p>{conflict.value} 화면은 새 값으로 바꾸었습니다. 보고 다시 하십시오.</p>
        </Note>
      )}
      {state?.outside !== undefined && (
        <Note
          tone="info"
          buttons={
            <button type="button" class="btn second" onClick={() => void openPlan(state.card.plan)}>
              받기
            </button>
          }
        >
          <p class="b">이 화면 밖에서 바뀌었습니다.</p>
          <p>{state.outside}</p>
        </Note>
      )}
      <Faults faults={faults.value} />
    </div>
  );
}

function Ended({ saved }: { readonly saved: string | undefined }): JSX.Element {
  return (
    <Note tone="error">
      <p class="b">일자리가 꺼져 더 고칠 수 없습니다.</p>
      <p>
        {saved !== undefined && `${saved}. `}
        여기까지 고친 것은 모두 남아 있습니다. 바탕 화면의 ‘일자리’를 두 번 누르면 이 화면으로 돌아옵니다.
      </p>
    </Note>
  );
}
