// The name of a sign -> its drawing; what it means stands beside it in words.
import type { JSX } from 'preact';

const PATHS = {
  home: 'M3 9.2 10 3.5l7 5.7V17H12v-4.5H8V17H3z',
  check: 'M4 10.5l4 4 8-9',
  down: 'M5 8l5 5 5-5',
  right: 'M4 10h12M11 5l5 5-5 5',
  help: 'M10 2.5a7.5 7.5 0 1 0 0 15a7.5 7.5 0 0 0 0-15M7.8 7.8a2.2 2.2 0 1 1 3.2 2q-1 .6-1 1.6M10 14.2v.1',
  stop: 'M10 2.5a7.5 7.5 0 1 0 0 15a7.5 7.5 0 0 0 0-15M10 6v5M10 14v.1',
  warn: 'M10 3l7.5 13.5h-15zM10 8v4M10 14.2v.1',
  upload: 'M10 13V3M6 7l4-4 4 4M3 12v5h14v-5',
  undo: 'M7 4L3.5 7.5 7 11M4 7.5h8a4.5 4.5 0 0 1 0 9H8',
  redo: 'M13 4l3.5 3.5L13 11M16 7.5H8a4.5 4.5 0 0 0 0 9h4',
  clock: 'M10 2.5a7.5 7.5 0 1 0 0 15a7.5 7.5 0 0 0 0-15M10 6v4.5l3 1.5',
  pencil: 'M4 16l1-4L14 3l3 3-9 9zM12.5 4.5l3 3',
  person: 'M10 3.5a3 3 0 1 0 0 6a3 3 0 0 0 0-6M4 17q0-5 6-5t6 5',
  close: 'M5 5l10 10M15 5L5 15',
  plus: 'M10 4v12M4 10h12',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { readonly name: IconName }): JSX.Element {
  return (
    <svg class="i" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}

/** The state of a stage as a small disc: empty, half, done, stopped. */
export function Disc({ state }: { readonly state: 'open' | 'done' | 'stopped' | 'none' }): JSX.Element {
  return (
    <svg class={`disc ${state}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <circle cx="8" cy="8" r="7" />
      {state === 'open' && <path class="pie" d="M8 8V3a5 5 0 0 1 0 10z" />}
      {state === 'done' && <path d="M4.5 8.3l2.5 2.5L11.6 5.6" />}
      {state === 'stopped' && <path d="M8 4v5M8 11.6v.2" />}
    </svg>
  );
}
