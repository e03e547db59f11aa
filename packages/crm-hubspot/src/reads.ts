import { CrmError, type ReadOptions } from "@sweetspot/contract";
import { type ObjectType, PATHS } from "./api-version.ts";
import type { HubspotPortal } from "./hubspot-portal.ts";
import type { HubspotRequest, Line } from "./line.ts";
import type {
  HubspotAssociations,
  HubspotAssociationType,
  HubspotBatch,
  HubspotPage,
  HubspotRecord,
} from "./raw/answers.ts";
import { fromBatchError } from "./to-crm-error.ts";

/** What HubSpot takes in one request: records, and records whose associations are asked for. */
const BATCH = 100;
const ASSOCIATION_BATCH = 1000;
/** Requests of one call under way at once; the portal's budget holds for all of them together. */
const AT_ONCE = 8;

export interface Association {
  readonly id: string;
  readonly types: readonly HubspotAssociationType[];
}

export interface SearchQuery {
  readonly filters?: readonly object[];
  /** Ascending. */
  readonly sort?: string;
  readonly properties: readonly string[];
  readonly limit: number;
  readonly after?: number;
}

/** The shapes in which a portal is read, as one user. */
export interface Reads {
  /** @throws CrmError `not-found` for a record that is not there, or not to be seen */
  record(
    type: ObjectType,
    id: string,
    properties: readonly string[],
    options?: ReadOptions,
  ): Promise<HubspotRecord>;
  /** Those of the ids that are there and may be seen, in their order. */
  records(
    type: ObjectType,
    ids: readonly string[],
    properties: readonly string[],
    options?: ReadOptions,
  ): Promise<HubspotRecord[]>;
  /** What each of the ids is associated with; ids without any are left out. */
  associations(
    from: ObjectType,
    to: ObjectType,
    ids: readonly string[],
    options?: ReadOptions,
  ): Promise<Map<string, Association[]>>;
  search(type: ObjectType, query: SearchQuery, options?: ReadOptions): Promise<HubspotPage<HubspotRecord>>;
  /** Any other answer, for example one page of a list. */
  get<T>(
    name: string,
    path: string,
    query?: Readonly<Record<string, string>>,
    options?: ReadOptions,
  ): Promise<T>;
}

const keyOf = ({ path, query, body }: HubspotRequest): string => `${path} ${JSON.stringify([query, body])}`;

/**
 * @param user who asks, by his own token: nobody waits for an answer to somebody else's question, which may be a refusal
 * @param heir whose memory keeps the answers; default his own, "" for what everybody is told alike
 */
