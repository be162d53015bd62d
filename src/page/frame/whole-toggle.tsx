// A part or the whole of a list -> two buttons, of which the one that holds is pressed.
import type { JSX } from 'preact';

interface WholeToggleProps {
  readonly label: string;
  readonly part: string;
  readonly whole: string;
  readonly isWhole: boolean;
  readonly onWhole: (isWhole: boolean) => void;
}

export function WholeToggle({ label, part, whole, isWhole, onWhole }: WholeToggleProps): JSX.Element {
  const button = (words: string, to: boolean): JSX.Element => (
    <button
      type="button"
      class={isWhole === to ? 'btn on' : 'btn'}
      aria-pressed={isWhole === to}
      onClick={() => onWhole(to)}
    >
      {words}
    </button>
  );
  return (
    <fieldset class="seg" aria-label={label}>
      {button(part, false)}
      {button(whole, true)}
    </fieldset>
  );
}
