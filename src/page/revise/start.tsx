// A file that was dropped, or none yet -> what it changes, or how to begin.
import type { JSX } from 'preact';
import type { DropChange, Dropped, Fault } from '../../serve/api.ts';
import { DropZone } from '../frame/drop-zone.tsx';
import { Faults, Note } from '../frame/note.tsx';
import { dropped, leaveDropped, waiting } from '../state/dropped.ts';
import { go, plan } from '../state/store.ts';

export function Start({ taken }: { readonly taken: Dropped | undefined }): JSX.Element {
  if (taken === undefined) return <Begin />;
  const changes = 'changes' in taken ? taken.changes : [];
  return (
    <>
      <Note
        tone={TONES[taken.kind]}
        buttons={
          <button type="button" class="btn" onClick={() => void leaveDropped()}>
            {waiting.value.length > 0 ? '다음 파일 보기' : '다른 파일 놓기'}
          </button>
        }
      >
        <p class="b">{taken.words}</p>
        {taken.kind !== 'refused' && <p>아직 아무것도 바꾸지 않았습니다.</p>}
        {waiting.value.length > 0 && <p>함께 놓은 파일 {waiting.value.length}개는 이어서 하나씩 보입니다.</p>}
      </Note>
      <Faults faults={taken.faults.filter(({ severity }) => severity === 'error')} />
      {'changes' in taken && changes.length > 0 && <Preview changes={changes} totals={taken.totals} />}
      <Remarks faults={taken.faults.filter(({ severity }) => severity !== 'error')} />
    </>
  );
}

const TONES = { edition: 'info', fill: 'info', unchanged: 'warning', refused: 'error' } as const;

function Begin(): JSX.Element {
  const hasFiles = plan.value?.card.stages.some(({ name }) => name === 'publish') === true;
  return (
    <div class="begin">
      <DropZone
        title="고친 예산표나 목표표를 여기에 놓아 주세요"
        words="무엇이 어떻게 바뀌는지 먼저 보여 드립니다. 보고 나서 만들기 전에는 아무것도 바뀌지 않습니다."
        isMain
        onDropped={(found) => {
          dropped.value = found;
        }}
      />
      <ol class="how">
        <li>
          <b class="b">엑셀을 엽니다.</b> 공시 화면에서 예산표나 목표표를 열고 다른 이름으로 저장합니다.{' '}
          {hasFiles && (
            <button type="button" class="btn quiet" onClick={() => go('publish')}>
              공시 화면으로
            </button>
          )}
        </li>
        <li>
          <b class="b">바뀐 칸만 고칩니다.</b> 소계와 총계는 스스로 바뀝니다.
        </li>
        <li>
          <b class="b">저장해 여기에 놓습니다.</b> 칸마다 앞의 값과 새 값을 견주어 보입니다.
        </li>
      </ol>
    </div>
  );
}

/** What is told beside the changes and stops nothing. */
function Remarks({ faults }: { readonly faults: readonly Fault[] }): JSX.Element | null {
  if (faults.length === 0) return null;
  return (
    <details class="card remarks">
      <summary>함께 알아 둘 것 {faults.length}가지</summary>
      <ul>
        {faults.map(({ message, where }) => (
          <li key={`${where}${message}`}>
            {where} {message}
          </li>
        ))}
      </ul>
    </details>
  );
}

interface PreviewProps {
  readonly changes: readonly DropChange[];
  readonly totals: readonly DropChange[];
}

function Preview({ changes, totals }: PreviewProps): JSX.Element {
  return (
    <section aria-labelledby="preview">
      <h2 id="preview">바뀌는 것 {changes.length}곳</h2>
      <table class="grid preview">
        <thead>
          <tr>
            <th scope="col">무엇</th>
            <th scope="col">단위</th>
            {['앞의 값', '새 값', '증감'].map((words) => (
              <th key={words} scope="col" class="amount">
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {changes.map((one, index) => (
            // Two of one name may change.
            <ChangeLine key={index} change={one} />
          ))}
        </tbody>
        {totals.length > 0 && (
          <tfoot>
            {totals.map((one) => (
              <ChangeLine key={one.words} change={one} />
            ))}
          </tfoot>
        )}
      </table>
    </section>
  );
}

function ChangeLine({
  change: { words, unit, before, after, change },
}: {
  readonly change: DropChange;
}): JSX.Element {
  return (
    <tr>
      <th scope="row">{words}</th>
      <td class="unit">{unit}</td>
      <td>{before}</td>
      <td class={before === after ? '' : 'changed'}>{after}</td>
      <td>{change}</td>
    </tr>
  );
}
