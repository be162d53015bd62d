// The figures of a plan and where each was found -> figures.json, the same bytes each time.
import type { Address } from '../figure/address.ts';
import type { FigureBook, Value } from '../figure/figure.ts';
import { decimalText, exactDigits } from '../figure/quantity.ts';

/** Where a figure stands in a finished file, found there by reading it back. */
export type FigurePlace =
  | {
      readonly file: string;
      /** From 1, as viewers count. */
      readonly page: number;
      /** The number printed on the page, or its name. */
      readonly label: string;
      readonly block: string;
    }
  /** `총괄!B5` */
  | { readonly file: string; readonly cell: string };

export interface FigureProof {
  readonly address: Address;
  /** Exact: decimals where they end, else a fraction in lowest terms (`100/3`); null for nil and missing. */
  readonly value: string | null;
  readonly state: 'value' | 'nil' | 'missing';
  readonly unit: string;
  /** As printed, each form once, in the order of their first places. */
  readonly forms: readonly string[];
  /** Pages in order, then cells. */
  readonly places: readonly FigurePlace[];
}

/** A figure found in a file. */
export interface FoundFigure {
  readonly address: Address;
  readonly text: string;
  readonly place: FigurePlace;
}

/** Every figure of the book by address, found or not. */
export function figureProofs(book: FigureBook, found: readonly FoundFigure[]): readonly FigureProof[] {
  const byAddress = new Map<Address, FoundFigure[]>();
  for (const figure of found) {
    const known = byAddress.get(figure.address);
    if (known === undefined) byAddress.set(figure.address, [figure]);
    else known.push(figure);
  }
  return [...book]
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([address, { definition, effective }]) => {
      const here = byAddress.get(address) ?? [];
      const places = new Map(here.map(({ place }) => [JSON.stringify(place), place]));
      return {
        address,
        value: exactText(effective),
        state: effective.kind === 'quantity' ? 'value' : effective.kind,
        unit: definition.unit.label,
        forms: [...new Set(here.map(({ text }) => text))],
        places: [...places.values()],
      };
    });
}

/** One figure a line, so that two editions can be compared line by line. */
export function figuresJson(plan: string, figures: readonly FigureProof[]): string {
  const lines = figures.map((figure) => `    ${JSON.stringify(figure)}`);
  return `{\n  "plan": ${JSON.stringify(plan)},\n  "figures": [\n${lines.join(',\n')}\n  ]\n}\n`;
}

function exactText(value: Value): string | null {
  if (value.kind !== 'quantity') return null;
  const { exact } = value;
  const digits = exactDigits(exact);
  return digits === undefined ? exact.toFraction() : decimalText(exact, digits);
}
