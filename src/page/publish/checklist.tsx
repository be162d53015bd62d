// What is done and what is left -> the list on the left, and the button that publishes once nothing is left.

import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
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
  const { days } = outputs;
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const [isAsked, setAsked] = useState(false);
  const note = useRef<HTMLDivElement>(null);
  // What follows is heard before it can be pressed.
  useEffect(() => {
    if (isAsked) note.current?.focus();
  }, [isAsked]);
  if (outputs.published !== undefined)
    return (
      <Note tone="done">
        <p class="b">공시했습니다.</p>
        <p>{outputs.published}</p>
      </Note>
    );
  const date = typed ?? (days === undefined || days.today < days.first ? '' : days.today);
  const wrong = wrongDay(date, days);
  const isOff = !outputs.canPublish || isBusy || isReadOnly.value;
  const isUnfit = isOff || wrong !== undefined;
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
          min={days?.first}
          max={days?.today}
          aria-describedby="publish-day"
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            setAsked(false);
          }}
        />
      </label>
      <p id="publish-day" class="xs down">
        {outputs.canPublish && wrong}
      </p>
      {isAsked && !isUnfit ? (
        <div ref={note} class="asked" tabIndex={-1}>
          <Note tone="warning">
            <p class="b">{shownDay(date)} 공시한 것으로 적습니까?</p>
            <p>한 번 적으면 되돌리지 못합니다. 그 뒤에 고칠 것은 추경이나 정정 판으로만 냅니다.</p>
            <div class="row wrap">
              <button
                type="button"
                class="btn danger"
                onClick={() => {
                  setAsked(false);
                  onPublish(stamp.value, date);
                }}
              >
                공시했습니다. 적습니다
              </button>
              <button type="button" class="btn" onClick={() => setAsked(false)}>
                아직 아닙니다
              </button>
            </div>
          </Note>
        </div>
      ) : (
        <button
          type="button"
          class="btn primary big"
          aria-disabled={isUnfit}
          onClick={() => !isUnfit && setAsked(true)}
        >
          공시함으로 적기
        </button>
      )}
      <p class="xs sub">
        {outputs.canPublish
          ? '공시본을 다시 만들어 되읽고, 나간 숫자와 글을 그대로 남깁니다. 그 뒤에는 추경과 정정으로만 고칩니다.'
          : left > 0
            ? `남은 ${left}가지를 마치면 할 수 있습니다. 그 전에는 ‘검토용’이라고 찍힌 검토본을 만듭니다.`
            : '지금은 공시본을 만들 수 없습니다.'}
      </p>
    </div>
  );
}

/** Why the edition cannot have gone out on that day. */
function wrongDay(date: string, days: Outputs['days']): string | undefined {
  if (date === '') return '공시한 날짜를 적어 주십시오.';
  if (days === undefined) return undefined;
  if (date < days.first) return `이 판은 ${shownDay(days.first)}보다 앞서 공시할 수 없습니다.`;
  return date > days.today ? `아직 오지 않은 날입니다. 오늘은 ${shownDay(days.today)}입니다.` : undefined;
}

/** `2023-09-05` -> `2023. 9. 5.` */
function shownDay(date: string): string {
  return date
    .split('-')
    .map((part) => `${Number(part)}.`)
    .join(' ');
}
