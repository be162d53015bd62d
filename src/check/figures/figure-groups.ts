// Plan and document -> the group by age or size that a figure counts.

import { plainText } from '../../document/inline.ts';
import type { Address } from '../../figure/address.ts';
import type { CheckInput } from '../rule.ts';
import { type Group, groupsIn, unionOf } from '../text/groups.ts';
import type { Cells } from './cells.ts';
import type { PrintedAt } from './headings.ts';
import { measuredOf } from './measured.ts';

export class FigureGroups {
  readonly #input: CheckInput;
  readonly #cells: Cells;
  readonly #printed: PrintedAt;
  readonly #groups = new Map<Address, Group | undefined>();

  constructor(input: CheckInput) {
    this.#input = input;
    this.#cells = input.cells;
    this.#printed = input.printed;
  }

  /** By its headers, else by its relation, else by its table's caption; undefined where none says it. */
  of(address: Address): Group | undefined {
    if (this.#groups.has(address)) return this.#groups.get(address);
    this.#groups.set(address, undefined);
    const group = this.headed(address) ?? this.#related(address) ?? this.captioned(address);
    this.#groups.set(address, group);
    return group;
  }

  /** What the headers of its row and column say, the innermost first. */
  headed(address: Address): Group | undefined {
    const cell = this.#cells.get(address);
    if (cell === undefined) return undefined;
    for (const { label } of [...cell.row.toReversed(), ...cell.column.toReversed()]) {
      const group = this.#groupAt(label.place);
      if (group !== undefined) return group;
    }
    return undefined;
  }

  captioned(address: Address): Group | undefined {
    const caption = this.#cells.get(address)?.table.caption;
    return caption && this.#groupAt(caption.place);
  }

  #groupAt(place: Parameters<PrintedAt>[0]): Group | undefined {
    const text = this.#printed(place);
    return text && groupsIn(plainText(text.inlines))[0];
  }

  #related(address: Address): Group | undefined {
    const relation = this.#input.book.get(address)?.definition.relation;
    if (relation === undefined) return undefined;
    const groups = measuredOf(relation).map((operand) => this.of(operand));
    const known = groups.flatMap((group) => group ?? []);
    const union = known.length === groups.length ? unionOf(known) : undefined;
    // Everyone is no group.
    return union?.from === 0 && union.to === Number.POSITIVE_INFINITY ? undefined : union;
  }
}
