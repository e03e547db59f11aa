import type { PartialDate } from "@sweetspot/contract";
import { BIRTH_BITS, BIRTH_SLIP_BITS, OTHER_BIRTH_BITS } from "./weights.ts";

export interface BirthMatch {
  readonly verdict: "same" | "partly" | "different" | "unknown";
  readonly bits: number;
}

const UNKNOWN: BirthMatch = { verdict: "unknown", bits: 0 };
const DAY = 10;

/** Two dates of any precision agree as far as both say. */
export function matchBirths(one: PartialDate | undefined, other: PartialDate | undefined): BirthMatch {
  if (!one || !other) return UNKNOWN;
  const common = Math.min(one.length, other.length);
  if (one.slice(0, common) === other.slice(0, common)) {
    if (common === DAY) return { verdict: "same", bits: BIRTH_BITS.day };
    return { verdict: "partly", bits: common > 4 ? BIRTH_BITS.month : BIRTH_BITS.year };
  }
  if (common === DAY && (isOneDigit(one, other) || isDayAndMonth(one, other)))
    return { verdict: "partly", bits: BIRTH_SLIP_BITS };
  return { verdict: "different", bits: OTHER_BIRTH_BITS };
}

/** 3 April, written 4 March. */
const isDayAndMonth = (one: string, other: string): boolean =>
  `${one.slice(0, 4)}-${one.slice(8)}-${one.slice(5, 7)}` === other;

const isOneDigit = (one: string, other: string): boolean =>
  [...one].filter((digit, place) => digit !== other[place]).length === 1;
