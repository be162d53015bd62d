// A Vega scenegraph -> whether the names below a chart run into one another, and what a specification asks for so that they do not.
import type { SceneItem, SceneMark } from './scene-item.ts';

/** Points by which names have to stand apart. */
const APART = 0.5;
/** Years and other numbers: who reads some of them knows the others. */
const COUNTED = /^[’'\d.,~\-년월분기 ]+$/u;

/** `counted`: all of them are years or numbers. Undefined where all have their room. */
export function crowdedNames(root: SceneMark): 'counted' | 'named' | undefined {
  const axes = labelsBelow(root);
  const crowded = axes.filter(isCrowded);
  if (crowded.length === 0) return undefined;
  return crowded.flat().every(({ text }) => COUNTED.test(String(text))) ? 'counted' : 'named';
}

/** The specification with years thinned out, or names turned upright and thinned out where even so they have no room; what it says of an axis itself stands. */
export function withRoomForNames(
  spec: Readonly<Record<string, unknown>>,
  crowded: 'counted' | 'named',
): Readonly<Record<string, unknown>> {
  const own = spec.config as Readonly<Record<string, Readonly<Record<string, unknown>>>> | undefined;
  const asked =
    crowded === 'counted'
      ? { labelOverlap: 'parity' }
      : { labelAngle: -90, labelAlign: 'right', labelBaseline: 'middle', labelOverlap: 'parity' };
  return { ...spec, config: { ...own, axisX: { ...own?.axisX, ...asked } } };
}

function labelsBelow({ items, marktype }: SceneMark): readonly (readonly SceneItem[])[] {
  if (marktype !== 'group') return [];
  return items.flatMap((item) =>
    (item.items ?? []).flatMap((mark) => {
      if (mark.role !== 'axis') return labelsBelow(mark);
      return mark.items
        .filter(({ orient }) => orient === 'bottom' || orient === 'top')
        .map((axis) => labelsIn(axis));
    }),
  );
}

function labelsIn({ items = [] }: SceneItem): readonly SceneItem[] {
  return items.flatMap((mark) =>
    mark.role === 'axis-label'
      ? mark.items.filter(({ opacity = 1, text }) => opacity > 0 && String(text ?? '').trim() !== '')
      : mark.items.flatMap((item) => labelsIn(item)),
  );
}

function isCrowded(labels: readonly SceneItem[]): boolean {
  const ends = labels
    .flatMap(({ bounds }) => (bounds === undefined ? [] : [bounds]))
    .toSorted((one, other) => one.x1 - other.x1);
  return ends.some(({ x1 }, index) => index > 0 && x1 < (ends[index - 1]?.x2 ?? 0) + APART);
}
