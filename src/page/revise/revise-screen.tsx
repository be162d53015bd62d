// A dropped workbook, or the edition that was made last -> the screen on which an edition is made and compared.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Comparison } from '../../serve/api.ts';
import { Busy } from '../frame/busy.tsx';
import { dropped, useDropped, waiting } from '../state/dropped.ts';
import { base, plan, stamp } from '../state/store.ts';
import { useAsked } from '../state/use-asked.ts';
import { ComparisonTable } from './comparison-table.tsx';
import { EditionBox } from './edition-box.tsx';
import { FollowingTexts } from './following-texts.tsx';
import { Start } from './start.tsx';
import { TakeForm } from './take-form.tsx';

type Tab = 'start' | 'changed' | 'texts';

export function ReviseScreen(): JSX.Element {
  const editions = plan.value?.card.editions ?? [];
  const last = editions.at(-1);
  const hasBefore = editions.length > 1;
  const asked = useAsked<Comparison>(
    hasBefore ? `${base.value}/comparison?edition=${last?.edition}` : undefined,
  );
  // Of the plan as it is, or not known yet.
  const comparison = asked?.stamp === stamp.value ? asked : undefined;
  const [chosen, setTab] = useState<Tab | undefined>(undefined);
  const taken = useDropped();
  const tab = taken === undefined ? (chosen ?? (hasBefore ? 'changed' : 'start')) : 'start';
  // What is only to be known holds nothing up.
  const toDecide = comparison?.texts.filter(({ severity }) => severity !== 'info').length;
  const show = (to: Tab): void => {
    dropped.value = undefined;
    waiting.value = [];
    setTab(to);
  };
  return (
    <>
      <div class="pane">
        <div class="head">
          <div class="grow">
            <h1>{hasBefore && taken === undefined ? last?.name : '추경 만들기'}</h1>
            <p class="sub">
              {hasBefore && taken === undefined
                ? `견준 판: ${comparison?.from ?? '견주고 있습니다'}`
                : '고친 엑셀을 놓으면 무엇이 바뀌는지 먼저 보여 드립니다'}
            </p>
          </div>
          <div class="tabs" role="tablist" aria-label="추경의 차례">
            <TabButton id="start" number="①" words="시작" now={tab} show={show} />
            {hasBefore && (
              <TabButton
                id="changed"
                number="②"
                words="바뀐 것"
                count={comparison?.count ?? 0}
                now={tab}
                show={show}
              />
            )}
            {hasBefore && (
              <TabButton
                id="texts"
                number="③"
                words="따라 바뀌는 글"
                count={comparison?.texts.length ?? 0}
                isWarning
                now={tab}
                show={show}
              />
            )}
          </div>
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled by keys. */}
        <div class="body" role="tabpanel" aria-labelledby={`tab-${tab}`} tabIndex={0}>
          {tab === 'start' && <Start taken={taken} />}
          {tab !== 'start' && comparison === undefined && <Busy words="앞 판과 견주고 있습니다" />}
          {tab === 'changed' && comparison !== undefined && <ComparisonTable comparison={comparison} />}
          {tab === 'texts' && comparison !== undefined && <FollowingTexts texts={comparison.texts} />}
        </div>
      </div>
      <div class="pane white right">
        {taken?.kind === 'edition' || taken?.kind === 'fill' ? (
          <TakeForm key={`${taken.drop} ${taken.stamp}`} taken={taken} onTaken={() => show('changed')} />
        ) : (
          <EditionBox editions={editions} texts={toDecide} showTexts={() => show('texts')} />
        )}
      </div>
    </>
  );
}

interface TabButtonProps {
  readonly id: Tab;
  readonly number: string;
  readonly words: string;
  readonly count?: number;
  readonly isWarning?: boolean;
  readonly now: Tab;
  readonly show: (tab: Tab) => void;
}

function TabButton({ id, number, words, count = 0, isWarning, now, show }: TabButtonProps): JSX.Element {
  const isOn = id === now;
  return (
    <button
      type="button"
      role="tab"
      id={`tab-${id}`}
      aria-selected={isOn}
      tabIndex={isOn ? 0 : -1}
      class={isOn ? 'tab on' : 'tab'}
      onClick={() => show(id)}
      onKeyDown={(event) => {
        const to = { ArrowRight: 'nextElementSibling', ArrowLeft: 'previousElementSibling' } as const;
        const way = to[event.key as keyof typeof to];
        const next = way === undefined ? undefined : event.currentTarget[way];
        if (next instanceof HTMLElement) {
          next.focus();
          next.click();
        }
      }}
    >
      <span aria-hidden="true">{number}</span> {words}
      {count > 0 && <span class={isWarning === true ? 'count w' : 'count'}>{count}</span>}
    </button>
  );
}
