// How often, as officials write it -> times a year: 월2회, 매주 목, 분기별, 상·하반기, 연중.
export interface Frequency {
  /** Times a year; all the year round when it goes on without pause. */
  readonly yearly: number | 'always';
  /** The day of the week that it names. */
  readonly day?: string;
}

const PERIODS = { 일: 365, 주: 52, 월: 12, 분기: 4, 반기: 2, 연: 1 } as const;

/** Undefined where the text says nothing of it. */
export function frequencyIn(text: string): Frequency | undefined {
  const squeezed = text.replaceAll(' ', '');
  if (/^(?:연중|상시|수시)/.test(squeezed)) return { yearly: 'always' };
  if (/^상·하반기$/.test(squeezed)) return { yearly: 2 };
  const [, counted, times] = /^(일|주|월|분기|반기|연)(\d+)회/.exec(squeezed) ?? [];
  for (const [unit, periods] of Object.entries(PERIODS)) {
    if (counted === unit) return { yearly: periods * Number(times) };
    const day = /^매주([월화수목금토일])?/.exec(squeezed)?.[1];
    if (squeezed.startsWith(`매${unit}`) || squeezed === `${unit}별`)
      return { yearly: periods, ...(day === undefined ? {} : { day }) };
  }
  return undefined;
}
