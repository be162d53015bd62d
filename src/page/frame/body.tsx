// The part of a pane that scrolls -> a named region that takes the focus, so that keys can scroll it.
import type { ComponentChildren, JSX } from 'preact';

interface BodyProps {
  readonly label: string;
  readonly class?: string;
  readonly children: ComponentChildren;
}

export function Body({ label, class: name = 'body', children }: BodyProps): JSX.Element {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled by keys.
    <section class={name} tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
