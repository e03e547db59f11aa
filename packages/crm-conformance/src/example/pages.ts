import { CrmError, type Page, type PageOptions } from "@sweetspot/contract";

/** What is listed. Its text is part of the cursor. */
export type Query = Readonly<Record<string, unknown>> & { readonly table: string };

/** A cursor is the query and the next item's number; any other text is foreign. */
export function readPlace(
  query: Query,
  { cursor, limit = 200 }: PageOptions,
): { start: number; limit: number } {
  if (!Number.isInteger(limit) || limit < 1 || limit > 2000)
    throw new CrmError("malformed", `A page has 1 to 2,000 items, not ${limit}.`);
  if (cursor === undefined) return { start: 0, limit };
  const start = Number(/,(\d+)\]$/.exec(cursor)?.[1]);
  if (cursor !== JSON.stringify([query, start]))
    throw new CrmError("malformed", "The cursor is none of this query.");
  return { start, limit };
}

export function toPage<T>(query: Query, start: number, items: readonly T[], total: number): Page<T> {
  const end = start + items.length;
  return { items, total, ...(end < total ? { next: JSON.stringify([query, end]) } : {}) };
}
