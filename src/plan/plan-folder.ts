// A plan -> the folder of its files, as places name it.
import type { Plan } from './plan.ts';

/** With a slash at its end. */
export function planFolder({ title: { place } }: Pick<Plan, 'title'>): string {
  return place.file.slice(0, place.file.lastIndexOf('/') + 1);
}
