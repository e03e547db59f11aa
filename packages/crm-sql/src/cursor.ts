import { createHash } from "node:crypto";
import { CrmError, type Page, type PageOptions } from "@sweetspot/contract";

/** The sort key of the last item of a page, as text and numbers in the order of the list's `order by`. */
export type SortKey = readonly (string | number)[];

/** One list with its arguments; a cursor made for another one is refused. */
export interface PagedList {
  readonly limit: number;
  /** Where the page begins: after this key. Undefined on the first page. */
  readonly after: SortKey | undefined;
  /** Makes the page from up to `limit + 1` rows. */
  toPage<Row, T>(rows: readonly Row[], keyOf: (row: Row) => SortKey, toItem: (row: Row) => T): Page<T>;
}

const DEFAULT_LIMIT = 200;
const LARGEST_LIMIT = 2000;

/**
 * Reads limit and cursor of a call.
 *
 * @param list what is listed: tenant, method and arguments
 * @param shape the types of the sort key
 * @throws CrmError `malformed` for a limit out of range and for a cursor of another list
 */
export function openList(
  list: readonly string[],
  shape: readonly ("string" | "number")[],
  options: PageOptions = {},
): PagedList {
  const limit = options.limit ?? DEFAULT_LIMIT;
  if (!Number.isInteger(limit) || limit < 1 || limit > LARGEST_LIMIT)
    throw new CrmError("malformed", `A page has 1 to ${LARGEST_LIMIT} items, not ${limit}.`);
  const mark = createHash("sha256").update(JSON.stringify(list)).digest("base64url").slice(0, 12);
  return {
    limit,
    after: options.cursor === undefined ? undefined : decode(options.cursor, mark, shape),
    toPage(rows, keyOf, toItem) {
      const items = rows.slice(0, limit);
      const last = items.at(-1);
      const more = rows.length > limit && last !== undefined;
      // Fields that are empty or hidden share one object; an answer is the caller's own.
      const answer = items.map((row) => structuredClone(toItem(row)));
      if (more) return { items: answer, next: encode([mark, ...keyOf(last)]) };
      // A list that is one page has been counted; longer ones would cost a second query.
      return options.cursor === undefined ? { items: answer, total: answer.length } : { items: answer };
    },
  };
}

const encode = (parts: readonly unknown[]): string =>
  Buffer.from(JSON.stringify(parts)).toString("base64url");

function decode(cursor: string, mark: string, shape: readonly string[]): SortKey {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, "base64url").toString());
  } catch {
    parts = undefined;
  }
  const fits =
    Array.isArray(parts) &&
    parts.length === shape.length + 1 &&
    parts[0] === mark &&
    encode(parts) === cursor &&
    shape.every((type, index) => typeof parts[index + 1] === type);
  if (!fits)
    throw new CrmError("malformed", "This cursor belongs to another list. Start again from the first page.");
  return (parts as (string | number)[]).slice(1);
}
