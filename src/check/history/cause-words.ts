// What a change of a publication is due to -> the Korean words for it, where it is typed now, and the line of the record.
import type { SourceLocation } from '../../diagnostic.ts';
import type { Address } from '../../figure/address.ts';
import type { Publication } from '../../plan/publication.ts';
import type { Found } from '../finding.ts';
import { type Cause, type ChangedFigure, groupOf, keyOf } from './figure-causes.ts';
import type { PrintedNow } from './printed-now.ts';
import { kindOf, NOTHING, publicationLabel, shown } from './published-words.ts';
import type { ChangedText, Renamed } from './text-causes.ts';

/** How many of the figures that went are quoted. */
const MOST_VALUES = 4;

interface CauseWords {
  /** As the lines of a record are known. */
  readonly line: string;
  /** Undefined for what is typed no more. */
  readonly place: SourceLocation | undefined;
  readonly words: Omit<Found, 'place'>;
}

/** `effect`: what was first found to follow from the cause. */
export function causeWords(
  cause: Cause,
  effect: ChangedFigure | ChangedText | undefined,
  changes: {
    readonly changed: ReadonlyMap<Address, ChangedFigure>;
    readonly renamed: readonly Renamed[];
  },
  edition: {
    readonly record: Publication;
    readonly printed: PrintedNow;
    readonly labelOf: (address: Address) => string;
  },
): CauseWords {
  const { changed, renamed } = changes;
  const { record, printed, labelOf } = edition;
  const when = publicationLabel(record);
  const subject = `${record.edition} ${keyOf(cause)}`;
  const { figures, names, places } = printed;
  switch (cause.kind) {
    case 'figure': {
      const { address } = cause;
      const other = effect !== undefined && 'hunk' in effect ? effect.earlier : effect;
      const figure = changed.get(address) ?? other;
      const { before, after } = figure ?? { before: '', after: '' };
      return {
        line: `figures ${figure?.address}`,
        place: places.get(address),
        words: {
          subject,
          message: `공시한 수치가 바뀌었습니다(${when}): ${labelOf(figure?.address ?? address)} 공시 ${shown(before)}, 지금 ${shown(after)}.`,
          stated: shown(after),
          computed: shown(before),
        },
      };
    }
    case 'worked-out': {
      const one = effect !== undefined && 'address' in effect ? effect : undefined;
      return {
        line: `figures ${one?.address}`,
        place: one && places.get(one.address),
        words: {
          subject,
          message: `공시한 수치가 적힌 값은 그대로인데 달리 셈해집니다(${when}): ${one && labelOf(one.address)} 공시 ${shown(one?.before)}, 지금 ${shown(one?.after)}.`,
          stated: shown(one?.after),
          computed: shown(one?.before),
        },
      };
    }
    case 'name': {
      const { before, after } = renamed.find(({ key }) => key === cause.key) ?? {};
      return {
        line: `names ${cause.key}`,
        place: names.get(cause.key)?.place,
        words: {
          subject,
          message: `공시한 ${kindOf(cause.key)} 바뀌었습니다(${when}): 공시 ‘${before}’, 지금 ‘${after}’.`,
          stated: shown(after),
          computed: shown(before),
        },
      };
    }
    case 'group': {
      const { group } = cause;
      const own = (addresses: Iterable<Address>) => [...addresses].filter((one) => groupOf(one) === group);
      const then = own(record.figures.keys());
      const gone = then.filter((address) => !figures.has(address));
      const fresh = own(figures.keys()).filter((address) => !record.figures.has(address));
      const [lost] = gone;
      const [added] = fresh;
      const name = record.names.get(group) ?? names.get(group)?.text;
      const label = name === undefined ? group : `‘${name}’`;
      if (lost === undefined && (added !== undefined || names.has(group))) {
        const place = names.get(group)?.place ?? (added && figures.get(added)?.definition.place);
        const message = `공시하지 않은 것이 더해졌습니다(${when}): ${label}.`;
        return { line: '', place, words: { subject, message, stated: label, computed: NOTHING } };
      }
      const values = gone.map((address) => record.figures.get(address)).filter((one) => one !== '');
      const some = values.slice(0, MOST_VALUES).join(', ');
      const quoted =
        values.length === 0
          ? ''
          : `, 수치 ${gone.length}개(${some}${values.length > MOST_VALUES ? ' …' : ''})`;
      return {
        line: lost === undefined ? `names ${group}` : `figures ${lost}`,
        place: undefined,
        words: {
          subject,
          message: `공시한 것이 지금은 없습니다(${when}): ${label}${quoted}.`,
          stated: NOTHING,
          computed: `${label}${quoted}`,
        },
      };
    }
  }
}
