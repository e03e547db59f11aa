// lightning/graphql (v2): `gql`, the wire adapter and `executeMutation` [D reference-graphql-wire, -refresh, -mutation].
import { callData, type FetchFailure, frozen } from "./org-line.ts";
import { createWireAdapter, type Emit } from "./wire-adapter.ts";

interface ParsedQuery {
  readonly query: string;
}

interface GraphqlConfig {
  readonly query?: ParsedQuery;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
}

interface GraphqlResult {
  readonly data: unknown;
  readonly errors: unknown;
  readonly refresh?: () => Promise<void>;
}

/** An answer all components of the page share, and those who wait for news of it. */
interface CachedQuery {
  result: GraphqlResult | undefined;
  text: string;
  pending: Promise<void> | undefined;
  readonly listeners: Set<Emit<GraphqlResult>>;
}

const parsed = new WeakSet<object>();

/** A parsed document is opaque to components: only what `gql` gave is taken. */
export function gql(strings: readonly string[], ...values: readonly unknown[]): ParsedQuery {
  const query = strings.map((text, index) => `${text}${index < values.length ? String(values[index]) : ""}`);
  const document = Object.freeze({ query: query.join("") });
  parsed.add(document);
  return document;
}

const cache = new Map<string, CachedQuery>();

const keyOf = ({ query, variables, operationName }: GraphqlConfig): string | undefined => {
  if (query === undefined) return undefined;
  if (!parsed.has(query)) throw new TypeError("A query must be made with gql.");
  return JSON.stringify([query.query, operationName, variables]);
};

/**
 * Shares answers between components, gives them later than it was asked, calls again when `refresh` brought other data,
 * and not at all when it brought the same. Failures are not kept.
 */
export const graphql = createWireAdapter<GraphqlConfig, GraphqlResult>({
  empty: { data: undefined, errors: undefined },
  keyOf,
  subscribe(config, emit) {
    const key = keyOf(config) ?? "";
    const entry = cache.get(key) ?? {
      result: undefined,
      text: "",
      pending: undefined,
      listeners: new Set<Emit<GraphqlResult>>(),
    };
    cache.set(key, entry);
    entry.listeners.add(emit);
    const { result } = entry;
    if (result?.data === undefined || result.errors !== undefined) void fetchInto(entry, config);
    else void Promise.resolve().then(() => emit(result));
    return () => void entry.listeners.delete(emit);
  },
});

function fetchInto(entry: CachedQuery, config: GraphqlConfig): Promise<void> {
  entry.pending ??= ask(entry, config).finally(() => (entry.pending = undefined));
  return entry.pending;
}

async function ask(entry: CachedQuery, config: GraphqlConfig): Promise<void> {
  const answer = await run(config);
  const text = JSON.stringify(answer);
  if (text === entry.text) return;
  entry.text = text;
  entry.result = Object.freeze({
    ...frozen(answer),
    refresh: async () => {
      await entry.pending;
      await fetchInto(entry, config);
    },
  });
  for (const emit of entry.listeners) emit(entry.result);
}

/** `errors` is a list, also where no GraphQL answer came at all: how Lightning words that is not documented [?]. */
async function run({ query, variables, operationName }: GraphqlConfig): Promise<GraphqlResult> {
  try {
    const answer = (await callData("POST", "/graphql", {
      query: query?.query,
      variables,
      ...(operationName === undefined ? {} : { operationName }),
    })) as { readonly data?: unknown; readonly errors?: readonly unknown[] };
    return {
      data: answer.data ?? undefined,
      errors: answer.errors?.length ? answer.errors : undefined,
    };
  } catch (failure) {
    return { data: undefined, errors: toErrors(failure as FetchFailure) };
  }
}

const toErrors = ({ status, body }: FetchFailure): readonly object[] =>
  (Array.isArray(body) ? body : [body]).map((one: object) => ({ ...one, status }));

/** Not for queries; imperative only. */
export async function executeMutation(config: GraphqlConfig): Promise<GraphqlResult> {
  if (keyOf(config) === undefined) throw new TypeError("A mutation needs a query.");
  return frozen(await run(config));
}
