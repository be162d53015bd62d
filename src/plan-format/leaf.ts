// The data types of a table's axes while its references are resolved.
import type { SourceLocation } from '../diagnostic.ts';
import type { Unit } from '../figure/unit.ts';
import type { AxisEntry } from '../plan/statistics-table.ts';

/** A row or column that has cells. */
export interface Leaf {
  /** The ids on its path joined by hyphens. */
  readonly id: string;
  readonly ids: readonly string[];
  readonly index: number;
  /** From the leaf itself or the nearest group around it that says. */
  readonly unit: Unit | undefined;
  readonly digits: number | undefined;
  readonly holdsText: boolean;
  readonly merged: boolean;
  /** Its figures are printed with their unit. */
  readonly withUnit: boolean;
  /** The leaf with the next smaller period whose other ids are the same. */
  readonly previous: Leaf | undefined;
  readonly place: SourceLocation;
}

export interface Axis {
  readonly entries: readonly AxisEntry[];
  readonly leaves: readonly Leaf[];
  readonly byId: ReadonlyMap<string, Leaf>;
  /** The leaves that each pattern matches: `*`, `2022`, `*-count`. */
  readonly byPattern: ReadonlyMap<string, readonly Leaf[]>;
  /** The number of label rows or columns it takes. */
  readonly depth: number;
}
