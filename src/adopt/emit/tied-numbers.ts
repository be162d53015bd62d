// A narrative with its numbers typed -> the same with those called from the table that they repeat.
import { sameUnit, type Units } from '../../figure/unit.ts';
import type { KnownFigure, KnownFigures } from '../known-figures.ts';

const RUN = /\d[\d,.]*/g;
/** Four digits or more, with commas where they belong or without any. */
const NUMBER = /^(?:\d{1,3}(?:,\d{3}){1,5}|\d{4,15})(?:\.\d{1,9})?$/;

/**
 * Numbers of four digits or more with a unit behind them that are a table's, in what that counts; of several the table's that comes next, or was the
 * last. Nothing else is tied: fewer digits meet by chance.
 */
export function tiedNumbers(text: string, { figures }: Pick<KnownFigures, 'figures'>, units: Units): string {
  const lines = text.split('\n');
  const tables = lines.map((line) => /^ ?\{\{table "([a-z0-9-]+)"\}\}$/.exec(line)?.[1]);
  return lines
    .map((line, index) => {
      if (/^(?:#|\{\{)/.test(line.trimStart())) return line;
      return line.replaceAll(RUN, (run: string, offset: number) => {
        // A full stop or a comma of the sentence is none of the number's.
        const typed = run.endsWith('.') || run.endsWith(',') ? run.slice(0, -1) : run;
        const candidates = NUMBER.test(typed) ? (figures.get(typed.replaceAll(',', '')) ?? []) : [];
        const behind = line.slice(offset + typed.length).trimStart();
        const said = candidates.length === 0 ? undefined : units.leading(behind, () => true)?.unit;
        const fitting = candidates.filter(({ unit }) => said !== undefined && sameUnit(unit, said));
        const best = nearest(fitting, tables, index);
        return best === undefined ? run : `{{fig "${best.address}" as="${typed}"}}${run.slice(typed.length)}`;
      });
    })
    .join('\n');
}

function nearest(
  candidates: readonly KnownFigure[],
  tables: readonly (string | undefined)[],
  line: number,
): KnownFigure | undefined {
  const distance = ({ table }: KnownFigure) => {
    const at = tables.indexOf(table);
    if (at < 0) return Number.POSITIVE_INFINITY;
    // The table below a text is the one that it tells of.
    return at > line ? at - line : (line - at) * 2;
  };
  const [first, ...rest] = candidates;
  if (first === undefined) return undefined;
  return rest.reduce((best, one) => (distance(one) < distance(best) ? one : best), first);
}
