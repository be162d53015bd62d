// Conflict, changes from outside, refusals, read-only and the program's end -> the notes above the screen.
import type { JSX } from 'preact';
import { conflict, faults, isGone, isUnknown, openPlan, plan } from '../state/store.ts';
import { Faults, Note } from './note.tsx';

export function Bars(): JSX.Element {
  const state = plan.value;
  const readOnly = state?.card.readOnly;
  return (
    <div class="bars">
      {isGone.value && isUnknown.value && <Unadmitted />}
      {isGone.value && !isUnknown.value && <Ended saved={state?.saved} />}
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

/** An address is good for one window, and for as long as the program runs that gave it. */
function Unadmitted(): JSX.Element {
  return (
    <Note tone="error">
      <p class="b">이 창에는 열쇠가 없어 계획을 보일 수 없습니다.</p>
      <p>
        같은 주소는 한 번만 열립니다. 먼저 열린 창이 있으면 그 창에서 이어서 하고, 없으면 ‘일자리’ 그림을 두
        번 누르거나 열 때 쓴 명령을 다시 내려 새 창을 여십시오.
      </p>
    </Note>
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
