// What people have decided about the findings of the check, and which rules they have switched off.
import type { SourceLocation } from '../diagnostic.ts';
import type { Address } from '../figure/address.ts';
import type { Decided } from '../figure/decide.ts';
import type { Value } from '../figure/figure.ts';

/** In the plan's folder. */
export const DECISIONS_FILE = 'dispositions.yaml';

export type Decision =
  /** 공시된 대로 둔다. */
  | { readonly kind: 'keep' }
  /** 계산한 값을 찍는다: the stated value gives way to what its relation comes to. */
  | { readonly kind: 'print-computed'; readonly address: Address }
  /** 자료를 고친다: another value for an input, from an edition on. */
  | { readonly kind: 'correct'; readonly address: Address; readonly value: Value; readonly from: number }
  /** 잘못이 아니다. */
  | { readonly kind: 'not-a-fault' }
  /** 없는 자료를 싣지 않는다. */
  | { readonly kind: 'omit' };

export interface Disposition {
  /** The finding's rule and subject. */
  readonly rule: string;
  readonly subject: string;
  readonly decision: Decision;
  /** The edition in which it was decided, 0 or more. */
  readonly edition: number;
  readonly by: string;
  /** ISO date. */
  readonly date: string;
  readonly reason: string;
  /** What the finding quoted when it was decided; when that has changed, the decision is stale. */
  readonly values: readonly string[];
  readonly place: SourceLocation;
}

interface RuleOff {
  readonly rule: string;
  readonly reason: string;
  readonly place: SourceLocation;
}

export interface Dispositions {
  readonly decided: readonly Disposition[];
  readonly rulesOff: readonly RuleOff[];
}

/**
 * What the decisions make of figures in an edition: other values for inputs, computed values for stated ones. What has gone out is as it
 * was decided until then; what is decided with a later edition is of that one.
 */
export function decidedFigures(
  { dispositions, goneOut }: { readonly dispositions?: Dispositions; readonly goneOut?: ReadonlySet<number> },
  edition: number,
): ReadonlyMap<Address, Decided> {
  const decided = new Map<Address, Decided>();
  for (const { decision, edition: since } of dispositions?.decided ?? []) {
    if (decision.kind === 'print-computed' && !(goneOut?.has(edition) === true && since > edition))
      decided.set(decision.address, { kind: 'computed' });
    if (decision.kind === 'correct' && decision.from <= edition)
      decided.set(decision.address, { kind: 'value', value: decision.value });
  }
  return decided;
}

/** What is not to be printed, by the subjects of the findings: `charts/<id>`. */
export function omittedSubjects(dispositions: Dispositions | undefined): ReadonlySet<string> {
  return new Set(
    (dispositions?.decided ?? []).flatMap(({ decision, subject }) =>
      decision.kind === 'omit' ? [subject] : [],
    ),
  );
}
