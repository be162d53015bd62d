// The plan and edition that are open -> the bar at the top.
import type { JSX } from 'preact';
import { go, openPlan, pane, plan, plans, togglePane } from '../state/store.ts';
import { Icon } from './icon.tsx';
import { Menu } from './menu.tsx';
import { EDITION_STATES } from './stage-names.ts';

export function TopBar(): JSX.Element {
  const card = plan.value?.card;
  const edition = card?.editions.at(-1);
  const all = plans.value?.plans ?? [];
  return (
    <header class="top">
      <span class="brand">
        <i />
        일자리
      </span>
      {card !== undefined && (
        <Menu
          class="pick"
          label={`계획 고르기: 지금 ${card.year}년 ${card.office}`}
          choices={all.map(({ plan: key, year, office, isSample }) => ({
            key,
            words: `${year}년 ${office}${isSample === true ? ' (보기)' : ''}`,
            isOn: key === card.plan,
            choose: () => {
              void openPlan(key);
              go('home');
            },
          }))}
        >
          <span class="name">
            {card.year}년 {card.office}
          </span>
          <Icon name="down" />
        </Menu>
      )}
      {edition !== undefined && (
        <>
          <span class="sep" aria-hidden="true">
            ›
          </span>
          <span class="pick ed">
            <span class="name">{edition.name}</span> <em>{EDITION_STATES[edition.state]}</em>
          </span>
        </>
      )}
      <button
        type="button"
        class="pick to-right"
        aria-expanded={pane.value === 'help'}
        onClick={() => togglePane('help')}
      >
        <Icon name="help" /> 도움말 <kbd>F1</kbd>
      </button>
    </header>
  );
}
