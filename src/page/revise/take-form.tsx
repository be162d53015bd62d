// A dropped file that changes something -> title, kind, date and reason, and the button that takes it.

import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Dropped, EditionHeadInput, MakeEdition } from '../../serve/api.ts';
import { Answer } from '../frame/answer.tsx';
import { Body } from '../frame/body.tsx';
import { Busy } from '../frame/busy.tsx';
import { Icon } from '../frame/icon.tsx';
import { dropped, leaveDropped } from '../state/dropped.ts';
import { change, isReadOnly, stamp } from '../state/store.ts';

type Taken = Extract<Dropped, { readonly drop: string }>;

const KINDS = [
  { kind: '추경', explained: '예산이나 목표가 바뀌었습니다' },
  { kind: '정정', explained: '공시한 것의 잘못을 바로잡습니다' },
] as const;

export function TakeForm({
  taken,
  onTaken,
}: {
  readonly taken: Taken;
  readonly onTaken: () => void;
}): JSX.Element {
  const [head, setHead] = useState<EditionHeadInput>(taken.proposed);
  const [isWaiting, setWaiting] = useState(false);
  const { into } = taken;
  const [where, setWhere] = useState<Where>(
    taken.kind === 'fill' ? 'fill' : into === undefined ? 'new' : 'into',
  );
  const isNew = where === 'new';
  const to = isNew ? head.title.trim() || '새 판' : where === 'fill' ? '계획' : (into ?? '');
  const hasErrors = taken.faults.some(({ severity }) => severity === 'error');
  const lacking = hasErrors
    ? '읽지 못한 곳을 엑셀에서 고쳐 다시 놓으면 넣을 수 있습니다.'
    : isNew && (head.title.trim() === '' || head.date === '')
      ? '이름과 날짜를 적으면 만들 수 있습니다.'
      : undefined;
  // Not of a plan that has changed meanwhile: it is being looked at again.
  const isOff = lacking !== undefined || isReadOnly.value || isWaiting || taken.stamp !== stamp.value;
  const take = async (): Promise<void> => {
    if (isOff) return;
    setWaiting(true);
    const body: Omit<MakeEdition, 'stamp'> = { drop: taken.drop, ...HEADS[where](head) };
    const isTaken = await change(
      '/editions',
      body,
      isNew ? `${to} 판을 만들었습니다.` : `${to}에 넣었습니다.`,
    );
    if (isTaken) await leaveDropped();
    setWaiting(false);
    if (isTaken && dropped.value === undefined) onTaken();
  };
  return (
    <>
      <Body label="새 판 만들기">
        <h2>{isNew ? '새 판 만들기' : where === 'fill' ? '계획에 넣기' : '이 판에 더 넣기'}</h2>
        {(taken.kind === 'fill' || into !== undefined) && (
          <WhereField
            choices={[taken.kind === 'fill' ? 'fill' : 'into', 'new']}
            where={where}
            setWhere={setWhere}
          />
        )}
        <p class="sub">{EXPLAINED[where]}</p>
        {isNew && <HeadFields head={head} setHead={setHead} />}
        <ul class="conditions">
          <Condition isMet={!hasErrors} words={hasErrors ? '읽지 못한 곳이 있음' : '놓은 파일을 모두 읽음'} />
          <Condition isMet words={`바뀌는 것 ${taken.changes.length}곳`} />
        </ul>
      </Body>
      <div class="foot">
        <div class="row">
          <button type="button" class="btn primary big" aria-disabled={isOff} onClick={() => void take()}>
            {isNew ? `${to} 만들기` : `${to}에 넣기`}
          </button>
          <button type="button" class="btn quiet" onClick={() => void leaveDropped()}>
            넣지 않기
          </button>
        </div>
        {lacking !== undefined && <p class="xs sub">{lacking}</p>}
        {isWaiting && <Busy words="넣고 있습니다" />}
      </div>
    </>
  );
}

/** Into the plan itself, which has not gone out; into the last edition, a draft; into a new edition. */
type Where = 'fill' | 'into' | 'new';

const HEADS: Readonly<Record<Where, (head: EditionHeadInput) => Pick<MakeEdition, 'head' | 'into'>>> = {
  fill: () => ({}),
  into: () => ({ into: true }),
  new: (head) => ({ head }),
};

const CHOICES: Readonly<Record<Where, { readonly words: string; readonly why: string }>> = {
  fill: { words: '지금 판에 그대로 넣기', why: '아직 공시하지 않았습니다' },
  into: { words: '이 판에 더 넣기', why: '작성 중인 판에 이어서 담습니다' },
  new: { words: '새 판 만들기', why: '앞 판 다음의 판으로 따로 담습니다' },
};

const EXPLAINED: Readonly<Record<Where, string>> = {
  fill: '아직 공시하지 않은 계획이라 새 판을 만들지 않고 그대로 채웁니다.',
  into: '작성 중인 판에 함께 담습니다. 같은 칸은 이 파일의 값이 남고, 바로 되돌릴 수 있습니다.',
  new: '‘작성 중’인 새 판을 만듭니다. 살펴보고 확정할 때까지, 그리고 공시하기 전까지는 언제든 되돌릴 수 있습니다.',
};

interface WhereFieldProps {
  readonly choices: readonly Where[];
  readonly where: Where;
  readonly setWhere: (where: Where) => void;
}

function WhereField({ choices, where, setWhere }: WhereFieldProps): JSX.Element {
  return (
    <fieldset class="answers">
      <legend class="spoken">어디에 넣을까요?</legend>
      {choices.map((one) => (
        <Answer key={one} name="where" isOn={one === where} choose={() => setWhere(one)}>
          <span>
            <b class="b">{CHOICES[one].words}</b> {CHOICES[one].why}
          </span>
        </Answer>
      ))}
    </fieldset>
  );
}

interface HeadFieldsProps {
  readonly head: EditionHeadInput;
  readonly setHead: (head: EditionHeadInput) => void;
}

function HeadFields({ head, setHead }: HeadFieldsProps): JSX.Element {
  const text = (words: string, key: 'title' | 'reason'): JSX.Element => (
    <label class="field">
      {words}
      <input
        type="text"
        class="input"
        value={head[key] ?? ''}
        onInput={(event) => setHead({ ...head, [key]: event.currentTarget.value })}
      />
    </label>
  );
  return (
    <>
      {text('이름', 'title')}
      <fieldset class="answers">
        <legend>갈래</legend>
        {KINDS.map(({ kind, explained }) => (
          <Answer key={kind} name="kind" isOn={head.kind === kind} choose={() => setHead({ ...head, kind })}>
            <span>
              <b class="b">{kind}</b> {explained}
            </span>
          </Answer>
        ))}
      </fieldset>
      <label class="field">
        날짜
        <input
          type="date"
          class="input"
          value={head.date}
          onInput={(event) => setHead({ ...head, date: event.currentTarget.value })}
        />
      </label>
      {text('사유', 'reason')}
    </>
  );
}

export function Condition({
  isMet,
  words,
}: {
  readonly isMet: boolean;
  readonly words: string;
}): JSX.Element {
  return (
    <li class={isMet ? 'row met' : 'row unmet'}>
      <Icon name={isMet ? 'check' : 'stop'} /> {words}
    </li>
  );
}
