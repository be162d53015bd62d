// Every rule of the check by its id, in the order in which findings of one severity are told.
import type { Rule } from './rule.ts';
import { additiveRounding } from './rules/additive-rounding.ts';
import { ageRange } from './rules/age-range.ts';
import { bareNumber } from './rules/bare-number.ts';
import { blankOrDash } from './rules/blank-or-dash.ts';
import { bracketPairs } from './rules/bracket-pairs.ts';
import { brokenAssertion } from './rules/broken-assertion.ts';
import { captionDivision } from './rules/caption-division.ts';
import { claimDirection } from './rules/claim-direction.ts';
import { contentsTitle } from './rules/contents-title.ts';
import { coverText } from './rules/cover-text.ts';
import { differenceMismatch } from './rules/difference-mismatch.ts';
import { figureText } from './rules/figure-text.ts';
import { formerValue } from './rules/former-value.ts';
import { fundingWord } from './rules/funding-word.ts';
import { groupDefinition } from './rules/group-definition.ts';
import { groupLabels } from './rules/group-labels.ts';
import { growthMismatch } from './rules/growth-mismatch.ts';
import { growthSpan } from './rules/growth-span.ts';
import { impliedRelation } from './rules/implied-relation.ts';
import { labelSpelling } from './rules/label-spelling.ts';
import { labelValues } from './rules/label-values.ts';
import { likelySlip } from './rules/likely-slip.ts';
import { listCount } from './rules/list-count.ts';
import { listMarker } from './rules/list-marker.ts';
import { listOrder } from './rules/list-order.ts';
import { lostSource } from './rules/lost-source.ts';
import { missingData } from './rules/missing-data.ts';
import { misspelledWord } from './rules/misspelled-word.ts';
import { mixedCount } from './rules/mixed-count.ts';
import { nameInText } from './rules/name-in-text.ts';
import { nameVariant } from './rules/name-variant.ts';
import { noteFormula } from './rules/note-formula.ts';
import { numberSequence } from './rules/number-sequence.ts';
import { organisationName } from './rules/organisation-name.ts';
import { outlineMarker } from './rules/outline-marker.ts';
import { partialSum } from './rules/partial-sum.ts';
import { periodText } from './rules/period-text.ts';
import { phasePeriod } from './rules/phase-period.ts';
import { printedParts } from './rules/printed-parts.ts';
import { productMismatch } from './rules/product-mismatch.ts';
import { projectCount } from './rules/project-count.ts';
import { publishedChanged } from './rules/published-changed.ts';
import { rateSpelling } from './rules/rate-spelling.ts';
import { ratioMismatch } from './rules/ratio-mismatch.ts';
import { repeatedNote } from './rules/repeated-note.ts';
import { repeatedNumber } from './rules/repeated-number.ts';
import { repeatedText } from './rules/repeated-text.ts';
import { restatementMismatch } from './rules/restatement-mismatch.ts';
import { sameLabel } from './rules/same-label.ts';
import { scheduleRow } from './rules/schedule-row.ts';
import { shareMismatch } from './rules/share-mismatch.ts';
import { sheetHeading } from './rules/sheet-heading.ts';
import { sourceMisnamed } from './rules/source-misnamed.ts';
import { sourceSpelling } from './rules/source-spelling.ts';
import { sourceSubject } from './rules/source-subject.ts';
import { sourceYear } from './rules/source-year.ts';
import { statedFrequency } from './rules/stated-frequency.ts';
import { statedGroup } from './rules/stated-group.ts';
import { statedSubject } from './rules/stated-subject.ts';
import { sumMismatch } from './rules/sum-mismatch.ts';
import { surplusWord } from './rules/surplus-word.ts';
import { textContrast } from './rules/text-contrast.ts';
import { thousandsSeparator } from './rules/thousands-separator.ts';
import { typedYear } from './rules/typed-year.ts';
import { unitAfterFigure } from './rules/unit-after-figure.ts';
import { unitLine } from './rules/unit-line.ts';
import { untouchedText } from './rules/untouched-text.ts';
import { yearLabel } from './rules/year-label.ts';
import { yearOfFigure } from './rules/year-of-figure.ts';
import { TOLD_RULES } from './told-rules.ts';

export const RULES = {
  'text-contrast': textContrast,
  'published-changed': publishedChanged,
  'source-misnamed': sourceMisnamed,
  'label-values': labelValues,
  'sum-mismatch': sumMismatch,
  'printed-parts': printedParts,
  'share-mismatch': shareMismatch,
  'growth-mismatch': growthMismatch,
  'difference-mismatch': differenceMismatch,
  'ratio-mismatch': ratioMismatch,
  'product-mismatch': productMismatch,
  'broken-assertion': brokenAssertion,
  'restatement-mismatch': restatementMismatch,
  'implied-relation': impliedRelation,
  'missing-data': missingData,
  'untouched-text': untouchedText,
  'likely-slip': likelySlip,
  'partial-sum': partialSum,
  'additive-rounding': additiveRounding,
  'funding-word': fundingWord,
  'period-text': periodText,
  'phase-period': phasePeriod,
  'schedule-row': scheduleRow,
  'contents-title': contentsTitle,
  'number-sequence': numberSequence,
  'name-variant': nameVariant,
  'list-order': listOrder,
  'outline-marker': outlineMarker,
  'sheet-heading': sheetHeading,
  'rate-spelling': rateSpelling,
  'figure-text': figureText,
  'claim-direction': claimDirection,
  'former-value': formerValue,
  'bare-number': bareNumber,
  'thousands-separator': thousandsSeparator,
  'stated-group': statedGroup,
  'group-labels': groupLabels,
  'age-range': ageRange,
  'group-definition': groupDefinition,
  'year-label': yearLabel,
  'year-of-figure': yearOfFigure,
  'source-year': sourceYear,
  'growth-span': growthSpan,
  'typed-year': typedYear,
  'unit-line': unitLine,
  'unit-after-figure': unitAfterFigure,
  'mixed-count': mixedCount,
  'blank-or-dash': blankOrDash,
  'repeated-number': repeatedNumber,
  'list-count': listCount,
  'stated-subject': statedSubject,
  'note-formula': noteFormula,
  'caption-division': captionDivision,
  'source-subject': sourceSubject,
  'lost-source': lostSource,
  'stated-frequency': statedFrequency,
  'name-in-text': nameInText,
  'organisation-name': organisationName,
  'label-spelling': labelSpelling,
  'misspelled-word': misspelledWord,
  'repeated-text': repeatedText,
  'source-spelling': sourceSpelling,
  'repeated-note': repeatedNote,
  'project-count': projectCount,
  'list-marker': listMarker,
  'bracket-pairs': bracketPairs,
  'same-label': sameLabel,
  'cover-text': coverText,
  'surplus-word': surplusWord,
  ...TOLD_RULES,
} as const satisfies Record<string, Rule>;
