// department, contact, executing-body, target-group and contents of a task or project -> what is said of it.
import { DETAILS, type Detail, type Details } from '../plan/details.ts';
import type { SourceText } from '../plan/source-text.ts';
import type { Scalar } from './node.ts';
import { may, named } from './shape.ts';
import { sourceText } from './source-text.ts';

const PRINTED = '과제 시트와 부르는 표에 찍습니다. 과제에 적으면 적지 않은 세부사업의 것입니다.';

export const DETAIL_KEYS = {
  department: may(named, '담당부서', PRINTED, { example: '일자리정책과' }),
  contact: may(named, '연락처', PRINTED, { example: '02-860-1234' }),
  'executing-body': may(named, '시행주체', PRINTED, { example: '구 일자리센터' }),
  'target-group': may(named, '지원대상', PRINTED, { example: '18~39세 미취업 청년' }),
  contents: may(named, '사업내용', PRINTED, { example: '자격증 응시료 지원' }),
} satisfies Record<Detail, unknown>;

/** Undefined where nothing is said. */
export function readDetails(
  typed: Partial<Readonly<Record<Detail, Scalar | undefined>>>,
): Details | undefined {
  const details: { -readonly [detail in Detail]?: SourceText } = {};
  for (const detail of DETAILS) {
    const said = typed[detail];
    if (said !== undefined) details[detail] = sourceText(said);
  }
  return Object.keys(details).length === 0 ? undefined : details;
}
