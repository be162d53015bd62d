// What was told while an edition was applied and composed -> findings, so that people decide on it where they decide on all else.
import { type Diagnostic, isError } from '../diagnostic.ts';
import type { Found } from './finding.ts';
import type { Rule } from './rule.ts';

/** Whether the check tells it: then it is no more told beside the check. An error keeps from going on, whoever tells it. */
export function isFinding(diagnostic: Diagnostic): boolean {
  return diagnostic.subject !== undefined && !isError(diagnostic);
}

export const TOLD_RULES = {
  'ended-project-named': toldRule('ended-project-named', {
    title: '끝났거나 옮긴 세부사업을 글에서 말하지 않아야 합니다.',
    reason: '표에서 빠진 사업이 글에 남으면 하지 않는 사업을 공시하게 됩니다.',
    severity: 'error',
  }),
  'gone-figure-printed': toldRule('gone-figure-printed', {
    title: '끝났거나 옮긴 세부사업의 수치를 찍지 않아야 합니다.',
    reason: '없어진 수치는 ‘-’로 찍히므로 이대로는 공시본을 만들지 않습니다.',
    severity: 'error',
    binding: true,
  }),
  'empty-schedule-row': toldRule('empty-schedule-row', {
    title: '새 세부사업은 추진일정에 막대가 있어야 합니다.',
    reason: '기간이 없으면 추진일정의 줄이 빈 채로 찍힙니다.',
    severity: 'warning',
  }),
  'unsummed-task': toldRule('unsummed-task', {
    title: '세부사업이 들고 나면 과제의 목표와 예산도 따라야 합니다.',
    reason: '과제에 따로 적은 값은 세부사업의 합이 아니어서 저절로 바뀌지 않습니다.',
    severity: 'warning',
  }),
  'below-zero': toldRule('below-zero', {
    title: '변경을 따라간 합계는 0보다 작을 수 없습니다.',
    reason: '당초의 합계가 항목의 합과 달랐으면 줄인 만큼이 모자랍니다.',
    severity: 'warning',
  }),
  'open-question': {
    title: '문서를 옮기며 물은 것에 모두 답하여야 합니다.',
    reason: '답하지 않은 것은 짐작한 대로 찍힙니다.',
    severity: 'error',
    find: ({ plan }) => plan.questions ?? [],
  },
} as const satisfies Record<string, Rule>;

function toldRule(id: string, rule: Omit<Rule, 'find'>): Rule {
  return { ...rule, find: ({ told = [] }) => told.filter((one) => one.rule === id).flatMap(found) };
}

function found(diagnostic: Diagnostic): readonly Found[] {
  const { subject, message, place, related = [], expected } = diagnostic;
  if (subject === undefined || !isFinding(diagnostic)) return [];
  return [{ subject, message, place, related, ...(expected !== undefined && { remedy: expected }) }];
}
