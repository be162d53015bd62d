// What is to be known here and now -> a framed note, with its cure beside it.
import type { ComponentChildren, JSX } from 'preact';
import type { Fault } from '../../serve/api.ts';
import { Icon, type IconName } from './icon.tsx';

type Tone = 'info' | 'warning' | 'error' | 'done';

const CLASSES: Readonly<Record<Tone, string>> = { info: '', warning: 'w', error: 'd', done: 's' };
const ICONS: Readonly<Record<Tone, IconName>> = {
  info: 'help',
  warning: 'warn',
  error: 'stop',
  done: 'check',
};

interface NoteProps {
  readonly tone: Tone;
  readonly children: ComponentChildren;
  readonly buttons?: ComponentChildren;
}

export function Note({ tone, children, buttons }: NoteProps): JSX.Element {
  return (
    <div class={`note ${CLASSES[tone]}`} role={tone === 'error' ? 'alert' : undefined}>
      <Icon name={ICONS[tone]} />
      <div class="grow">{children}</div>
      {buttons !== undefined && <div class="row">{buttons}</div>}
    </div>
  );
}

function line({ message, expected, where, severity }: Fault): JSX.Element {
  return (
    <p key={`${where}${message}`}>
      {where !== undefined && <b class="b">{where} </b>}
      {message}
      {told(expected, severity)}
    </p>
  );
}

/** What to do, as a sentence; of what stops nothing only where it is one. */
function told(expected: string | undefined, severity: Fault['severity']): string {
  if (expected === undefined) return '';
  if (/다[.)]*$/.test(expected)) return ` ${expected}`;
  return severity === 'error' ? ` 이렇게 하십시오: ${expected}` : '';
}

/** Why something cannot be done, one paragraph each; the first eight, and the others folded. */
export function Faults({ faults }: { readonly faults: readonly Fault[] }): JSX.Element | null {
  const MOST = 8;
  if (faults.length === 0) return null;
  const isError = faults.some(({ severity }) => severity === 'error');
  return (
    <Note tone={isError ? 'error' : 'warning'}>
      {faults.slice(0, MOST).map(line)}
      {faults.length > MOST && (
        <details>
          <summary>{faults.length - MOST}개 더 보기</summary>
          {faults.slice(MOST).map(line)}
        </details>
      )}
    </Note>
  );
}
