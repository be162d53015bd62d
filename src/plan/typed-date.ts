// A day as people type it -> the same as data write it.

const DATE = /^([12]\d{3})\s*[-./년]\s*(\d{1,2})\s*[-./월]\s*(\d{1,2})\s*[.일]?$/;

/** `2027-03-31` of `2027. 3. 31.`, `2027/3/31`, `2027년 3월 31일`; undefined for what is no day. */
export function isoDate(typed: string): string | undefined {
  const [, year = '', month = '', day = ''] = DATE.exec(typed.trim()) ?? [];
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : undefined;
}
