// The ministry's categories of jobs measures.

/** Sectors and their categories in the order of the ministry's form (고용노동부 지역일자리 공시제). */
export const SECTORS = [
  {
    id: 'government',
    label: '정부부문',
    categories: [
      { id: 'direct-jobs', label: '직접일자리 창출' },
      { id: 'training', label: '직업능력개발훈련' },
      { id: 'employment-service', label: '고용서비스' },
      { id: 'employment-subsidy', label: '고용장려금' },
      { id: 'startup', label: '창업지원' },
      { id: 'infrastructure', label: '일자리 인프라 구축' },
      { id: 'government-other', label: '기타' },
    ],
  },
  {
    id: 'private',
    label: '민간부문',
    categories: [
      { id: 'attraction', label: '기업 유치' },
      { id: 'expansion', label: '신설·확장' },
      { id: 'private-other', label: '기타' },
    ],
  },
] as const;

export type CategoryId = (typeof SECTORS)[number]['categories'][number]['id'];

export const CATEGORIES = SECTORS.flatMap(({ categories }) => [...categories]);
