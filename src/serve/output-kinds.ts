// What is made of a plan for others -> what it is called, what it is for, and the files that it is.
import { PRESS_NAMES } from '../commands/build/press.ts';
import type { Format } from '../commands/build.ts';

export interface OutputKind {
  readonly title: string;
  readonly purpose: string;
  /** By their names in the edition's output folder; the first is opened. */
  readonly files: readonly string[];
  /** How `build` is asked for it; none for what is made otherwise. */
  readonly formats: readonly Format[];
  /** Whether it compares two editions, and there is none of the first. */
  readonly compares?: true;
}

export const OUTPUT_KINDS = {
  publication: {
    title: '공시용 PDF',
    purpose: '누리집에 올리고 보존하는 파일입니다.',
    files: ['plan.pdf'],
    formats: ['pdf'],
  },
  press: {
    title: '인쇄소용 PDF',
    purpose: '인쇄소에 넘기는 파일입니다. 도련과 재단선이 있습니다.',
    files: PRESS_NAMES,
    formats: ['pdf'],
  },
  hwpx: {
    title: '한글 문서',
    purpose: '전자결재에 붙이는 한글 파일입니다.',
    files: ['plan.hwpx'],
    formats: ['hwpx'],
  },
  comparison: {
    title: '변경 대비표',
    purpose: '앞 판과 무엇이 달라졌는지 보여 줍니다.',
    files: ['comparison.pdf', 'comparison.hwpx', 'comparison.xlsx'],
    formats: [],
    compares: true,
  },
  budget: {
    title: '예산표',
    purpose: '전략, 과제, 사업별 예산입니다. 고쳐서 다시 놓으면 추경이 됩니다.',
    files: ['budget.xlsx'],
    formats: ['xlsx'],
  },
  targets: {
    title: '목표표',
    purpose: '성과목표와 통계표입니다. 고쳐서 다시 놓을 수 있습니다.',
    files: ['targets.xlsx'],
    formats: ['xlsx'],
  },
  ministry: {
    title: '제출용 엑셀',
    purpose: '고용노동부에 내는 예산표와 목표표입니다.',
    files: ['submit/budget.xlsx', 'submit/targets.xlsx'],
    formats: ['xlsx'],
  },
  form: {
    title: '채우는 엑셀',
    purpose: '계획 전체를 엑셀에서 채우는 파일입니다.',
    files: ['plan.xlsx'],
    formats: ['form'],
  },
} as const satisfies Record<string, OutputKind>;

export type OutputKindName = keyof typeof OUTPUT_KINDS;

export const OUTPUT_KIND_NAMES = Object.keys(OUTPUT_KINDS) as readonly OutputKindName[];
