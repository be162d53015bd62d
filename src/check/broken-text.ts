// Inlines -> their characters with line breaks as line breaks: where a cell or box breaks a name, no blank is meant.
import type { Inline } from '../document/inline.ts';

/** Without references to notes. */
export function brokenText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      switch (inline.kind) {
        case 'text':
        case 'figure':
          return inline.text;
        case 'line-break':
          return '\n';
        case 'note-reference':
          return '';
      }
    })
    .join('');
}
