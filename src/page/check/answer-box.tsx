// The findings that are chosen -> what they come to, the answers and the reason; one button decides and goes on.

import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { AnswerKind, Decide, FindingCard } from '../../serve/api.ts';
import { Body } from '../frame/body.tsx';
import { Note } from '../frame/note.tsx';
import { change, isReadOnly } from '../state/store.ts';
import { Arithmetic } from './arithmetic.tsx';
import { isOpen } from './choice.ts';
import { ReasonField } from './reason-field.tsx';

interface AnswerBoxProps {
  readonly cards: readonly FindingCard[];
  readonly onNext: () => void;
  readonly onDecided: () => void;
}

export function AnswerBox({ cards, onNext, onDecided }: AnswerBoxProps): JSX.Element {
  const [card] = cards;
  const answers = sharedAnswers(cards);
  const [kind, setKind] = useState<AnswerKind | undefined>(answers[0]?.kind);
  const [reason, setReason] = useState('');
  const [value, setValue] = useState<string | undefined>(undefined);
  const answer = answers.find((one) => one.kind === kind);
  const typed = value ?? answer?.value ?? '';
  const decide = async (): Promise<void> => {
    if (answer === undefined || isReadOnly.value) return;
    const body: Omit<Decide, 'stamp'> = {
      findings: cards.map(({ finding }) => finding),
      answer: answer.kind,
      reason: reason.trim(),
      ...(answer.kind === 'correct' ? { value: typed } : {}),
    };
    const words =
      cards.length === 1 ? `정했습니다: ${answer.label}` : `${cards.length}건을 정했습니다: ${answer.label}`;
    if (await change('/decisions', body, words)) onDecided();
  };
  return (
    <div class="pane white right">
      <Body label="정하기">
        <h2>{cards.length === 1 ? card?.message : `고른 ${cards.length}건을 한꺼번에 정합니다`}</h2>
        {cards.length === 1 && card !== undefined && <About card={card} />}
        {cards.length > 1 && <Several cards={cards} />}
        {answers.length === 0 ? (
          <p class="sub">알아 두기만 하면 됩니다. 정할 것은 없습니다.</p>
        ) : (
          <>
            <fieldset class="answers" onKeyDown={(event) => pickByNumber(event, answers, setKind)}>
              <legend>어떻게 할까요?</legend>
              {answers.map(({ kind: one, label, explained }, index) => (
                <label key={one} class={one === kind ? 'answer on' : 'answer'}>
                  <input type="radio" name="answer" checked={one === kind} onChange={() => setKind(one)} />
                  <span class="grow">
                    <b class="b">{label}</b> {cards.length === 1 && explained}
                  </span>
                  <kbd>{index + 1}</kbd>
                </label>
              ))}
            </fieldset>
            {kind === 'correct' && (
              <label class="field">
                고칠 값
                <input
                  type="text"
                  class="input"
                  value={typed}
                  onInput={(event) => setValue(event.currentTarget.value)}
                />
              </label>
            )}
            <ReasonField kind={kind} reason={reason} onReason={setReason} />
          </>
        )}
      </Body>
      <div class="foot row">
        {answer !== undefined && (
          <button
            type="button"
            class="btn primary big"
            aria-disabled={isReadOnly.value}
            onClick={() => void decide()}
          >
            {cards.length === 1 ? '정하고 다음으로' : `${cards.length}건 모두 정하기`} <kbd>Ctrl Enter</kbd>
          </button>
        )}
        <button type="button" class="btn quiet" onClick={onNext}>
          {answer === undefined ? '다음으로' : '나중에'}
        </button>
      </div>
    </div>
  );
}

function About({ card }: { readonly card: FindingCard }): JSX.Element {
  const { decided, stale, remedy } = card;
  return (
    <>
      <Arithmetic card={card} />
      {remedy !== undefined && <p class="remedy">{remedy}</p>}
      {stale !== undefined && (
        <Note tone="warning">
          <p>{stale}</p>
        </Note>
      )}
      {decided !== undefined && (
        <Note tone={isOpen(card) ? 'info' : 'done'}>
          <p class="b">{decided.answer}</p>
          <p>
            {decided.reason} <span class="sub nowrap">({[decided.by, decided.date].join(', ')})</span>
          </p>
        </Note>
      )}
    </>
  );
}

function Several({ cards }: { readonly cards: readonly FindingCard[] }): JSX.Element {
  return (
    <ul class="several">
      {cards.map(({ finding, message }) => (
        <li key={finding}>{message}</li>
      ))}
    </ul>
  );
}

/** The answers that can be given to all of them; to correct a value is said of one alone. */
function sharedAnswers([first, ...rest]: readonly FindingCard[]): FindingCard['answers'] {
  return (first?.answers ?? []).filter(
    ({ kind }) =>
      rest.length === 0 ||
      (kind !== 'correct' && rest.every(({ answers }) => answers.some((one) => one.kind === kind))),
  );
}

function pickByNumber(
  event: KeyboardEvent,
  answers: FindingCard['answers'],
  pick: (kind: AnswerKind) => void,
): void {
  const answer = event.ctrlKey || event.altKey ? undefined : answers[Number(event.key) - 1];
  if (answer === undefined || !(event.currentTarget instanceof HTMLElement)) return;
  event.preventDefault();
  pick(answer.kind);
  event.currentTarget.querySelectorAll('input')[answers.indexOf(answer)]?.focus();
}
