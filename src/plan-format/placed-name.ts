// name and published of a strategy, task or project -> the name with its spellings.

import type * as v from 'valibot';
import { NAME_PLACES, type NamePlace, type PlacedName } from '../plan/programme.ts';
import type { SourceText } from '../plan/source-text.ts';
import type { Scalar } from './node.ts';
import { label, mapping, may } from './shape.ts';
import { sourceText } from './source-text.ts';

/** A spelling for each place; `schedule-number` belongs to projects only. */
export const PUBLISHED = mapping({
  contents: may(label, '차례', '차례에 찍는 이름'),
  overview: may(label, '총괄', '핵심 전략 총괄표에 찍는 이름'),
  vision: may(label, '비전 체계도', '비전 체계도에 찍는 이름'),
  fields: may(label, '분야별 목표', '분야별 목표표에 찍는 이름'),
  projects: may(label, '사업 목록', '세부사업 목록에 찍는 이름'),
  banner: may(label, '전략 머리', '전략이 시작하는 쪽의 머리에 찍는 이름'),
  sheet: may(label, '과제 시트', '과제 시트에 찍는 이름'),
  schedule: may(label, '추진일정', '추진일정에 찍는 이름'),
  'schedule-number': may(
    label,
    '추진일정의 번호',
    '추진일정에서 이름 앞에 찍는 번호. 세부사업에만 적습니다.',
  ),
} satisfies Record<NamePlace | 'schedule-number', unknown>);

type PublishedShape = v.InferOutput<typeof PUBLISHED>;

export function placedName(name: Scalar, published: PublishedShape = {}): PlacedName {
  const spellings: Partial<Record<NamePlace, SourceText>> = {};
  for (const place of NAME_PLACES) {
    const spelt = published[place];
    if (spelt !== undefined) spellings[place] = sourceText(spelt);
  }
  return { canonical: sourceText(name), published: spellings };
}
