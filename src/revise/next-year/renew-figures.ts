// statistics/figures.yaml -> the same figures a year later: what follows from others is computed, the rest is missing.
import { isMap, isScalar, isSeq } from 'yaml';
import { addressOf } from '../../figure/address.ts';
import type { FigureBook } from '../../figure/figure.ts';
import { openYaml, plain, valueScalar, yamlText } from '../yaml-edit.ts';
import { valueText } from './renew-table.ts';
import type { RenewedFile, ToRenew } from './renewed.ts';
import { type Shift, shiftRelation } from './shift.ts';

export const FIGURES_FILE = 'statistics/figures.yaml';
const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/;

/** The ids with a year in them, and what they become: `population-growth-2022`. */
export function figureIds(text: string, years: number): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const { key } of openYaml(text).root.items) {
    if (!isScalar(key) || typeof key.value !== 'string' || !YEAR.test(key.value)) continue;
    ids.set(
      key.value,
      key.value.replace(YEAR, (year) => String(Number(year) + years)),
    );
  }
  return ids;
}

export function renewFigures(text: string, shift: Shift, book: FigureBook): RenewedFile {
  const { document, root } = openYaml(text);
  const toRenew: ToRenew[] = [];
  for (const { key, value } of root.items) {
    if (!isScalar(key) || typeof key.value !== 'string' || !isMap(value)) continue;
    const before = key.value;
    const after = shift.figures.get(before) ?? before;
    const figure = book.get(addressOf('figures', before));
    // The figure of the new year's id may be an older one of this year's plan.
    const donor = after === before ? undefined : book.get(addressOf('figures', after));
    key.value = after;
    for (const published of ['as', 'inferred', 'about']) value.delete(published);
    const rule = value.get('is', true);
    const moved =
      isScalar(rule) && typeof rule.value === 'string' ? shiftRelation(rule.value, shift) : undefined;
    if (isScalar(rule) && moved !== undefined) {
      rule.value = moved;
      value.delete('value');
      if (figure !== undefined && !value.has('digits'))
        value.set(plain('digits'), plain(String(figure.definition.digits)));
    } else {
      if (isScalar(rule))
        toRenew.push({ kind: 'ended', file: FIGURES_FILE, text: `${after}: ${String(rule.value)}` });
      value.delete('is');
      const kept = donor && donor.effective.kind !== 'missing' ? valueText(donor) : 'missing';
      value.set('value', valueScalar(kept));
      if (kept === 'missing' && figure !== undefined)
        toRenew.push({
          kind: 'figure',
          file: FIGURES_FILE,
          address: addressOf('figures', after),
          last: valueText(figure),
        });
    }
    const equals = value.get('equals', true);
    if (!isSeq(equals)) continue;
    equals.items = equals.items.filter((one) => {
      if (!isScalar(one) || typeof one.value !== 'string') return true;
      const restated = shiftRelation(one.value, shift);
      one.value = restated ?? one.value;
      return restated !== undefined;
    });
    if (equals.items.length === 0) value.delete('equals');
  }
  return { name: FIGURES_FILE, text: yamlText(document), toRenew };
}
