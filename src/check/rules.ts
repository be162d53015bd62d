// Every rule of the check by its id, in the order in which findings of one severity are told.
import type { Rule } from './rule.ts';
import { additiveRounding } from './rules/additive-rounding.ts';
import { differenceMismatch } from './rules/difference-mismatch.ts';
import { growthMismatch } from './rules/growth-mismatch.ts';
import { likelySlip } from './rules/likely-slip.ts';
import { missingData } from './rules/missing-data.ts';
import { ratioMismatch } from './rules/ratio-mismatch.ts';
import { restatementMismatch } from './rules/restatement-mismatch.ts';
import { shareMismatch } from './rules/share-mismatch.ts';
import { sourceMisnamed } from './rules/source-misnamed.ts';
import { sumMismatch } from './rules/sum-mismatch.ts';

export const RULES = {
  'source-misnamed': sourceMisnamed,
  'sum-mismatch': sumMismatch,
  'share-mismatch': shareMismatch,
  'growth-mismatch': growthMismatch,
  'difference-mismatch': differenceMismatch,
  'ratio-mismatch': ratioMismatch,
  'restatement-mismatch': restatementMismatch,
  'missing-data': missingData,
  'likely-slip': likelySlip,
  'additive-rounding': additiveRounding,
} as const satisfies Record<string, Rule>;
