// The findings of the open plan -> the screen on which they are decided: list, page picture, answers.
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Findings } from '../../serve/api.ts';
import { Busy } from '../frame/busy.tsx';
import { goingRound } from '../frame/going-round.ts';
import { onStep } from '../frame/keys.ts';
import { base, stamp, wanted } from '../state/store.ts';
import { useAsked } from '../state/use-asked.ts';
import { AnswerBox } from './answer-box.tsx';
import { type Choice, isOpen } from './choice.ts';
import { FindingList } from './finding-list.tsx';
import { FindingPages } from './finding-pages.tsx';

export function CheckScreen(): JSX.Element {
  const findings = useAsked<Findings>(`${base.value}/findings`);
  const [choice, setChoice] = useState<Choice>({
    shown: wanted.value,
    all: [],
    isSent: wanted.value !== undefined,
  });
  const [isWhole, setWhole] = useState(false);
  const cards = findings?.groups.flatMap((group) => group.findings) ?? [];
  const open = cards.filter(isOpen);
  // What was sent for and is not there is not exchanged for another.
  const isLost = choice.isSent === true && !cards.some(({ finding }) => finding === choice.shown);
  const shown = cards.find(({ finding }) => finding === choice.shown) ?? (isLost ? undefined : open[0]);
  const show = (finding: string | undefined): void =>
    setChoice({ shown: finding, all: finding === undefined ? [] : [finding] });
  const step = (by: 1 | -1): void => show(goingRound(cards, shown, by).find(isOpen)?.finding);
  useEffect(() => onStep(step), [findings, shown]);
  // It is sent to once.
  useEffect(() => {
    wanted.value = undefined;
  }, []);
  if (findings === undefined) return <Waiting />;
  const all = cards.filter(({ finding }) => choice.all.includes(finding));
  return (
    <>
      <FindingList
        groups={findings.groups}
        isLate={findings.stamp !== stamp.value}
        shown={shown}
        choice={choice}
        isWhole={isWhole}
        onWhole={setWhole}
        onChoose={setChoice}
        onNext={() => step(1)}
      />
      {shown === undefined ? (
        <Rest {...(isLost ? LOST : DONE)} />
      ) : (
        <>
          <FindingPages card={shown} />
          <AnswerBox
            key={`${shown.finding} ${all.length}`}
            cards={all.length > 0 ? all : [shown]}
            onNext={() => step(1)}
            onDecided={() => {
              const left = cards.filter((card) => isOpen(card) && !all.includes(card) && card !== shown);
              const after = left.find((card) => cards.indexOf(card) > cards.indexOf(shown)) ?? left[0];
              show(after?.finding);
            }}
          />
        </>
      )}
    </>
  );
}

function Waiting(): JSX.Element {
  return (
    <div class="pane whole">
      <div class="body">
        <h1>확인할 것</h1>
        <Busy words="숫자와 이름을 서로 견주고 있습니다" />
      </div>
    </div>
  );
}

/** What stands beside the list where none of it is shown. */
const LOST = {
  title: '찾으시던 것은 이 목록에 없습니다',
  words: '그동안 정했거나 고친 것이거나, 글을 고쳐야 없어지는 것입니다. 다른 것은 왼쪽에서 고르십시오.',
};
const DONE = {
  title: '모두 정했습니다',
  words: '정한 것을 다시 보려면 왼쪽에서 ‘모두’를 누르십시오. 다음은 공시입니다.',
};

function Rest({ title, words }: typeof DONE): JSX.Element {
  return (
    <div class="pane rest">
      <div class="body">
        <h2>{title}</h2>
        <p class="sub">{words}</p>
      </div>
    </div>
  );
}
