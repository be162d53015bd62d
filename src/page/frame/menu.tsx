// A button that opens a list of choices below itself; arrows move, Enter chooses, Esc closes.
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

interface Choice {
  readonly key: string;
  readonly words: string;
  readonly isOn?: boolean;
  readonly choose: () => void;
}

interface MenuProps {
  readonly class: string;
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly children: ComponentChildren;
}

export function Menu({ class: className, label, choices, children }: MenuProps): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isOpen) return undefined;
    items(box.current).at(0)?.focus();
    const close = (event: Event): void => {
      if (!(event.target instanceof Node && box.current?.contains(event.target))) setOpen(false);
    };
    document.addEventListener('pointerdown', close);
    document.addEventListener('focusin', close);
    return () => {
      document.removeEventListener('pointerdown', close);
      document.removeEventListener('focusin', close);
    };
  }, [isOpen]);
  const shut = (): void => {
    setOpen(false);
    box.current?.querySelector('button')?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isOpen) return;
    const all = items(box.current);
    const at = all.indexOf(document.activeElement as HTMLElement);
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step !== undefined) all[(at + step + all.length) % all.length]?.focus();
    else if (event.key === 'Escape') shut();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the menu inside it.
    <div class="menu" ref={box} onKeyDown={onKeyDown}>
      <button
        type="button"
        class={className}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-label={label}
        onClick={() => setOpen(!isOpen)}
      >
        {children}
      </button>
      {isOpen && (
        <div class="menu-list" role="menu" aria-label={label}>
          {choices.map(({ key, words, isOn, choose }) => (
            <button
              key={key}
              type="button"
              role="menuitemradio"
              aria-checked={isOn === true}
              tabIndex={-1}
              onClick={() => {
                shut();
                choose();
              }}
            >
              {words}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

function items(box: HTMLElement | null): readonly HTMLElement[] {
  return [...(box?.querySelectorAll<HTMLElement>('[role=menuitemradio]') ?? [])];
}
