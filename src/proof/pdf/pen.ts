// Operators that set colours, lines and opacity -> what paths and text are painted with.
import { numberAt } from './matrix.ts';
import type { PdfFile } from './pdf-file.ts';
import { isArray, nameOf, type PdfDict, type PdfValue } from './pdf-value.ts';

/** A colour as the content sets it (8.6). */
export interface Colour {
  /** `DeviceGray`, `DeviceRGB`, `DeviceCMYK`, or the name of a space in the page's resources. */
  readonly space: string;
  /** From 0 to 1 each, as written. */
  readonly values: readonly number[];
}

/** What the next path or text is painted with; never changed in place. */
export interface Pen {
  readonly fill: Colour;
  readonly stroke: Colour;
  /** In units of the coordinates that are current when it paints. */
  readonly lineWidth: number;
  /** Lengths of dashes and gaps; none for a whole line. */
  readonly dash: readonly number[];
  /** From 0, not seen, to 1. */
  readonly fillAlpha: number;
  readonly strokeAlpha: number;
}

const BLACK: Colour = { space: 'DeviceGray', values: [0] };

/** What a page begins with (8.4.1). */
export const FIRST_PEN: Pen = {
  fill: BLACK,
  stroke: BLACK,
  lineWidth: 1,
  dash: [],
  fillAlpha: 1,
  strokeAlpha: 1,
};

/** Operators that set a colour of a device. */
const DEVICE: Readonly<Record<string, readonly ['fill' | 'stroke', string]>> = {
  g: ['fill', 'DeviceGray'],
  G: ['stroke', 'DeviceGray'],
  rg: ['fill', 'DeviceRGB'],
  RG: ['stroke', 'DeviceRGB'],
  k: ['fill', 'DeviceCMYK'],
  K: ['stroke', 'DeviceCMYK'],
};

/** The pen after an operator; the same one where the operator is none of its own. Throws a PdfFault where numbers are missing. */
export function penAfter(
  pen: Pen,
  operator: string,
  operands: readonly PdfValue[],
  file: PdfFile,
  resources: PdfDict,
): Pen {
  const device = DEVICE[operator];
  if (device !== undefined) return { ...pen, [device[0]]: { space: device[1], values: numbersIn(operands) } };
  switch (operator) {
    case 'cs':
      return { ...pen, fill: { space: nameOf(operands[0] ?? null) ?? '', values: [] } };
    case 'CS':
      return { ...pen, stroke: { space: nameOf(operands[0] ?? null) ?? '', values: [] } };
    case 'sc':
    case 'scn':
      return { ...pen, fill: { ...pen.fill, values: numbersIn(operands) } };
    case 'SC':
    case 'SCN':
      return { ...pen, stroke: { ...pen.stroke, values: numbersIn(operands) } };
    case 'w':
      return { ...pen, lineWidth: numberAt(operands, 0) };
    case 'd':
      return {
        ...pen,
        dash: numbersIn(operands[0] !== undefined && isArray(operands[0]) ? operands[0] : []),
      };
    case 'gs':
      return withState(pen, file, file.resolve(resources.get('ExtGState')), operands[0]);
    default:
      return pen;
  }
}

/** A dictionary of graphics state parameters (8.4.5), as far as it tells of what is seen. */
function withState(pen: Pen, file: PdfFile, states: PdfValue, name: PdfValue | undefined): Pen {
  const state = states instanceof Map ? file.resolve(states.get(nameOf(name ?? null) ?? '')) : null;
  if (!(state instanceof Map)) return pen;
  return {
    ...pen,
    lineWidth: file.number(state.get('LW')) ?? pen.lineWidth,
    fillAlpha: file.number(state.get('ca')) ?? pen.fillAlpha,
    strokeAlpha: file.number(state.get('CA')) ?? pen.strokeAlpha,
  };
}

function numbersIn(values: readonly PdfValue[]): readonly number[] {
  return values.filter((value) => typeof value === 'number');
}
