// A chart mark's shape -> the one or two places at which it shows a number.
import type { ChartChannel, ChartShape } from '../../document/chart-marks.ts';

/** Two ends of a length, or one place; none where the shape has no such measure. */
export function endsOf(shape: ChartShape, channel: ChartChannel): readonly number[] {
  switch (channel) {
    case 'x':
      return along(shape, 'left', 'right', 'x', 'x2');
    case 'y':
      return along(shape, 'top', 'bottom', 'y', 'y2');
    case 'angle':
      return shape.kind === 'sector' ? [shape.start, shape.end] : [];
    case 'radius':
      return shape.kind === 'sector' ? [shape.outer] : [];
    case 'size':
      return shape.kind === 'point' ? [shape.side ** 2] : [];
  }
}

function along(
  shape: ChartShape,
  low: 'left' | 'top',
  high: 'right' | 'bottom',
  one: 'x' | 'y',
  other: 'x2' | 'y2',
): readonly number[] {
  switch (shape.kind) {
    case 'box':
      return [shape[low], shape[high]];
    case 'segment':
      return shape[one] === shape[other] ? [shape[one]] : [shape[one], shape[other]];
    case 'corner': {
      const end = shape[other];
      return end === undefined ? [shape[one]] : [shape[one], end];
    }
    case 'point':
    case 'words':
      return [shape[one]];
    case 'sector':
      return [];
  }
}

/** How long a box is along its measure, and how thick across it, in points. */
export function sidesOf(
  box: ChartShape & { readonly kind: 'box' },
  channel: ChartChannel,
): { readonly along: number; readonly across: number } {
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  return channel === 'x' ? { along: width, across: height } : { along: height, across: width };
}

/** Where a mark stands across its measure: what is stacked on each other agrees in it. */
export function acrossOf(shape: ChartShape, channel: ChartChannel): string {
  const across = channel === 'x' ? endsOf(shape, 'y') : channel === 'y' ? endsOf(shape, 'x') : [];
  const place = shape.kind === 'sector' ? [shape.x, shape.y] : across;
  return place.map((value) => value.toFixed(2)).join(' ');
}
