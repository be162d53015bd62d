// The edition that was made last -> its state, what is left to do, and the way back while it is not published.

import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { EditionCard } from '../../serve/api.ts';
import { Body } from '../frame/body.tsx';
import { EDITION_STATES } from '../frame/stage-names.ts';
import { change, go, isChanging, isReadOnly } from '../state/store.ts';
import { Condition } from './take-form.tsx';

interface EditionBoxProps {
  readonly editions: readonly EditionCard[];
  /** How many have to follow; undefined while that is not known. */
  readonly texts: number | undefined;
  readonly showTexts: () => void;
}

export function EditionBox({ editions, texts, showTexts }: EditionBoxProps): JSX.Element {
  const last = editions.at(-1);
  const isFirst = editions.length < 2;
  return (
    <>
      <Body label="이 판">
        <h2>이 판</h2>
        <dl class="facts">
          <div>
            <dt>이름</dt>
            <dd>{last?.name}</dd>
          </div>
          <div>
            <dt>날짜</dt>
            <dd>{last?.date}</dd>
          </div>
          <div>
            <dt>상태</dt>
            <dd>{last === undefined ? '' : EDITION_STATES[last.state]}</dd>
          </div>
          {last?.totals.map(({ label, value, unit, change: more }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                {value}
                {unit} {more !== undefined && <small class="xs sub">{more + unit}</small>}
              </dd>
            </div>
          ))}
        </dl>
        {isFirst ? (
          <p class="sub">추경은 공시한 뒤에 만듭니다. 공시하기 전에 놓은 엑셀은 이 판을 그대로 채웁니다.</p>
        ) : (
          <ul class="conditions">
            {texts === undefined ? (
              <li class="row" role="status">
                <span class="spinner" /> 따라 바뀌는 글을 찾고 있습니다
              </li>
            ) : (
              <Condition
                isMet={texts === 0}
                words={texts === 0 ? '따라 바뀌는 글 없음' : `따라 바뀌는 글 ${texts}곳`}
              />
            )}
          </ul>
        )}
        {texts !== undefined && texts > 0 && (
          <button type="button" class="btn" onClick={showTexts}>
            글 보기
          </button>
        )}
      </Body>
      {!isFirst && last !== undefined && (
        <div class="foot row wrap">
          {last.state === 'published' ? (
            <p class="sub">공시한 판은 되돌리지 않습니다. 고칠 것은 정정으로 냅니다.</p>
          ) : last.state === 'draft' ? (
            <Confirm name={last.name} texts={texts}>
              <DropEdition name={last.name} />
            </Confirm>
          ) : (
            <>
              <button type="button" class="btn primary big" onClick={() => go('publish')}>
                공시하러 가기
              </button>
              <DropEdition name={last.name} />
            </>
          )}
        </div>
      )}
    </>
  );
}

interface ConfirmProps {
  readonly name: string;
  readonly texts: number | undefined;
  /** What stands beside the button. */
  readonly children: JSX.Element;
}

function Confirm({ name, texts, children }: ConfirmProps): JSX.Element {
  const isOff = texts !== 0 || isReadOnly.value || isChanging.value;
  return (
    <>
      <button
        type="button"
        class="btn primary big"
        aria-disabled={isOff}
        aria-describedby="confirm-help"
        onClick={() => !isOff && void change('/editions/confirm', {}, `${name} 판을 확정했습니다.`)}
      >
        {name} 확정하기
      </button>
      {children}
      <p id="confirm-help" class="xs sub all">
        {texts === undefined
          ? '따라 바뀌는 글을 다 찾으면 확정할 수 있습니다.'
          : texts > 0
            ? `글 ${texts}곳을 정하면 확정할 수 있습니다.`
            : '확정하면 공시할 파일을 만들 수 있습니다. 공시하기 전에는 언제든 되돌릴 수 있습니다.'}
      </p>
    </>
  );
}

/** The one question that is asked in a window of its own: what goes is not on this screen. */
function DropEdition({ name }: { readonly name: string }): JSX.Element {
  const box = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button
        type="button"
        class="btn quiet"
        aria-disabled={isReadOnly.value}
        onClick={() => !isReadOnly.value && box.current?.showModal()}
      >
        이 판 버리기
      </button>
      <dialog ref={box} aria-labelledby="drop-edition">
        <h2 id="drop-edition">{name} 판을 버립니까?</h2>
        <p>이 판에서 바뀐 것과 이 판으로 만든 파일이 없어지고, 앞 판으로 돌아갑니다.</p>
        <div class="row">
          <button
            type="button"
            class="btn danger"
            onClick={() => {
              box.current?.close();
              void change('/editions/revert', {}, `${name} 판을 버렸습니다.`);
            }}
          >
            이 판 버리기
          </button>
          <button type="button" class="btn" onClick={() => box.current?.close()}>
            그대로 두기
          </button>
        </div>
      </dialog>
    </>
  );
}
