// The system's clock -> the local date and time that people see on their own, for who is given the page. Nothing that is made has it.

/** `2026-11-30T14:32:05` in the time zone of this computer. */
export function localTime(): string {
  const now = new Date();
  const two = (number: number): string => String(number).padStart(2, '0');
  const day = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join('-');
  return `${day}T${[now.getHours(), now.getMinutes(), now.getSeconds()].map(two).join(':')}`;
}
