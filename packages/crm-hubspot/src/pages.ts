import { CrmError, type Page, type PageOptions } from "@sweetspot/contract";

/** What is listed. Its words are part of the cursor, so that a cursor of another list is noticed. */
export type Query = readonly string[];

export interface Place {
  /** Items before it. */
  readonly start: number;
  readonly limit: number;
}

/** @throws CrmError `malformed` for a foreign cursor or a limit outside 1 to 2,000 */
export function readPlace(query: Query, { cursor, limit = 200 }: PageOptions = {}): Place {
  if (!Number.isInteger(limit) || limit < 1 || limit > 2000)
    throw new CrmError("malformed", `A page has 1 to 2,000 items; ${limit} were asked for.`);
  if (cursor === undefined) return { start: 0, limit };
  const start = Number(/,(\d+)\]$/.exec(cursor)?.[1]);
  if (cursor !== toCursor(query, start))
    throw new CrmError("malformed", "The cursor is none of this query. Start again without a cursor.");
  return { start, limit };
}

export const toCursor = (query: Query, start: number): string => JSON.stringify([...query, start]);

/** A page of a list that is already whole. */
export function toSlice<T>(query: Query, items: readonly T[], { start, limit }: Place): Page<T> {
  const end = start + limit;
  return {
    items: items.slice(start, end),
    total: items.length,
    ...(end < items.length ? { next: toCursor(query, end) } : {}),
  };
}
