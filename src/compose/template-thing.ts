// What templates go through -> its form: texts, numbers, figures, lists, and things that have values of their own.
import type { TextMeaning } from '../document/inline.ts';
import type { Address } from '../figure/address.ts';
import { DETAILS, type Details } from '../plan/details.ts';
import type { PlacedName } from '../plan/programme.ts';
import type { SourceText } from '../plan/source-text.ts';
import type { StatisticsCell } from '../plan/statistics-table.ts';

export type TemplateValue =
  /** A text of the data, whose own tags are run where it is printed. */
  | { readonly kind: 'text'; readonly text: SourceText; readonly meaning?: TextMeaning }
  /** An id, or a number that counts what a template goes through. */
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'position'; readonly number: number }
  | { readonly kind: 'truth'; readonly isTrue: boolean }
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'figure'; readonly address: Address }
  | { readonly kind: 'list'; readonly items: readonly TemplateValue[] }
  | Thing;

/** What has values of its own. */
export interface Thing {
  readonly kind: 'thing';
  /** What it is, and which one, for messages. */
  readonly noun: string;
  readonly name: string;
  /** The names that it may have values of. */
  readonly fields: readonly string[];
  /** `absent`: of this one the data says nothing. `unknown`: nothing of that name is known. */
  readonly at: (field: string) => TemplateValue | 'absent' | 'unknown';
}

type Field = () => TemplateValue | undefined;
export type Fields = Readonly<Record<string, Field>>;

export function thing(noun: string, name: string, own: Fields): Thing {
  return {
    kind: 'thing',
    noun,
    name,
    fields: Object.keys(own),
    at: (field) => (Object.hasOwn(own, field) ? (own[field]?.() ?? 'absent') : 'unknown'),
  };
}

export function named(id: string, name: PlacedName, index: number, meaning: string): Fields {
  return {
    id: () => ({ kind: 'word', word: id }),
    name: () => ({ kind: 'text', text: name.canonical, meaning: { kind: 'name', name: meaning } }),
    number: () => ({ kind: 'position', number: index + 1 }),
  };
}

export function saidOf(details: Details | undefined): Fields {
  return Object.fromEntries(
    DETAILS.map((detail): readonly [string, Field] => {
      const text = details?.[detail];
      return [detail, () => text && { kind: 'text', text }];
    }),
  );
}

export function cellValue(cell: StatisticsCell | undefined): TemplateValue | undefined {
  if (cell?.kind === 'figure') return { kind: 'figure', address: cell.address };
  return cell?.kind === 'text' ? { kind: 'text', text: cell.text } : undefined;
}

export function listAt(of: Thing, field: string): readonly TemplateValue[] {
  const value = of.at(field);
  return typeof value === 'object' && value.kind === 'list' ? value.items : [];
}

export function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}
