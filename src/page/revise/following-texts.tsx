// Findings about texts that an edition leaves behind -> a list with what to do.
import type { JSX } from 'preact';
import type { FindingCard } from '../../serve/api.ts';
import { Icon } from '../frame/icon.tsx';
import { Note } from '../frame/note.tsx';
import { go, wanted } from '../state/store.ts';

export function FollowingTexts({ texts }: { readonly texts: readonly FindingCard[] }): JSX.Element {
  if (texts.length === 0)
    return (
      <Note tone="done">
        <p>따라 고칠 글이 없습니다. 글의 숫자는 스스로 바뀌었습니다.</p>
      </Note>
    );
  return (
    <ul class="texts">
      {texts.map(({ finding, message, place, remedy, answers, binding }) => (
        <li key={finding} class="note w">
          <Icon name="pencil" />
          <div class="grow">
            <p class="b">{message}</p>
            <p class="sub">{place.words}</p>
            {remedy !== undefined && <p>{remedy}</p>}
            {binding !== undefined && <p>{binding}</p>}
          </div>
          {answers.length > 0 && (
            <button
              type="button"
              class="btn second"
              aria-label={`정하기: ${message}`}
              onClick={() => {
                wanted.value = finding;
                go('check');
              }}
            >
              정하기
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
