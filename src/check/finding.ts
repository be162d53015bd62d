// What a rule has found: two places that disagree, what is stated, what is computed, and how it could be mended.
import type { Severity, SourceLocation } from '../diagnostic.ts';

export interface RelatedPlace {
  readonly place: SourceLocation;
  /** What stands there, in plain Korean. */
  readonly note: string;
}

/** A finding as its rule tells it. */
export interface Found {
  /**
   * What the finding is about, the same from run to run while lines move: an address, a name's id, `note/…`. Together with the
   * rule's id it is the finding's identity, by which decisions name it; unique within a rule's findings.
   */
  readonly subject: string;
  /** The rule's own when unset. */
  readonly severity?: Severity;
  /** One plain Korean sentence that quotes both sides. */
  readonly message: string;
  readonly place: SourceLocation;
  readonly related?: readonly RelatedPlace[];
  /** As stated, in print form with unit. */
  readonly stated?: string;
  /** As it would have to be, in print form with unit. */
  readonly computed?: string;
  /** How it was computed, in Korean words of the plan: 취업건수 ÷ 구직건수 × 100. */
  readonly formula?: string;
  /** How it could be mended, one plain Korean sentence. */
  readonly remedy?: string;
  /** Findings with the same cause become one, also of several rules: the first with the others as its related places. Alone when unset. */
  readonly cause?: string;
}

export interface Finding extends Found {
  readonly rule: string;
  readonly severity: Severity;
  readonly related: readonly RelatedPlace[];
}

/** `rule subject`: how decisions and people name a finding. */
export function findingKey({ rule, subject }: Pick<Finding, 'rule' | 'subject'>): string {
  return `${rule} ${subject}`;
}
