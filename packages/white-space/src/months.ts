const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Is it a calendar date `YYYY-MM-DD` that exists? */
export function isDate(text: string | undefined): text is string {
  const parts = text === undefined ? null : DATE.exec(text);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month);
}

/**
 * The date so many months earlier. A day the month does not have becomes its last one: one month before 31 March is 28
 * or 29 February.
 *
 * @throws Error when `date` is no calendar date.
 */
export function monthsBefore(date: string, months: number): string {
  if (!isDate(date)) throw new Error(`"${date}" is no date YYYY-MM-DD.`);
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  const count = year * 12 + (month - 1) - Math.trunc(months);
  const [newYear, newMonth] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1];
  const newDay = Math.min(day, daysOf(newYear, newMonth));
  return `${pad(newYear, 4)}-${pad(newMonth, 2)}-${pad(newDay, 2)}`;
}

const pad = (value: number, length: number): string => String(value).padStart(length, "0");

function daysOf(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return leap ? 29 : 28;
}
