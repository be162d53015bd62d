// Every rule of the check by its id, in the order in which findings of one severity are told.
import type { Rule } from './rule.ts';
import { additiveRounding } from './rules/additive-rounding.ts';
import { contentsTitle } from './rules/contents-title.ts';
import { differenceMismatch } from './rules/difference-mismatch.ts';
import { fundingWord } from './rules/funding-word.ts';
import { growthMismatch } from './rules/growth-mismatch.ts';
import { likelySlip } from './rules/likely-slip.ts';
import { listOrder } from './rules/list-order.ts';
import { missingData } from './rules/missing-data.ts';
import { nameVariant } from './rules/name-variant.ts';
import { numberSequence } from './rules/number-sequence.ts';
import { outlineMarker } from './rules/outline-marker.ts';
import { periodText } from './rules/period-text.ts';
import { phasePeriod } from './rules/phase-period.ts';
import { rateSpelling } from './rules/rate-spelling.ts';
import { ratioMismatch } from './rules/ratio-mismatch.ts';
import { restatementMismatch } from './rules/restatement-mismatch.ts';
import { shareMismatch } from './rules/share-mismatch.ts';
import { sheetHeading } from './rules/sheet-heading.ts';
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
  'funding-word': fundingWord,
  'period-text': periodText,
  'phase-period': phasePeriod,
  'contents-title': contentsTitle,
  'number-sequence': numberSequence,
  'name-variant': nameVariant,
  'list-order': listOrder,
  'outline-marker': outlineMarker,
  'sheet-heading': sheetHeading,
  'rate-spelling': rateSpelling,
} as const satisfies Record<string, Rule>;
