// The words amid a chart's marks -> those that stand at the mark of another figure than theirs.
import { korean } from '../../diagnostic/particle.ts';
import type { ChartMark, ChartShape, PlacedChart } from '../../document/chart-marks.ts';
import { operandsOf } from '../../figure/relation.ts';
import { sameUnit } from '../../figure/unit.ts';
import type { ChartFaults } from './chart-faults.ts';
import type { ChartRows, KnownRow } from './mark-numbers.ts';
import { isPainted } from './prove-values.ts';
import { acrossOf } from './shape-ends.ts';

/** Points, and radians, beside its own mark that words may stand. */
const BESIDE = 2;
const TURNED = 0.15;
/** Points from its own point within which nobody takes words for another's. */
const AT_POINT = 15;

/** A mark that shows one figure. */
interface Own {
  readonly mark: ChartMark;
  readonly row: KnownRow;
}
type Place = readonly [x: number, y: number];

export function proveLabels(chart: PlacedChart, rows: ChartRows, faults: ChartFaults): void {
  const single = chart.marks.filter(isPainted).flatMap((mark): readonly Own[] => {
    const [row, more] = rows.groups(mark).flat();
    return row === undefined || more !== undefined ? [] : [{ mark, row }];
  });
  const marks = single.filter(({ mark }) => mark.shape.kind !== 'words');
  const labels = single.filter(({ mark }) => mark.shape.kind === 'words');
  const labelled = new Set(labels.map(({ row }) => row.ref));
  for (const label of labels) {
    const { shape, plot, set } = label.mark;
    if (shape.kind !== 'words' || shape.text.trim() === '') continue;
    const inPlot = marks.filter(({ mark }) => mark.plot === plot);
    const own = inPlot.filter(({ row }) => row.ref === label.row.ref);
    const others = inPlot.filter(({ row }) => row.ref !== label.row.ref);
    const isDrawn = marks.some(({ row }) => row.ref === label.row.ref);
    const other = isDrawn
      ? strayed(shape.middle, own, others)
      : taken(
          label,
          shape.text,
          others.filter(({ row }) => !labelled.has(row.ref)),
        );
    if (other !== undefined)
      faults.tell(
        'chart-other-place',
        `${set} at another`,
        korean`‘${label.row.named.label}’의 글자 ‘${shape.text}’이(가) ‘${other.row.named.label}’의 자리에 있습니다.`,
      );
  }
}

/** The other mark at which words stand that have marks of their own beside it. */
function strayed(middle: Place, own: readonly Own[], others: readonly Own[]): Own | undefined {
  const isAtOwn = own.some(({ mark }) => {
    switch (mark.shape.kind) {
      case 'box': {
        const isStacked = others.some(
          (one) => one.mark.set === mark.set && acrossAt(one.mark) === acrossAt(mark),
        );
        return isAtBox(mark, middle, BESIDE, isStacked);
      }
      case 'sector':
        return turnTo(mark.shape, middle) <= TURNED;
      case 'point':
      case 'corner':
        return distance(mark.shape, middle) <= AT_POINT;
      default:
        return true;
    }
  });
  if (own.length === 0 || isAtOwn) return undefined;
  return others.find(({ mark }) => own.some((one) => isAt(mark, one.mark, middle)));
}

/** Whether words that belong to `own` stand at a mark of its kind. */
function isAt(mark: ChartMark, own: ChartMark, middle: Place): boolean {
  const { shape } = mark;
  if (shape.kind !== own.shape.kind) return false;
  switch (shape.kind) {
    case 'box': {
      // What is drawn over another is no neighbour of it; in one set it is stacked on it.
      const isOver = acrossAt(mark) === acrossAt(own);
      return (!isOver || mark.set === own.set) && isAtBox(mark, middle, 0, isOver);
    }
    case 'sector':
      return acrossAt(mark) === acrossAt(own) && turnTo(shape, middle) === 0;
    case 'point':
    case 'corner':
      return distance(shape, middle) < distance(own.shape, middle) / 2;
    default:
      return false;
  }
}

/** Over, under or in a bar; `wholly`: in it alone. */
function isAtBox({ shape, measures }: ChartMark, [x, y]: Place, slack: number, wholly: boolean): boolean {
  if (shape.kind !== 'box') return false;
  const [measure, more] = measures;
  const free = wholly || more !== undefined ? undefined : measure?.channel;
  return (
    (free === 'x' || (x >= shape.left - slack && x <= shape.right + slack)) &&
    (free === 'y' || (y >= shape.top - slack && y <= shape.bottom + slack))
  );
}

/** How far, in radians, the direction of a place lies beside a sector. */
function turnTo(sector: ChartShape & { readonly kind: 'sector' }, [x, y]: Place): number {
  const [start, end] = [Math.min(sector.start, sector.end), Math.max(sector.start, sector.end)];
  const middle = (start + end) / 2;
  const angle = Math.atan2(x - sector.x, sector.y - y) - middle;
  const off = Math.abs(Math.atan2(Math.sin(angle), Math.cos(angle)));
  return Math.max(0, off - (end - start) / 2);
}

function distance(shape: ChartShape, [x, y]: Place): number {
  return 'x' in shape ? Math.hypot(shape.x - x, shape.y - y) : Number.POSITIVE_INFINITY;
}

function acrossAt({ shape, measures }: ChartMark): string {
  return acrossOf(shape, measures[0]?.channel ?? 'x');
}

/** The mark whose value words seem to be that have none: alike in unit, at its category, neither its total nor called by their own name. */
function taken({ mark, row }: Own, text: string, others: readonly Own[]): Own | undefined {
  if (!/\d/u.test(text)) return undefined;
  const place = placeOf(mark);
  const { definition, effective } = row.figure;
  const at = others.filter(
    (one) => placeOf(one.mark) === place && sameUnit(one.row.figure.definition.unit, definition.unit),
  );
  const [first] = at;
  if (place === '' || first === undefined || effective.kind !== 'quantity') return undefined;
  const operands = definition.relation === undefined ? [] : operandsOf(definition.relation);
  const sum = at.reduce((total, one) => total + (one.row.value ?? 0), 0);
  const isTotal = operands.length > 0 || Math.abs(sum - (row.value ?? 0)) <= 1e-9 * Math.abs(sum);
  const own = row.named.words.filter((word) => !first.row.named.words.includes(word));
  const isCalled = own.some((word) => text.includes(word) || mark.names.includes(word));
  return isTotal || isCalled ? undefined : first;
}

function placeOf({ places }: ChartMark): string {
  return places.flatMap(({ value }) => value ?? []).join(' ');
}
