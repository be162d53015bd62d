// What the program is doing -> a line that turns and says it.
import type { JSX } from 'preact';

export function Busy({ words }: { readonly words: string }): JSX.Element {
  return (
    <p class="row" role="status">
      <span class="spinner" /> {words}
    </p>
  );
}
