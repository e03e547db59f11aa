/** One page of a longer list. `next` is the cursor of the following page; absent on the last one. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
  /** Number of items over all pages, where the CRM tells it without extra cost. */
  readonly total?: number;
}

export interface ReadOptions {
  /** Aborting rejects the call with the signal's reason and stops the work behind it. */
  readonly signal?: AbortSignal;
}

export interface PageOptions extends ReadOptions {
  /** The `next` of an earlier page of the same query. A foreign or outdated cursor is `malformed`. */
  readonly cursor?: string;
  /** Items wanted, 1 to 2,000; an adapter may return fewer. Default 200. */
  readonly limit?: number;
}
