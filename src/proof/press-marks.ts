// What all plates of a press file print -> crop and registration marks that are not where a shop looks for them.
import type { Diagnostic } from '../diagnostic.ts';
import type { Theme } from '../document/theme.ts';
import type { PaintedShape } from './pdf/page-shapes.ts';
import type { PdfFaults } from './pdf-faults.ts';
import { MM, type PdfPurpose, type Shift } from './pdf-purpose.ts';

/** Length of a crop mark, middle of a registration mark beyond the bleed, its circle and its cross; in mm. */
const CROP = 5;
const MIDDLE = 4;
const CIRCLE = 1.5;
const CROSS = 2.5;
/** Points: of its line, and by which a file may round. */
const LINE = 0.25;
const ROUNDING = 0.01;

type Extent = Pick<PaintedShape, 'left' | 'right' | 'top' | 'bottom'>;

/** Two marks at each corner, one at both ends of a fold, a circle with a cross in the middle of each edge; none in a file that goes to no press. */
export function provePressMarks(
  faults: PdfFaults,
  page: Theme['page'],
  index: number,
  marks: readonly PaintedShape[],
  purpose: PdfPurpose,
  shift: Shift,
): readonly Diagnostic[] {
  const right =
    purpose.kind === 'press'
      ? marksOf(page.width * MM, page.height * MM, purpose.bleed * MM, shift, purpose.folds)
      : [];
  const left = [...marks];
  const lost = right.filter((mark) => {
    const at = left.findIndex(
      (one) => isAt(one, mark) && Math.abs(one.lineWidth - LINE) < ROUNDING && !one.fill,
    );
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return lost.length + left.length === 0 ? [] : [faults.file.pressMarks(index)];
}

function marksOf(
  width: number,
  height: number,
  bleed: number,
  shift: Shift,
  folds: readonly number[],
): readonly Extent[] {
  const far = bleed + CROP * MM;
  const around = (x: number, y: number, across: number, down: number): Extent => ({
    left: x - across - shift.right,
    right: x + across - shift.right,
    top: y - down - shift.down,
    bottom: y + down - shift.down,
  });
  const half = (far - bleed) / 2;
  const beyond = bleed + half;
  const corners = [0, ...folds.map((fold) => fold * MM), width].flatMap((x) => [
    around(x, -beyond, 0, half),
    around(x, height + beyond, 0, half),
  ]);
  const sides = [0, height].flatMap((y) => [around(-beyond, y, half, 0), around(width + beyond, y, half, 0)]);
  const away = bleed + MIDDLE * MM;
  const middles = [
    [width / 2, -away],
    [width / 2, height + away],
    [-away, height / 2],
    [width + away, height / 2],
  ] as const;
  return [
    ...corners,
    ...sides,
    ...middles.flatMap(([x, y]) => [
      around(x, y, CROSS * MM, 0),
      around(x, y, 0, CROSS * MM),
      around(x, y, CIRCLE * MM, CIRCLE * MM),
    ]),
  ];
}

function isAt(one: Extent, other: Extent): boolean {
  return (['left', 'right', 'top', 'bottom'] as const).every(
    (edge) => Math.abs(one[edge] - other[edge]) < ROUNDING,
  );
}
