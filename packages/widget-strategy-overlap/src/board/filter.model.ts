import { foldText, type RecordId } from "@sweetspot/contract";
import type { Cell, Reading } from "@sweetspot/strategy-overlap";
import type { GapRecord, InsightRecord } from "../workspace/board-reading.model.ts";

/** What is looked for. What does not fit fades; it never goes away, as the picture is the message. */
export interface BoardFilter {
  readonly search: string;
  readonly kind: Cell["kind"] | undefined;
  readonly unconfirmed: boolean;
  readonly needs: boolean;
  readonly person: RecordId | undefined;
}

export const NO_FILTER: BoardFilter = {
  search: "",
  kind: undefined,
  unconfirmed: false,
  needs: false,
  person: undefined,
};

export const isFiltered = ({ search, kind, unconfirmed, needs, person }: BoardFilter): boolean =>
  search.trim() !== "" || kind !== undefined || unconfirmed || needs || person !== undefined;

/** Tells of cards whether they fit. */
export interface CardFilter {
  insight(insight: InsightRecord, reading: Reading): boolean;
  gap(gap: GapRecord): boolean;
}

/** Undefined where nothing is looked for. */
export function createFilter(filter: BoardFilter): CardFilter | undefined {
  if (!isFiltered(filter)) return undefined;
  const words = foldText(filter.search).split(/\s+/u).filter(Boolean);
  const { kind, unconfirmed, needs, person } = filter;
  const says = (...texts: readonly (string | undefined)[]): boolean => {
    if (words.length === 0) return true;
    const text = foldText(texts.join(" "));
    return words.every((word) => text.includes(word));
  };
  return {
    insight: ({ fields }, reading) =>
      (kind === undefined || fields.kind === kind) &&
      (!unconfirmed || isUnconfirmed(fields)) &&
      (!needs || reading === "open-need") &&
      (person === undefined || fields.member === person) &&
      says(fields.statement, fields.toldBy, fields.notes),
    gap: ({ fields }) =>
      !unconfirmed &&
      !needs &&
      (kind === undefined || (fields.kind ?? "strategy") === kind) &&
      (person === undefined || fields.member === person) &&
      says(fields.question),
  };
}

/** Only the customer can confirm; what we do ourselves waits for nobody. */
export const isUnconfirmed = ({ side, state }: InsightRecord["fields"]): boolean =>
  side === "customer" && (state === undefined || state === "unconfirmed");
