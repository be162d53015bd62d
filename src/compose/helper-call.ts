// A call of a helper in a template -> the token of what it prints; where it is at fault, a fault and the token of nothing.
import { korean } from '../diagnostic/particle.ts';
import type { SourceLocation } from '../diagnostic.ts';
import type { Inline, TextMeaning } from '../document/inline.ts';
import { parseAddress } from '../figure/address.ts';
import type { Figure } from '../figure/figure.ts';
import { nearestOf as nearest } from '../figure/nearest.ts';
import type { Fault, Session } from './session.ts';
import { addressFrom, type Standpoint } from './standpoint.ts';

/** One call of a helper in a template. */
export interface HelperCall {
  readonly session: Session;
  /** Positional arguments as written. */
  readonly args: readonly unknown[];
  /** Named arguments as written. */
  readonly named: Readonly<Record<string, unknown>>;
  readonly place: SourceLocation;
  /** Where the text of a sheet stands: `./` in addresses is below its task. */
  readonly base?: Standpoint;
}

export function refuse(call: HelperCall, fault: Omit<Fault, 'place'>): string {
  call.session.fault({ ...fault, place: call.place });
  return nothing(call);
}

export function nothing(call: HelperCall): string {
  return call.session.tokens.put({ kind: 'nothing' });
}

export function text(call: HelperCall, content: string, meaning: TextMeaning): string {
  return inline(call, (bold) => ({ kind: 'text', text: content, bold, meaning }));
}

export function inline(call: HelperCall, make: (bold: boolean) => Inline): string {
  return call.session.tokens.put({ kind: 'inline', inline: make, place: call.place });
}

export function figureOf(call: HelperCall, written: unknown): Figure | undefined {
  const text = String(written);
  const full = addressFrom(text, call.base);
  const address = parseAddress(full);
  const figure = address && call.session.book.get(address);
  if (figure === undefined) {
    const near = nearest(full, [...call.session.book.keys()]);
    refuse(call, {
      rule: 'unknown-figure',
      message: korean`수치 ‘${String(written)}’을(를) 찾을 수 없습니다.`,
      expected: near === undefined ? '자료에 있는 수치의 주소' : `${near} 같은 주소`,
    });
  }
  return figure;
}
