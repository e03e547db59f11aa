import { CrmError, type Page, type PageOptions, type ReadOptions } from "@sweetspot/contract";
import type { ObjectType } from "./api-version.ts";
import { type Query, readPlace, toCursor } from "./pages.ts";
import type { HubspotRecord } from "./raw/answers.ts";
import type { Reads } from "./reads.ts";

/** The most a search gives in one answer, and the last place it reaches. */
const BLOCK = 200;
const REACH = 10_000;
/** Blocks read for one page when a list keeps nothing of them; an empty page that leads on is allowed. */
const TRIES = 3;

/** How a search becomes a list of the port. */
export interface SearchList<T> {
  readonly type: ObjectType;
  readonly query: Query;
  readonly filters?: readonly object[];
  readonly properties: readonly string[];
  readonly toItem: (record: HubspotRecord) => T;
  readonly compare: (one: T, other: T) => number;
  /** HubSpot's filters let more pass than belongs to the list. */
  readonly keeps?: (item: T) => boolean;
}

/**
 * A page of a list sorted by name. HubSpot sorts names in its own way, so each block of 200 is brought into the port's
 * order: exact within a block, HubSpot's between blocks. A place is a block's number times 200 and the items before it.
 *
 * @throws CrmError `unavailable` beyond the 10,000 results a search reaches
 */
export async function readSearchPage<T>(
  reads: Reads,
  list: SearchList<T>,
  options?: PageOptions,
): Promise<Page<T>> {
  const { limit, ...place } = readPlace(list.query, options);
  const read: ReadOptions = options?.signal ? { signal: options.signal } : {};
  let { start } = place;
  for (let tries = 1; ; tries += 1) {
    const block = start - (start % BLOCK);
    if (block + BLOCK > REACH)
      throw new CrmError(
        "unavailable",
        `HubSpot lists no more than ${REACH} ${list.type}. Search for a name.`,
      );
    const { type, properties, filters = [] } = list;
    const answer = await reads.search(
      type,
      { properties, filters, sort: "name", limit: BLOCK, after: block },
      read,
    );
    const all = (answer.results ?? []).map(list.toItem);
    const items = (list.keeps ? all.filter(list.keeps) : all).toSorted(list.compare);
    const total = answer.total ?? 0;
    const page = items.slice(start - block, start - block + limit);
    const isLastBlock = block + BLOCK >= total;
    const after = start - block + page.length < items.length ? start + page.length : block + BLOCK;
    const next = isLastBlock && after === block + BLOCK ? undefined : after;
    if (page.length > 0 || next === undefined || tries === TRIES)
      return { items: page, ...totalOf(list, items, total, block), ...nextOf(list.query, next) };
    start = next;
  }
}

const nextOf = (query: Query, next: number | undefined) =>
  next === undefined ? {} : { next: toCursor(query, next) };

/** HubSpot's count is the list's where nothing is left out, and where everything is in one block. */
function totalOf<T>(list: SearchList<T>, items: readonly T[], total: number, block: number) {
  if (list.keeps === undefined) return { total };
  return block === 0 && total <= BLOCK ? { total: items.length } : {};
}
