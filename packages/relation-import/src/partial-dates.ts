const FORM = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u;
const EARLIEST = 1000;
const LATEST = 2200;

/** Is it a day, month or year of the calendar: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`? */
export function isPartialDate(text: string): boolean {
  const parts = FORM.exec(text);
  if (!parts) return false;
  const [year, month, day] = parts.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
  if (year === undefined || year < EARLIEST || year > LATEST) return false;
  if (month === undefined) return true;
  if (month < 1 || month > 12) return false;
  return day === undefined || (day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate());
}

/** Does the first one lie after the second, as far as both are known? */
export function isAfter(one: string, other: string): boolean {
  const common = Math.min(one.length, other.length);
  return one.slice(0, common) > other.slice(0, common);
}
