// The files that were dropped and are not yet taken -> the one that is shown, and those that wait behind it.
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Dropped } from '../../serve/api.ts';
import { post, upload } from './client.ts';
import { attempt, base, say, stamp } from './store.ts';

export const dropped = signal<Dropped | undefined>(undefined);
/** Dropped together with it: each is looked at once those before it are in the plan or were left. */
export const waiting = signal<readonly File[]>([]);

/** Asks what the next of the waiting files is; undefined where none is left. */
export async function nextDropped(): Promise<Dropped | undefined> {
  const [file, ...rest] = waiting.value;
  waiting.value = rest;
  const found = file && (await attempt(() => upload<Dropped>(`${base.value}/drop`, file)));
  if (found !== undefined) say(found.words);
  return found;
}

/** Leaves the file that is shown, and shows the next one. */
export async function leaveDropped(): Promise<void> {
  dropped.value = await nextDropped();
}

/** What was dropped, put to the plan as it is now: asked again where the plan has changed since. */
export function useDropped(): Dropped | undefined {
  const taken = dropped.value;
  const version = stamp.value;
  useEffect(() => {
    if (taken === undefined || !('drop' in taken) || taken.stamp === version) return;
    void attempt(() => post<Dropped>(`${base.value}/drop/again`, { drop: taken.drop })).then((again) => {
      if (again !== undefined && dropped.value === taken) dropped.value = again;
    });
  }, [taken, version]);
  return taken;
}
