// The browser's document -> the page: frame, panes and the screen that is open.

import type { JSX } from 'preact';
import { render } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { CheckScreen } from './check/check-screen.tsx';
import { Bars } from './frame/bars.tsx';
import { onKeyDown } from './frame/keys.ts';
import { SidePane } from './frame/side-pane.tsx';
import { openScreens, StageBar } from './frame/stage-bar.tsx';
import { TopBar } from './frame/top-bar.tsx';
import { TotalsBar } from './frame/totals-bar.tsx';
import { HomeScreen } from './home/home-screen.tsx';
import { PublishScreen } from './publish/publish-screen.tsx';
import { ReviseScreen } from './revise/revise-screen.tsx';
import { enter } from './state/client.ts';
import { listen } from './state/events.ts';
import {
  attempt,
  isGone,
  isLeftClosed,
  loadPlans,
  pane,
  plans,
  type Screen,
  screen,
  spoken,
} from './state/store.ts';
import { StatisticsScreen } from './statistics/statistics-screen.tsx';

/** The screens that work whole. */
const SCREENS: Readonly<Partial<Record<Screen, () => JSX.Element>>> = {
  home: HomeScreen,
  statistics: StatisticsScreen,
  check: CheckScreen,
  revise: ReviseScreen,
  publish: PublishScreen,
};

function Page(): JSX.Element {
  const Open = SCREENS[screen.value] ?? HomeScreen;
  const main = useRef<HTMLElement>(null);
  const isFirst = useRef(true);
  // A new screen takes the focus, so that its heading is heard.
  useEffect(() => {
    if (!isFirst.current) main.current?.focus();
    isFirst.current = false;
  }, [screen.value]);
  return (
    <>
      <button type="button" class="btn skip" onClick={() => main.current?.focus()}>
        본문으로 건너뛰기
      </button>
      <TopBar />
      <StageBar />
      <div class="stack">
        <Bars />
        <div
          class={`work${isLeftClosed.value ? ' left-closed' : ''}${pane.value === undefined ? '' : ' with-side'}`}
        >
          <main id="main" ref={main} tabIndex={-1} inert={isGone.value} class={screen.value}>
            {plans.value !== undefined && <Open />}
          </main>
          <SidePane />
        </div>
      </div>
      <TotalsBar />
      <div class="spoken" aria-live="polite" role="status">
        {spoken.value}
      </div>
    </>
  );
}

function follow(): void {
  const named = location.hash.slice(1);
  const found = openScreens().find((name) => name === named);
  screen.value = found ?? 'home';
}

async function start(): Promise<void> {
  await attempt(enter);
  const root = document.getElementById('page');
  if (root === null) return;
  document.addEventListener('keydown', onKeyDown);
  // A file that misses its place must not be opened by the browser in place of the page.
  for (const kind of ['dragover', 'drop'] as const)
    document.addEventListener(kind, (event) => event.preventDefault());
  render(<Page />, root);
  await loadPlans();
  follow();
  addEventListener('hashchange', follow);
  await listen();
}

void start();
