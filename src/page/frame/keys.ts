// Keys pressed anywhere -> what they do, and the list of them for the help.
import { go, isLeftClosed, pane, redo, togglePane, undo } from '../state/store.ts';
import { goingRound } from './going-round.ts';
import { openScreens } from './stage-bar.tsx';

export const KEYS = [
  { keys: 'F1', words: '도움말' },
  { keys: 'Alt 1…9', words: '화면 바꾸기: 왼쪽부터 1, 2, 3' },
  { keys: 'F6', words: '다음 칸으로. Shift F6은 앞 칸으로' },
  { keys: 'F8', words: '다음 할 것으로. Shift F8은 앞의 것으로' },
  { keys: 'Ctrl Enter', words: '색이 찬 단추 누르기' },
  { keys: 'Ctrl Z', words: '되돌리기' },
  { keys: 'Ctrl Y', words: '다시 하기' },
  { keys: 'Ctrl B', words: '왼쪽 칸 접기, 펴기' },
  { keys: 'Shift ↓', words: '목록에서 여러 개 고르기' },
  { keys: 'F2', words: '통계 칸에 적힌 값 고치기. Delete는 비우기' },
  { keys: 'Esc', words: '한 걸음 밖으로' },
] as const;

/** The screen's own answer to F8: the next (1) or previous (-1) open thing. */
let step: ((by: 1 | -1) => void) | undefined;

/** What F8 does on this screen, until the function given back is called. */
export function onStep(run: (by: 1 | -1) => void): () => void {
  step = run;
  return () => {
    if (step === run) step = undefined;
  };
}

export function onKeyDown(event: KeyboardEvent): void {
  if (event.isComposing || event.defaultPrevented || !handle(event)) return;
  event.preventDefault();
}

function handle(event: KeyboardEvent): boolean {
  const by = event.shiftKey ? -1 : 1;
  if (event.altKey && !event.ctrlKey && event.code.startsWith('Digit'))
    return toScreen(Number(event.code.at(-1)));
  if (event.key === 'F1') {
    togglePane('help');
    return true;
  }
  if (event.key === 'F6') return toPane(by);
  if (event.key === 'F8') {
    step?.(by);
    return step !== undefined;
  }
  if (event.key === 'Escape' && pane.value !== undefined) {
    pane.value = undefined;
    return true;
  }
  return event.ctrlKey && !event.altKey ? withControl(event) : false;
}

function withControl(event: KeyboardEvent): boolean {
  if (event.key === 'Enter') {
    const filled = document.querySelector<HTMLElement>('main .btn.primary');
    filled?.focus();
    filled?.click();
    return filled !== null;
  }
  // In a field these are the field's own.
  const isField = event.target instanceof HTMLInputElement && event.target.type === 'text';
  const letter = event.code;
  if (letter === 'KeyB') isLeftClosed.value = !isLeftClosed.value;
  else if (isField || event.target instanceof HTMLTextAreaElement) return false;
  else if (letter === 'KeyZ' && !event.shiftKey) undo();
  else if (letter === 'KeyY' || letter === 'KeyZ') redo();
  else return false;
  return true;
}

function toScreen(number: number): boolean {
  const to = openScreens()[number - 1];
  if (to !== undefined) go(to);
  return to !== undefined;
}

/** The next pane's first thing that takes the focus. */
function toPane(by: 1 | -1): boolean {
  const panes = [...document.querySelectorAll<HTMLElement>('.pane, .stages, .totals')].filter(
    (pane) => pane.offsetParent !== null,
  );
  const here = panes.find((pane) => pane.contains(document.activeElement));
  for (const next of goingRound(panes, here, by)) {
    const target = next.querySelector<HTMLElement>('[aria-current=true], [tabindex="0"], button, a, input');
    if (target === null) continue;
    target.focus();
    return true;
  }
  return false;
}
