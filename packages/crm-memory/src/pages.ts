import { CrmError, type Page, type PageOptions } from "@sweetspot/contract";

const DEFAULT_LIMIT = 200;
const MOST = 2000;

/**
 * One page of a list. A cursor carries the query it belongs to, so that another query's cursor is noticed.
 *
 * @throws CrmError `malformed` for a foreign cursor or a limit outside 1 to 2,000.
 */
export function toPage<T>(items: readonly T[], query: readonly string[], options: PageOptions = {}): Page<T> {
  const { limit = DEFAULT_LIMIT, cursor } = options;
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST)
    throw new CrmError("malformed", `A page has 1 to ${MOST} items; ${limit} were asked for.`);
  const start = cursor === undefined ? 0 : startOf(cursor, query, items.length);
  const end = start + limit;
  return {
    items: items.slice(start, end),
    total: items.length,
    ...(end < items.length ? { next: JSON.stringify([...query, end]) } : {}),
  };
}

function startOf(cursor: string, query: readonly string[], length: number): number {
  const start = Number(/,(\d+)\]$/.exec(cursor)?.[1]);
  if (start > 0 && start < length && cursor === JSON.stringify([...query, start])) return start;
  throw new CrmError("malformed", "The cursor is none of this query. Start again without a cursor.");
}
