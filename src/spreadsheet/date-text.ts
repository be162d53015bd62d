// A day as spreadsheets count days -> the date as documents of offices write it.

/** Days from 1899-12-30, from which 1900-03-01 is 61 as in every program. */
const EPOCH = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;
/** The day that the year 1900 of spreadsheets has too many. */
const LEAP = 60;
/** 9999-12-31. */
const LAST = 2_958_465;

/** How many days the calendar from 1904 of older Apple computers is behind. */
export const DAYS_TO_1904 = 1462;

/** `2023. 12. 5.` for 45265, with `14:30` behind where the day has a part, or for a date in the form of ISO 8601; otherwise as it is. */
export function dateText(characters: string): string {
  const iso = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d))?/.exec(characters);
  if (iso !== null) {
    const [, year, month, day, hour, minute] = iso.map(Number);
    return shown(year ?? 0, month ?? 0, day ?? 0, 60 * (hour || 0) + (minute || 0));
  }
  const days = Number(characters);
  if (characters === '' || !(days >= 0 && days <= LAST)) return characters;
  const minutes = Math.round((days % 1) * 24 * 60);
  // A time alone is of no day.
  if (days < 1) return clock(minutes);
  const whole = Math.floor(days);
  const date = new Date(EPOCH + (whole < LEAP ? whole + 1 : whole) * DAY);
  return shown(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate(), minutes);
}

function shown(year: number, month: number, day: number, minutes: number): string {
  const date = `${year}. ${month}. ${day}.`;
  return minutes === 0 ? date : `${date} ${clock(minutes)}`;
}

function clock(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}
