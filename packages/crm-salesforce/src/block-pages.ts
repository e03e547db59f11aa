import { CrmError, type Page, type PageOptions, type ReadOptions } from "@sweetspot/contract";
import type { Nullish, SalesforceConnection } from "./raw/graphql-response.ts";
import { FIRST_ROWS, MOST_ROWS } from "./documents/subqueries.ts";

/**
 * Salesforce sorts names by the user's language, the port without case and accents. So rows are read in blocks of a
 * fixed size and each block is brought into the port's order: exact within a block, Salesforce's between blocks.
 */
export const BLOCK_ROWS = FIRST_ROWS;

/** Where a page begins: after Salesforce's cursor, and so many items further. */
export interface Place {
  readonly after: string | null;
  readonly offset: number;
  readonly limit: number;
}

export type Query = readonly string[];

/** Options without the page: reads behind a page are cancelled with it. */
export const toReadOptions = ({ signal }: PageOptions = {}): ReadOptions => (signal ? { signal } : {});

/**
 * A cursor is its query and a place; of another query it is noticed.
 *
 * @throws CrmError `malformed` for a foreign cursor or a limit outside 1 to 2,000.
 */
export function readPlace(query: Query, { cursor, limit = 200 }: PageOptions = {}): Place {
  if (!Number.isInteger(limit) || limit < 1 || limit > 2000)
    throw new CrmError("malformed", `A page has 1 to 2,000 items; ${limit} were asked for.`);
  if (cursor === undefined) return { after: null, offset: 0, limit };
  const [after, offset] = parseEnd(cursor);
  if (
    (typeof after !== "string" && after !== null) ||
    !Number.isInteger(offset) ||
    Number(offset) < 0 ||
    cursor !== toCursor(query, after, Number(offset))
  )
    throw new CrmError("malformed", "The cursor is none of this query. Start again without a cursor.");
  return { after, offset: Number(offset), limit };
}

const toCursor = (query: Query, after: string | null, offset: number): string =>
  JSON.stringify([...query, after, offset]);

/** Leads to the beginning of a list. */
export const toStartCursor = (query: Query): string => toCursor(query, null, 0);

function parseEnd(cursor: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(cursor);
    return Array.isArray(parts) ? parts.slice(-2) : [];
  } catch {
    return [];
  }
}

/** A page of a list that is already whole. */
export function toSlice<T>(query: Query, items: readonly T[], options: PageOptions | undefined): Page<T> {
  const { offset, limit } = readPlace(query, options);
  const end = offset + limit;
  return {
    items: items.slice(offset, end),
    total: items.length,
    ...(end < items.length ? { next: toCursor(query, null, end) } : {}),
  };
}

interface Block<T> {
  /** Cursor before its first row. */
  readonly after: string | null;
  readonly items: readonly T[];
}

/** How a list's rows become items. */
export interface BlockList<N, T> {
  readonly query: Query;
  readonly toItem: (row: N) => T;
  /** Looks at all rows of an answer before each becomes an item. */
  readonly prepare?: (connection: SalesforceConnection<N>) => SalesforceConnection<N>;
  readonly compare: (one: T, other: T) => number;
  /** Some rows are not for this list, for example those of accounts the user may not see. */
  readonly keeps?: (item: T) => boolean;
  readonly blockRows?: number;
  /** Rows and items are the same, so that Salesforce's count is the list's. */
  readonly counts?: boolean;
}

/** Rows to ask for so that a page at this place can be full: whole blocks. */
export function rowsFor({ offset, limit }: Place, blockRows = BLOCK_ROWS): number {
  return Math.min(MOST_ROWS, Math.ceil((offset + limit) / blockRows) * blockRows);
}

/** The page at a place, cut out of the rows that begin at the place's cursor. */
export function toBlockPage<N, T>(
  list: BlockList<N, T>,
  connection: SalesforceConnection<N>,
  { after, offset, limit }: Place,
): Page<T> {
  const blocks = toBlocks(list, list.prepare?.(connection) ?? connection, after);
  const items: T[] = [];
  let skip = offset;
  let next: string | undefined;
  for (const block of blocks) {
    if (items.length === limit && block.items.length > 0) {
      next ??= toCursor(list.query, block.after, 0);
      break;
    }
    const taken = block.items.slice(skip, skip + limit - items.length);
    items.push(...taken);
    if (skip + taken.length < block.items.length) {
      next = toCursor(list.query, block.after, skip + taken.length);
      break;
    }
    skip = 0;
  }
  if (next === undefined && connection.pageInfo?.hasNextPage === true && connection.pageInfo.endCursor)
    next = toCursor(list.query, connection.pageInfo.endCursor, 0);
  const total = toTotal(list, connection, after, blocks);
  return { items, ...(total === undefined ? {} : { total }), ...(next === undefined ? {} : { next }) };
}

/**
 * Salesforce's count where every row is an item; otherwise our own where one block holds the whole list. Both are the
 * same on every page.
 */
function toTotal<N, T>(
  { counts = false, blockRows = BLOCK_ROWS }: BlockList<N, T>,
  { totalCount, pageInfo, edges }: SalesforceConnection<N>,
  after: string | null,
  blocks: readonly Block<T>[],
): number | undefined {
  if (counts) return totalCount ?? undefined;
  const isWhole = after === null && pageInfo?.hasNextPage === false && (edges ?? []).length <= blockRows;
  return isWhole ? blocks.reduce((sum, block) => sum + block.items.length, 0) : undefined;
}

function toBlocks<N, T>(
  { toItem, compare, keeps = () => true, blockRows = BLOCK_ROWS }: BlockList<N, T>,
  { edges }: SalesforceConnection<N>,
  start: string | null,
): Block<T>[] {
  const rows = (edges ?? []).filter((edge) => edge?.node != null);
  const blocks: Block<T>[] = [];
  let after: Nullish<string> = start;
  for (let first = 0; first < rows.length; first += blockRows) {
    const block = rows.slice(first, first + blockRows);
    const items = block.map((edge) => toItem(edge?.node as N)).filter(keeps);
    blocks.push({ after: after ?? null, items: items.toSorted(compare) });
    after = block.at(-1)?.cursor;
  }
  return blocks;
}
