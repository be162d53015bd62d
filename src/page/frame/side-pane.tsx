// Help or the list of changes -> a pane over the right side; Esc closes it.

import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ChangeLine, HelpText } from '../../serve/api.ts';
import { base, pane, plan, screen } from '../state/store.ts';
import { useAsked } from '../state/use-asked.ts';
import { Body } from './body.tsx';
import { ChangeItem } from './change-item.tsx';
import { Icon } from './icon.tsx';
import { KEYS } from './keys.ts';
import { RichText } from './rich-text.tsx';

export function SidePane(): JSX.Element | null {
  if (pane.value === 'help') return <Help />;
  return pane.value === 'changes' ? <Changes /> : null;
}

function Frame({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    head.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <aside class="side pane white" aria-label={title}>
      <div class="head between">
        <h2 ref={head} tabIndex={-1}>
          {title}
        </h2>
        <button
          type="button"
          class="btn quiet"
          onClick={() => {
            pane.value = undefined;
          }}
        >
          <Icon name="close" /> 닫기 <kbd>Esc</kbd>
        </button>
      </div>
      <Body label={`${title} 내용`}>{children}</Body>
    </aside>
  );
}

function Help(): JSX.Element {
  const here = screen.value;
  const texts = (useAsked<readonly HelpText[]>('/api/help') ?? []).toSorted(
    (a, b) => Number(b.topic === here) - Number(a.topic === here),
  );
  return (
    <Frame title="도움말">
      {texts.map(({ topic, title, text }) => (
        <details key={topic} open={topic === here}>
          <summary>{title}</summary>
          <RichText text={text} />
        </details>
      ))}
      <details open={texts.length === 0}>
        <summary>자판으로 하기</summary>
        <dl class="keys">
          {KEYS.map(({ keys, words }) => (
            <div key={keys}>
              <dt>
                <kbd>{keys}</kbd>
              </dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      </details>
    </Frame>
  );
}

function Changes(): JSX.Element {
  const lines =
    useAsked<readonly ChangeLine[]>(plan.value === undefined ? undefined : `${base.value}/changes`) ?? [];
  const newest = lines.find(({ isUndone }) => !isUndone);
  return (
    <Frame title="바뀐 내역">
      {lines.length === 0 && <p class="sub">아직 바뀐 것이 없습니다.</p>}
      <ul class="lines">
        {lines.map((line) => (
          <ChangeItem key={line.change} line={line} canUndo={line === newest} />
        ))}
      </ul>
    </Frame>
  );
}
