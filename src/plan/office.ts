// Kinds of office -> what its budget calls the sources of its funding.
import type { FundingSource } from './programme.ts';

/** 자치구, 군, 시, and the wording of the ministry's forms, which serves all. */
export const OFFICE_KINDS = ['district', 'county', 'city', 'any'] as const;
export type OfficeKind = (typeof OFFICE_KINDS)[number];

/** What lies above the office and the office itself give, as its own budget says. */
const LOCAL = {
  district: { province: '시비', district: '구비' },
  county: { province: '도비', district: '군비' },
  city: { province: '도비', district: '시비' },
  any: { province: '시도비', district: '시군구비' },
} as const satisfies Record<OfficeKind, Record<'province' | 'district', string>>;

export function sourceLabels(office: OfficeKind): Readonly<Record<FundingSource, string>> {
  return { national: '국비', ...LOCAL[office], private: '민자', other: '기타' };
}
