// plan.yaml -> what the whole publication is: title, issuer, year, dates.
import * as v from 'valibot';
import { OFFICE_KINDS } from '../plan/office.ts';
import type { Plan } from '../plan/plan.ts';
import { date } from './date.ts';
import type { Faults } from './faults.ts';
import type { Mapping } from './node.ts';
import { choice, entriesOf, id, mapping, scalar, text, textLike, whole } from './shape.ts';
import { readShape } from './shape-fault.ts';
import { sourceText } from './source-text.ts';

const YEAR_FORM = '네 자리 연도 (예: 2023)';

const PLAN_FILE = mapping({
  id,
  title: text,
  issuer: text,
  year: whole(1000, 9999, YEAR_FORM),
  'issue-date': date,
  language: v.exactOptional(textLike(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, '언어 표시 (예: ko-KR)')),
  office: v.exactOptional(choice(...OFFICE_KINDS)),
  'first-page': v.exactOptional(whole(1)),
  colours: v.exactOptional(
    entriesOf(textLike(/^#[0-9A-Fa-f]{6}$/, "따옴표로 묶은 '#RRGGBB' (예: '#074171')"), scalar),
  ),
});

export type PlanFile = Pick<
  Plan,
  'id' | 'title' | 'issuer' | 'year' | 'issueDate' | 'language' | 'office' | 'firstPage' | 'colours'
>;

/** Undefined when anything in it is wrong: the year and the language reach into everything else. */
export function readPlanFile(root: Mapping, faults: Faults): PlanFile | undefined {
  const before = faults.count;
  const file = readShape(root, PLAN_FILE, faults);
  if (file === undefined || faults.count > before) return undefined;
  return {
    id: file.id.text,
    title: sourceText(file.title),
    issuer: sourceText(file.issuer),
    year: Number(file.year.text),
    issueDate: file['issue-date'].text,
    language: file.language?.text ?? 'ko-KR',
    office: OFFICE_KINDS.find((kind) => kind === file.office?.text) ?? 'any',
    firstPage: Number(file['first-page']?.text ?? 1),
    colours: Object.fromEntries((file.colours ?? []).map(({ key, value }) => [key.text, value.text])),
  };
}
