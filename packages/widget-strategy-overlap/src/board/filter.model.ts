import { foldText, type RecordId } from "@sweetspot/contract";
import type { Cell, Reading } from "@sweetspot/strategy-overlap";
import type { InsightRecord } from "../workspace/board-reading.model.ts";

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

/** Tells what fits; undefined where nothing is looked for. */
export function createFilter(
  filter: BoardFilter,
): ((insight: InsightRecord, reading: Reading) => boolean) | undefined {
  if (!isFiltered(filter)) return undefined;
  const words = foldText(filter.search).split(/\s+/u).filter(Boolean);
  const { kind, unconfirmed, needs, person } = filter;
  return ({ fields }, reading) => {
    if (kind !== undefined && fields.kind !== kind) return false;
    if (unconfirmed && !isUnconfirmed(fields)) return false;
    if (needs && reading !== "open-need") return false;
    if (person !== undefined && fields.member !== person) return false;
    if (words.length === 0) return true;
    const text = foldText(`${fields.statement} ${fields.toldBy ?? ""} ${fields.notes ?? ""}`);
    return words.every((word) => text.includes(word));
  };
}

/** Only the customer can confirm; what we do ourselves waits for nobody. */
export const isUnconfirmed = ({ side, state }: InsightRecord["fields"]): boolean =>
  side === "customer" && (state === undefined || state === "unconfirmed");
