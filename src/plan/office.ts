// Kinds of office -> what its budget calls the sources of its funding.
import type { Labels } from './labels.ts';
import type { FundingSource, UsualSource } from './programme.ts';

/**
 * 자치구, 군, 시, 도, 특별시·광역시, 특별자치도, 특별자치시, and the wording of the ministry's forms, which serves all. Of those above others
 * `province` is their own money and `district` that of what lies below.
 */
export const OFFICE_KINDS = [
  'district',
  'county',
  'city',
  'province',
  'metropolitan',
  'special-province',
  'special-city',
  'any',
] as const;
export type OfficeKind = (typeof OFFICE_KINDS)[number];

/** What the kinds are called. */
export const OFFICE_NAMES = {
  district: '자치구',
  county: '군',
  city: '시',
  province: '도',
  metropolitan: '특별시·광역시',
  'special-province': '특별자치도',
  'special-city': '특별자치시',
  any: '그 밖',
} as const satisfies Record<OfficeKind, string>;

/** What lies above the office and the office itself give, as its own budget says. */
const LOCAL = {
  district: { province: '시비', district: '구비' },
  county: { province: '도비', district: '군비' },
  city: { province: '도비', district: '시비' },
  province: { province: '도비', district: '시군비' },
  metropolitan: { province: '시비', district: '구군비' },
  'special-province': { province: '도비', district: '시군비' },
  'special-city': { province: '시비', district: '읍면동비' },
  any: { province: '시도비', district: '시군구비' },
} as const satisfies Record<OfficeKind, Record<'province' | 'district', string>>;

/** Those with no other office below them: `district` is nobody's money. */
export const LOWEST_TIER: ReadonlySet<OfficeKind> = new Set<OfficeKind>(['special-city']);

/** What each of a plan's sources is called. */
type SourceLabels = Readonly<Record<UsualSource, string>> & Readonly<Record<FundingSource, string>>;

/** As the plan's labels name them, else as offices of its kind do. */
export function sourceLabels(office: OfficeKind, labels?: Labels | undefined): SourceLabels {
  return { national: '국비', ...LOCAL[office], private: '민자', other: '기타', ...labels?.sources };
}
