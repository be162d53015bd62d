// The open plan's stages -> the bar of screens.
import type { JSX } from 'preact';
import type { Stage } from '../../serve/api.ts';
import { go, plan, type Screen, screen } from '../state/store.ts';
import { Disc, Icon } from './icon.tsx';
import { STAGE_NAMES } from './stage-names.ts';

/** The screens that can be opened, in the order of the bar. */
export function openScreens(): readonly Screen[] {
  return ['home', ...(plan.value?.card.stages ?? []).map(({ name }) => name)];
}

export function StageBar(): JSX.Element {
  return (
    <nav class="stages" aria-label="화면">
      <Tab to="home">
        <Icon name="home" />
        <span>첫 화면</span>
      </Tab>
      {(plan.value?.card.stages ?? []).map((stage) => (
        <Tab key={stage.name} to={stage.name}>
          <Disc state={stage.state} />
          <span>{STAGE_NAMES[stage.name]}</span>
          <Words stage={stage} />
        </Tab>
      ))}
    </nav>
  );
}

function Tab({ to, children }: { readonly to: Screen; readonly children: JSX.Element[] }): JSX.Element {
  const isOn = screen.value === to;
  return (
    <a
      href={`#${to}`}
      class={isOn ? 'on' : ''}
      aria-current={isOn ? 'page' : undefined}
      onClick={(event) => {
        event.preventDefault();
        go(to);
      }}
    >
      {children}
    </a>
  );
}

function Words({ stage }: { readonly stage: Stage }): JSX.Element {
  return <span class={stage.state === 'stopped' ? 'n stop' : 'n'}>{stage.words}</span>;
}
