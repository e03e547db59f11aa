import { CrmError, type PageOptions } from "@sweetspot/contract";

const DEFAULT_LIMIT = 200;
const MOST = 2000;

/** A slice of a list and how to go on. A cursor carries the query it belongs to, so that another's is noticed. */
export interface Slice {
  readonly start: number;
  readonly end: number;
  /** @throws CrmError `malformed` where the list has become so short that the slice begins behind it */
  next(total: number): { readonly next?: string };
}

/**
 * @throws CrmError `malformed` for a foreign cursor or a limit outside 1 to 2,000
 */
export function sliceOf(query: unknown, { cursor, limit = DEFAULT_LIMIT }: PageOptions): Slice {
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST)
    throw new CrmError("malformed", `limit is ${limit}; it must be a whole number from 1 to ${MOST}.`);
  const cursorAt = (start: number): string => JSON.stringify([query, start]);
  const start = cursor === undefined ? 0 : Number(/,(\d+)\]$/.exec(cursor)?.[1]);
  if (cursor !== undefined && !(start > 0 && cursor === cursorAt(start))) throw foreign();
  const end = start + limit;
  return {
    start,
    end,
    next: (total) => {
      if (start > 0 && start >= total) throw foreign();
      return end < total ? { next: cursorAt(end) } : {};
    },
  };
}

const foreign = (): CrmError =>
  new CrmError("malformed", "The cursor is none of this query. Start again without a cursor.");
