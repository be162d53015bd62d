// What every screen shows -> signals, and the few things that change them.
import { batch, computed, signal } from '@preact/signals';
import type { Fault, Handle, PlanState, Plans, Saved, StageName } from '../../serve/api.ts';
import type { Job } from '../../serve/api-jobs.ts';
import { Gone, get, post, Refused, Unknown } from './client.ts';

export type Screen = 'home' | StageName;
type Side = 'help' | 'changes';

export const plans = signal<Plans | undefined>(undefined);
export const plan = signal<PlanState | undefined>(undefined);
export const screen = signal<Screen>('home');
/** Whether the program still answers. */
export const isGone = signal(false);
/** Whether it answers, and does not know this window. */
export const isUnknown = signal(false);
/** What the live region says. */
export const spoken = signal('');
/** Why the last change was not made; said above the screen until the next one. */
export const faults = signal<readonly Fault[]>([]);
/** What somebody else changed meanwhile, so that nothing was written. */
export const conflict = signal<string | undefined>(undefined);
export const jobs = signal<ReadonlyMap<string, Job>>(new Map());
/** Whether a change is on its way: what the program tells of the files meanwhile is this page's own doing. */
export const isChanging = signal(false);
/** How many changes were answered: what was asked before one of them is not of the plan as it left it. */
const answered = signal(0);
/** The pane over the screen's right side. */
export const pane = signal<Side | undefined>(undefined);
/** The finding that another screen sends to. */
export const wanted = signal<Handle | undefined>(undefined);
export const isLeftClosed = signal(false);

/** Where the open plan's routes begin. */
export const base = computed(() => `/api/plans/${plan.value?.card.plan ?? ''}`);
export const stamp = computed(() => plan.value?.stamp ?? '');
export const isReadOnly = computed(() => plan.value?.card.readOnly !== undefined);

export function say(words: string): void {
  spoken.value = words;
}

/** Runs what asks the program something, and shows why it was refused; undefined then. */
export async function attempt<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Refused) faults.value = error.faults;
    else if (error instanceof Gone)
      batch(() => {
        isUnknown.value = error instanceof Unknown;
        isGone.value = true;
      });
    else throw error;
    return undefined;
  }
}

export async function loadPlans(): Promise<void> {
  const found = await attempt(() => get<Plans>('/api/plans'));
  if (found === undefined) return;
  plans.value = found;
  const first = found.plans.find(({ faults }) => faults.length === 0);
  if (plan.value === undefined && first !== undefined) await openPlan(first.plan);
}

/** With the stamp that was `seen`, what others have changed since is told; without it all is taken as it is. */
export async function openPlan(handle: Handle, seen?: string): Promise<void> {
  const query = seen === undefined ? '' : `?seen=${encodeURIComponent(seen)}`;
  const before = answered.value;
  const state = await attempt(() => get<PlanState>(`/api/plans/${handle}${query}`));
  if (state === undefined) return;
  if (answered.value !== before && plan.value?.card.plan === handle) return openPlan(handle, stamp.value);
  batch(() => {
    if (plan.value?.card.plan !== handle) conflict.value = undefined;
    plan.value = state;
  });
}

/** Takes over what may have been missed of the open plan. */
export async function catchUp(): Promise<void> {
  const card = plan.value?.card;
  if (card !== undefined) await openPlan(card.plan, stamp.value);
}

/** Asks for a change of the open plan: whether it was made; why not is shown. The body gets the stamp of what the screen shows. */
export async function change(path: string, body: object, words: string): Promise<boolean> {
  const saved = await ask(path, body);
  if (saved?.kind === 'refused') faults.value = saved.faults;
  if (saved?.kind !== 'saved') return false;
  say(words);
  return true;
}

/** As `change`, for who says himself what came of it; undefined where nothing did. */
export async function ask<Answer extends Saved>(path: string, body: object): Promise<Answer | undefined> {
  // One at a time: what is asked next is asked of what this one leaves.
  if (isChanging.value) return undefined;
  faults.value = [];
  isChanging.value = true;
  const saved = await attempt(() => post<Answer>(`${base.value}${path}`, { ...body, stamp: stamp.value }));
  isChanging.value = false;
  answered.value++;
  // What others did meanwhile was not listened to.
  if (saved === undefined || saved.kind === 'refused') {
    void catchUp();
    return saved;
  }
  batch(() => {
    plan.value = saved.state;
    conflict.value = saved.kind === 'conflict' ? saved.words : undefined;
  });
  if (saved.kind === 'saved') void loadPlans();
  return saved;
}

export function undo(): void {
  const words = plan.value?.undo;
  if (words !== undefined) void change('/undo', {}, `되돌렸습니다: ${words}`);
}

export function redo(): void {
  const words = plan.value?.redo;
  if (words !== undefined) void change('/redo', {}, `다시 했습니다: ${words}`);
}

/** Opens it, or closes it where it is open. */
export function togglePane(which: Side): void {
  pane.value = pane.value === which ? undefined : which;
}

export function go(to: Screen): void {
  location.hash = to === 'home' ? '' : to;
  screen.value = to;
  faults.value = [];
  conflict.value = undefined;
}
