// Groups of findings -> the list on the left; arrows move, Shift and arrows choose several.
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { FindingCard, FindingGroup } from '../../serve/api.ts';
import { Icon } from '../frame/icon.tsx';
import { WholeToggle } from '../frame/whole-toggle.tsx';
import { type Choice, isOpen } from './choice.ts';

interface FindingListProps {
  readonly groups: readonly FindingGroup[];
  /** Whether the plan has changed since they were found, and they are being found anew. */
  readonly isLate: boolean;
  readonly shown: FindingCard | undefined;
  readonly choice: Choice;
  /** Those that are decided as well. */
  readonly isWhole: boolean;
  readonly onWhole: (isWhole: boolean) => void;
  readonly onChoose: (choice: Choice) => void;
  readonly onNext: () => void;
}

/** As many of a group are shown before one asks for the rest; the group with the shown one is shown whole. */
const AT_FIRST = 6;

export function FindingList({
  groups,
  isLate,
  shown,
  choice,
  isWhole,
  onWhole,
  onChoose,
  onNext,
}: FindingListProps): JSX.Element {
  const [unfolded, setUnfolded] = useState<readonly string[]>([]);
  const cards = groups.flatMap(({ findings }) => findings);
  const decided = cards.filter((card) => !isOpen(card)).length;
  const parts = groups
    .map(({ title, findings }) => {
      const kept = findings.filter((card) => isWhole || isOpen(card) || card === shown);
      const isUnfolded = unfolded.includes(title) || kept.indexOf(shown as FindingCard) >= AT_FIRST;
      const isStopping = kept.some((card) => card.severity === 'error' && isOpen(card));
      return { title, isStopping, count: kept.length, cards: isUnfolded ? kept : kept.slice(0, AT_FIRST) };
    })
    .filter(({ count }) => count > 0);
  const inView = parts.flatMap((part) => part.cards);
  const move = (card: FindingCard | undefined, isMore: boolean): void => {
    if (card === undefined) return;
    const all = isMore
      ? [...new Set([...choice.all, ...(shown ? [shown.finding] : []), card.finding])]
      : [card.finding];
    onChoose({ shown: card.finding, all });
  };
  return (
    <div class="pane white left">
      <div class="head">
        <div class="grow">
          <h1>확인할 것 {cards.length - decided}건</h1>
          <p class="sub">
            {choice.all.length > 1
              ? `${choice.all.length}건을 골랐습니다`
              : isLate
                ? '바뀐 것에 맞추고 있습니다'
                : '여러 개는 Shift ↓'}
          </p>
        </div>
        <WholeToggle label="보일 것" part="정할 것" whole="모두" isWhole={isWhole} onWhole={onWhole} />
        <button type="button" class="btn" onClick={onNext}>
          다음 <kbd>F8</kbd>
        </button>
      </div>
      <div class="progress row">
        <progress class="grow" max={cards.length} value={decided} aria-label="정한 것" />
        <span class="xs sub">
          {cards.length}건 가운데 {decided}건 정함
        </span>
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows move between the buttons inside. */}
      <div
        class="body list"
        onKeyDown={(event) => {
          const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
          if (by === undefined) return;
          event.preventDefault();
          move(inView[inView.indexOf(shown as FindingCard) + by], event.shiftKey);
        }}
      >
        {parts.map((part) => (
          <section key={part.title} aria-label={part.title}>
            <h2 class={part.isStopping ? 'row first' : 'row'}>
              <span class="grow">{part.title}</span>
              <span class={part.isStopping ? 'badge d' : 'badge'}>{part.count}</span>
            </h2>
            <ul>
              {part.cards.map((card) => (
                <Line
                  key={card.finding}
                  card={card}
                  isShown={card === shown}
                  isChosen={choice.all.length > 1 && choice.all.includes(card.finding)}
                  onPick={(isMore) => move(card, isMore)}
                />
              ))}
            </ul>
            {part.cards.length < part.count && (
              <button
                type="button"
                class="btn quiet more"
                onClick={() => setUnfolded([...unfolded, part.title])}
              >
                {part.count - part.cards.length}건 더 보기
              </button>
            )}
          </section>
        ))}
      </div>
    </div>
  );
}

/** Scrolls the list alone. */
function keepInView(line: HTMLElement | null): void {
  const list = line?.closest('.list');
  if (line === null || list === null || list === undefined) return;
  const [inner, outer] = [line.getBoundingClientRect(), list.getBoundingClientRect()];
  if (inner.top < outer.top) list.scrollTop -= outer.top - inner.top;
  else if (inner.bottom > outer.bottom) list.scrollTop += inner.bottom - outer.bottom;
}

interface LineProps {
  readonly card: FindingCard;
  readonly isShown: boolean;
  readonly isChosen: boolean;
  readonly onPick: (isMore: boolean) => void;
}

function Line({ card, isShown, isChosen, onPick }: LineProps): JSX.Element {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isShown) return;
    keepInView(button.current);
    // Goes along with the arrows; is not taken from another pane.
    if (button.current?.closest('.list')?.contains(document.activeElement)) button.current.focus();
  }, [isShown]);
  return (
    <li>
      <button
        ref={button}
        type="button"
        class={`line${isShown ? ' on' : ''}${isChosen ? ' chosen' : ''}`}
        aria-current={isShown ? 'true' : undefined}
        aria-pressed={isChosen}
        tabIndex={isShown ? 0 : -1}
        onClick={(event) => onPick(event.shiftKey || event.ctrlKey)}
      >
        <span class="at">{card.place.page}</span>
        <span class="grow">{card.message}</span>
        {!isOpen(card) && (
          <span class="badge s">
            <Icon name="check" /> 정함
          </span>
        )}
        {card.stale !== undefined && <span class="badge w">다시</span>}
      </button>
    </li>
  );
}
