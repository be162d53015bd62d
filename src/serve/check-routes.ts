// The routes of the screen 확인: what was found, and what somebody decides about it, one or many at once.
import * as v from 'valibot';
import type { DisposedFinding } from '../check/disposed.ts';
import { DECISION_NAMES } from '../check/findings-table.ts';
import { type Deciding, decideFindings } from '../commands/decide.ts';
import { type Diagnostic, fileFault } from '../diagnostic.ts';
import { parseAddress } from '../figure/address.ts';
import { sameValue } from '../figure/quantity.ts';
import { showFigureIn } from '../figure/show.ts';
import { readTyped } from '../figure/typed-quantity.ts';
import { writeUserFile } from '../files.ts';
import { columnUnit } from '../plan/column-unit.ts';
import { DECISIONS_FILE } from '../plan/disposition.ts';
import { valueText } from '../revise/apply/typed-value.ts';
import type { Desk, Made } from './desk.ts';
import { answersOf, findingHandle, findingsOf } from './findings.ts';
import { DECIDER_FILE } from './home.ts';
import type { House } from './house.ts';
import type { Look } from './look.ts';
import { plainWords } from './plain-words.ts';
import { saved } from './plan-routes.ts';
import { ofPlan, type Routes, withBody } from './route.ts';

/** More than a plan has. */
const MOST_DECIDED = 5_000;

const DECIDE = v.object({
  stamp: v.string(),
  findings: v.pipe(v.array(v.string()), v.minLength(1), v.maxLength(MOST_DECIDED)),
  answer: v.picklist(['keep', 'print-computed', 'correct', 'not-a-fault', 'omit']),
  reason: v.pipe(v.string(), v.maxLength(1_000)),
  value: v.optional(v.pipe(v.string(), v.maxLength(200))),
  by: v.optional(v.pipe(v.string(), v.maxLength(100))),
});
type Decide = v.InferOutput<typeof DECIDE>;

export const CHECK_ROUTES: Routes = {
  'GET /api/plans/P/findings': ofPlan(async (desk, { house }) => ({
    json: await findingsOf(house, desk, await desk.look()),
  })),
  'POST /api/plans/P/decisions': withBody(DECIDE, async (desk, body, { house }) => {
    const attempt = await desk.change(body.stamp, (look) => decided(house, desk, look, body));
    if (attempt.kind === 'saved' && body.by !== undefined) await writeUserFile(DECIDER_FILE, body.by.trim());
    return saved(house, desk, attempt);
  }),
};

function decided(house: House, desk: Desk, look: Look, body: Decide): Made | readonly Diagnostic[] {
  const asked = new Set(body.findings);
  const findings = look.findings.filter((one) => asked.has(findingHandle(house, desk, one)));
  const refuse = (message: string, expected: string) => [fileFault('not-decided', '', message, expected)];
  const { now, who } = house.outside;
  const { value: edition } = look.edition();
  if (findings.length === 0 || edition === undefined)
    return refuse('정하려는 것이 그동안 없어졌습니다. 바뀐 것은 없습니다.', '지금 목록에 있는 것');
  const unfit = findings.filter((one) => !answersOf(one, look).some(({ kind }) => kind === body.answer));
  if (unfit.length > 0)
    return refuse(
      `고른 것 가운데 ${unfit.length}건은 이렇게 정할 수 없습니다. 바뀐 것은 없습니다.`,
      '그 답을 고를 수 있는 것만 고름',
    );
  const reason = body.reason.trim() === '' ? DECISION_NAMES[body.answer] : body.reason.trim();
  const by = body.by?.trim() || who;
  const decisions: Deciding[] = [];
  for (const finding of findings) {
    const value = body.answer === 'correct' ? typedFor(finding, look, body.value ?? '') : undefined;
    if (value !== undefined && 'fault' in value) return refuse(value.fault, value.expected);
    decisions.push({
      ...{ finding, kind: body.answer, edition: edition.plan.editions.length, by, reason },
      date: now().slice(0, 10),
      ...(value && { value: value.text }),
    });
  }
  const made = decideFindings(look.sources, decisions, look.edition().diagnostics);
  if (made.value === undefined) return made.diagnostics;
  const [first] = findings;
  const rest = findings.length === 1 ? '' : ` 외 ${findings.length - 1}건`;
  const name = (plainWords(first?.message) ?? '살펴볼 곳').split('. ')[0]?.replace(/[.]$/, '') ?? '';
  const words = `${shortened(name)}${rest} → ${DECISION_NAMES[body.answer]}`;
  return { words, texts: new Map([[DECISIONS_FILE, made.value]]) };
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** A number as people type it -> as the data spell it. */
function typedFor(
  { subject }: DisposedFinding,
  look: Look,
  typed: string,
): { readonly text: string } | { readonly fault: string; readonly expected: string } {
  const address = parseAddress(subject);
  const figure = address && look.inspected.value?.checked.book.get(address);
  if (address === undefined || figure === undefined)
    return { fault: '직접 고칠 칸을 찾지 못했습니다. 바뀐 것은 없습니다.', expected: '다른 답' };
  const { unit, digits } = figure.definition;
  const column = columnUnit(address, unit);
  const read = readTyped(typed, { unit, column, digits });
  if (read.kind === 'fault') return { fault: read.message, expected: read.expected };
  if (read.value.kind === 'missing')
    return { fault: '고칠 값을 적지 않았습니다.', expected: `수 (단위 ${column.label})` };
  if (sameValue(read.value, figure.effective))
    return {
      fault: `지금 값과 같습니다: ${showFigureIn(figure, column)}${column.label}. 바뀐 것은 없습니다.`,
      expected: '지금과 다른 값. 지금 값이 맞으면 다른 답',
    };
  return { text: valueText(read.value) };
}
