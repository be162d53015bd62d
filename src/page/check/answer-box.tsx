// The findings that are chosen -> what they come to, the answers and the reason; one button decides and goes on.

import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { AnswerKind, Decide, FindingCard } from '../../serve/api.ts';
import { Answer } from '../frame/answer.tsx';
import { Body } from '../frame/body.tsx';
import { Note } from '../frame/note.tsx';
import { change, isChanging, isReadOnly } from '../state/store.ts';
import { Arithmetic } from './arithmetic.tsx';
import { isOpen } from './choice.ts';
import { decider, NameField } from './name-field.tsx';
import { ReasonField } from './reason-field.tsx';

interface AnswerBoxProps {
  readonly cards: readonly FindingCard[];
  readonly onNext: () => void;
  readonly onDecided: () => void;
}

export function AnswerBox({ cards, onNext, onDecided }: AnswerBoxProps): JSX.Element {
  const [card] = cards;
  const answers = sharedAnswers(cards);
  // What was answered before is where one goes on from; nothing else is chosen for anybody.
  const [kind, setKind] = useState<AnswerKind | undefined>(
    cards.length === 1 ? card?.decided?.kind : undefined,
  );
  const [reason, setReason] = useState('');
  const [value, setValue] = useState('');
  const answer = answers.find((one) => one.kind === kind);
  const isOff = answer === undefined || isReadOnly.value || isChanging.value;
  const decide = async (): Promise<void> => {
    if (answer === undefined || isOff) return;
    const body: Omit<Decide, 'stamp'> = {
      findings: cards.map(({ finding }) => finding),
      answer: answer.kind,
      reason: reason.trim(),
      by: decider(),
      ...(answer.kind === 'correct' ? { value } : {}),
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
          <p class="sub">{unanswered(cards)}</p>
        ) : (
          <>
            <fieldset class="answers" onKeyDown={(event) => pickByNumber(event, answers, setKind)}>
              <legend>어떻게 할까요?</legend>
              {answers.map(({ kind: one, label, explained }, index) => (
                <Answer key={one} name="answer" isOn={one === kind} choose={() => setKind(one)}>
                  <span class="grow">
                    <b class="b">{label}</b> {cards.length === 1 ? explained : explainedOf(cards, one)}
                  </span>
                  <kbd>{index + 1}</kbd>
                </Answer>
              ))}
            </fieldset>
            {kind === 'correct' && (
              <label class="field">
                고칠 값 {answer?.value !== undefined && answer.value !== '' && `(지금 ${answer.value})`}
                <input
                  type="text"
                  class="input"
                  value={value}
                  onInput={(event) => setValue(event.currentTarget.value)}
                />
              </label>
            )}
            <ReasonField kind={kind} reason={reason} onReason={setReason} />
            <NameField />
          </>
        )}
      </Body>
      <div class="foot row">
        {answers.length > 0 && (
          <button type="button" class="btn primary big" aria-disabled={isOff} onClick={() => void decide()}>
            {isChanging.value ? (
              <>
                <span class="spinner" /> 저장하고 있습니다
              </>
            ) : (
              <>
                {cards.length === 1 ? '정하고 다음으로' : `${cards.length}건 모두 정하기`}{' '}
                <kbd>Ctrl Enter</kbd>
              </>
            )}
          </button>
        )}
        <button type="button" class="btn quiet" onClick={onNext}>
          {answers.length === 0 ? '다음으로' : '나중에'}
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

/** Why there is nothing to choose from. */
function unanswered(cards: readonly FindingCard[]): string {
  const [card] = cards;
  if (cards.length > 1) return '고른 것 모두에 맞는 답이 없습니다. 하나씩 골라 정하십시오.';
  return card?.binding ?? '알아 두기만 하면 됩니다. 정할 것은 없습니다.';
}

/** What an answer comes to for each of them: as many different ones as can be read at a glance. */
function explainedOf(cards: readonly FindingCard[], kind: AnswerKind): string {
  const all = cards.flatMap(({ answers }) => answers.filter((one) => one.kind === kind));
  const words = [...new Set(all.map(({ explained }) => explained))];
  return `${words.slice(0, 2).join(' ')}${words.length > 2 ? ` 이 밖에 ${words.length - 2}가지가 더 있습니다.` : ''}`;
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
