// One of several answers -> its radio button, in a frame that is marked while it is chosen.
import type { ComponentChildren, JSX } from 'preact';

interface AnswerProps {
  /** Shared by the answers of which one is chosen. */
  readonly name: string;
  readonly isOn: boolean;
  readonly choose: () => void;
  readonly children: ComponentChildren;
}

export function Answer({ name, isOn, choose, children }: AnswerProps): JSX.Element {
  return (
    <label class={isOn ? 'answer on' : 'answer'}>
      <input type="radio" name={name} checked={isOn} onChange={choose} />
      {children}
    </label>
  );
}
