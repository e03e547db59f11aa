import type { IsoDate, IsoInstant } from "@sweetspot/contract";

const DAY_MS = 86_400_000;

/** The last millisecond of a calendar day where the user is, also on days when the clock changes. */
export function endOfDay(day: IsoDate, timeZone: string): IsoInstant {
  const next = Date.parse(`${day}T00:00:00.000Z`) + DAY_MS;
  // An offset asked for at a first guess may be that of the other side of a change of the clock.
  const guess = next - offsetAt(next, timeZone);
  return new Date(next - offsetAt(guess, timeZone) - 1).toISOString();
}

/** A day so many days before another. */
export const daysBefore = (day: IsoDate, count: number): IsoDate =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) - count * DAY_MS).toISOString().slice(0, 10);

/** Milliseconds by which the clock of a place is ahead of UTC at an instant. */
function offsetAt(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(instant);
  const read = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((part) => part.type === type)?.value ?? 0);
  const there = Date.UTC(
    read("year"),
    read("month") - 1,
    read("day"),
    read("hour"),
    read("minute"),
    read("second"),
  );
  return there - Math.floor(instant / 1000) * 1000;
}
