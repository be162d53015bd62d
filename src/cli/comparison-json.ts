// A comparison -> what other programs read of it, as JSON: the two editions, every figure that differs, its places, the texts.
import type { ComparisonResult } from '../commands/compare.ts';
import type { Value } from '../figure/figure.ts';
import { decimalText } from '../figure/quantity.ts';
import type { ComparedEdition } from '../plan/comparison.ts';

export function comparisonJson({ comparison, places }: ComparisonResult): object {
  const { from, to, items, figures, texts } = comparison;
  return {
    from: edition(from),
    to: edition(to),
    items: items.map(({ key, level, state, name }) => ({
      key,
      level,
      state,
      ...(name && { name: name.canonical.text }),
    })),
    figures: [...figures.values()].map(({ address, unit, before, after, reasons, input, roundingOnly }) => ({
      address,
      unit: unit.label,
      before: plainValue(before),
      after: plainValue(after),
      input,
      roundingOnly,
      reasons: reasons.map(({ text }) => text),
      pages: places.get(address)?.pages ?? [],
      cells: places.get(address)?.cells ?? [],
    })),
    texts: texts.map(({ edition: number, file, before, after, reason }) => ({
      edition: number,
      file,
      before: before.text,
      after: after.text,
      ...(reason && { reason: reason.text }),
    })),
  };
}

function edition({ number, title, kind, date, published }: ComparedEdition) {
  return { number, title: title?.text ?? '당초', ...(kind && { kind }), date, published };
}

/** Decimal characters at the value's own digits, so that nothing is lost to binary fractions; null when not known, `-` for nil. */
function plainValue(value: Value): string | null {
  switch (value.kind) {
    case 'missing':
      return null;
    case 'nil':
      return '-';
    case 'quantity':
      return decimalText(value.exact, value.digits);
  }
}
