// What is done and what is left -> the list on the left, and the button that publishes once nothing is left.

import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Outputs } from '../../serve/api-jobs.ts';
import { Body } from '../frame/body.tsx';
import { Disc } from '../frame/icon.tsx';
import { Note } from '../frame/note.tsx';
import { openScreens } from '../frame/stage-bar.tsx';
import { go, isReadOnly, stamp } from '../state/store.ts';

interface ChecklistProps {
  readonly outputs: Outputs | undefined;
  readonly isBusy: boolean;
  readonly onFinal: () => void;
  readonly onPublish: (stamp: string, date: string) => void;
}

export function Checklist({ outputs, isBusy, onFinal, onPublish }: ChecklistProps): JSX.Element {
  const items = outputs?.checklist ?? [];
  const done = items.filter(({ isDone }) => isDone).length;
  return (
    <div class="pane white left">
      <div class="head">
        <div>
          <h1>공시하기 전에</h1>
          <p class="sub">
            {outputs === undefined
              ? '살펴보고 있습니다'
              : `${items.length}가지 가운데 ${done}가지를 마쳤습니다`}
          </p>
        </div>
      </div>
      <Body label="공시하기 전에 할 것">
        <ul class="checklist">
          {items.map(({ words, isDone, stage, button }) => (
            <li key={words} class="row">
              <Disc state={isDone ? 'done' : 'stopped'} />
              <span class={isDone ? 'grow b' : 'grow b down'}>
                {words}
                <span class="spoken">{isDone ? ' (마침)' : ' (남음)'}</span>
              </span>
              {stage !== undefined && button !== undefined && openScreens().includes(stage) && (
                <button
                  type="button"
                  class="btn second"
                  aria-label={`${button}: ${words}`}
                  onClick={() => go(stage)}
                >
                  {button}
                </button>
              )}
            </li>
          ))}
        </ul>
        {outputs !== undefined && (
          <Publish
            outputs={outputs}
            left={items.length - done}
            isBusy={isBusy}
            onFinal={onFinal}
            onPublish={onPublish}
          />
        )}
      </Body>
    </div>
  );
}

interface PublishProps extends Omit<ChecklistProps, 'outputs'> {
  readonly outputs: Outputs;
  readonly left: number;
}

function Publish({ outputs, left, isBusy, onFinal, onPublish }: PublishProps): JSX.Element {
  const [date, setDate] = useState(() => new Date().toLocaleDateString('sv'));
  if (outputs.published !== undefined)
    return (
      <Note tone="done">
        <p class="b">공시했습니다.</p>
        <p>{outputs.published}</p>
      </Note>
    );
  const isOff = !outputs.canPublish || isBusy || isReadOnly.value;
  return (
    <div class="publish">
      <button type="button" class="btn big second" aria-disabled={isOff} onClick={() => !isOff && onFinal()}>
        공시본 만들어 보기
      </button>
      <label class="field">
        공시한 날짜
        <input
          type="date"
          class="input"
          value={date}
          onInput={(event) => setDate(event.currentTarget.value)}
        />
      </label>
      <button
        type="button"
        class="btn primary big"
        aria-disabled={isOff || date === ''}
        onClick={() => !isOff && date !== '' && onPublish(stamp.value, date)}
      >
        공시함으로 적기
      </button>
      <p class="xs sub">
        {outputs.canPublish
          ? '공시본을 다시 만들어 되읽고, 나간 숫자와 글을 그대로 남깁니다. 그 뒤에는 추경과 정정으로만 고칩니다.'
          : `남은 ${left}가지를 마치면 할 수 있습니다. 그 전에는 ‘검토용’이라고 찍힌 검토본을 만듭니다.`}
      </p>
    </div>
  );
}