export function createReads(
  line: Line,
  { memory, underWay }: Pick<HubspotPortal, "memory" | "underWay">,
  user: string,
  heir = user,
): Reads {
  /** Once for all who ask at the same time. What was asked before a change was told is no answer after it. */
  const ask = <T>(
    request: HubspotRequest,
    options: ReadOptions | undefined,
    onAnswer?: (answer: T, asked: number) => void,
  ): Promise<T> => {
    const { time } = memory;
    const question = JSON.stringify([user, heir, time, keyOf(request)]);
    return underWay.join(question, options?.signal, async (signal) => {
      const answer = await line.send<T>(request, { signal });
      onAnswer?.(answer, time);
      return answer;
    });
  };

  async function remembered<T>(request: HubspotRequest, options: ReadOptions | undefined): Promise<T> {
    options?.signal?.throwIfAborted();
    const key = keyOf(request);
    const known = memory.recall(heir, key);
    if (known !== undefined) return known as T;
    return ask<T>(request, options, (answer, asked) => memory.keep(heir, key, answer, asked));
  }

  async function batch<T>(request: HubspotRequest, options: ReadOptions | undefined): Promise<readonly T[]> {
    const answer = await remembered<HubspotBatch<T>>({ ...request, method: "POST" }, options);
    // A 207 tells what is not there, or not to be seen; anything else that failed fails the call.
    const grave = answer.errors?.find((error) => error.category !== "OBJECT_NOT_FOUND");
    if (grave) throw fromBatchError(grave);
    return answer.results ?? [];
  }

  async function readAssociations(
    from: ObjectType,
    to: ObjectType,
    ids: readonly string[],
    options: ReadOptions | undefined,
  ): Promise<[string, Association[]][]> {
    const found = new Map<string, Association[]>();
    let inputs: readonly { readonly id: string; readonly after?: string }[] = ids.map((id) => ({ id }));
    while (inputs.length > 0) {
      const results = await batch<HubspotAssociations>(
        { name: `${from}.associations.${to}`, path: PATHS.associations(from, to), body: { inputs } },
        options,
      );
      for (const { from: source, to: targets } of results) {
        const own = found.get(source?.id ?? "") ?? [];
        for (const target of targets ?? [])
          own.push({ id: String(target.toObjectId), types: target.associationTypes ?? [] });
        found.set(source?.id ?? "", own);
      }
      inputs = results.flatMap(({ from: source, paging }) =>
        source?.id && paging?.next?.after ? [{ id: source.id, after: paging.next.after }] : [],
      );
    }
    return [...found];
  }

  return {
    record: (type, id, properties, options) =>
      // Never from memory: it is how a reader notices that a record is gone, or no longer to be seen.
      ask<HubspotRecord>(
        {
          name: `${type}.read`,
          path: PATHS.record(type, id),
          query: { properties: properties.join(",") },
        },
        options,
      ),
    async records(type, ids, properties, options) {
      const parts = await inTurns(chunksOf(ids, BATCH), (part) =>
        batch<HubspotRecord>(
          {
            name: `${type}.batch`,
            path: PATHS.batchRead(type),
            body: { properties, inputs: part.map((id) => ({ id })) },
          },
          options,
        ),
      );
      const found = new Map(parts.flat().map((record) => [record.id, record]));
      return ids.flatMap((id) => found.get(id) ?? []);
    },
    async associations(from, to, ids, options) {
      const parts = await inTurns(chunksOf(ids, ASSOCIATION_BATCH), (part) =>
        readAssociations(from, to, part, options),
      );
      return new Map(parts.flat());
    },
    search: (type, { filters = [], sort, properties, limit, after = 0 }, options) =>
      remembered(
        {
          name: `${type}.search`,
          kind: "search",
          method: "POST",
          path: PATHS.search(type),
          body: {
            properties,
            limit,
            after: String(after),
            ...(filters.length === 0 ? {} : { filterGroups: [{ filters }] }),
            ...(sort === undefined ? {} : { sorts: [{ propertyName: sort, direction: "ASCENDING" }] }),
          },
        },
        options,
      ),
    get: (name, path, query = {}, options) => remembered({ name, path, query }, options),
  };
}

/** A whole list, page by page. */
export async function readWhole<T>(
  reads: Reads,
  name: string,
  path: string,
  query: Readonly<Record<string, string>>,
  options?: ReadOptions,
): Promise<T[]> {
  const items: T[] = [];
  let after: string | undefined;
  do {
    const page: HubspotPage<T> = await reads.get(
      name,
      path,
      after === undefined ? query : { ...query, after },
      options,
    );
    items.push(...(page.results ?? []));
    const next = page.paging?.next?.after ?? undefined;
    if (next !== undefined && next === after)
      throw new CrmError("unavailable", `HubSpot gave the same page of ${name} twice.`);
    after = next;
  } while (after !== undefined);
  return items;
}

function chunksOf<T>(items: readonly T[], size: number): (readonly T[])[] {
  const chunks: (readonly T[])[] = [];
  for (let start = 0; start < items.length; start += size) chunks.push(items.slice(start, start + size));
  return chunks;
}

/** Some at once, answered in order; the first failure ends the rest. */
async function inTurns<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const turn of chunksOf(items, AT_ONCE)) results.push(...(await Promise.all(turn.map(work))));
  return results;
}
