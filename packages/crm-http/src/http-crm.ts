import {
  CRM_ERROR_CODES,
  CrmError,
  type CrmErrorMessage,
  type CrmReader,
  fromCrmErrorMessage,
  type InsightReader,
  type PlanStore,
  type ReadOptions,
  type RelationReader,
} from "@sweetspot/contract";
import { fromForeignAnswer, PORT_PATH, type PortAnswer, type PortName, toRetryAfterMs } from "./wire.ts";

export interface HttpCrmOptions {
  /** Where the gateway is: an origin, or a path on this page's own; no slash at its end. */
  readonly baseUrl: string;
  /** The session's token, asked for at every call; undefined while nobody is signed in. */
  readonly token: () => string | undefined;
  readonly fetch?: typeof globalThis.fetch;
  /** The gateway does not know the session (any more). */
  readonly onUnauthenticated?: () => void;
  /** Can this gateway keep what its users allow others to make of their ties? Default true. */
  readonly keepsWishes?: boolean;
}

export interface HttpCrm {
  readonly reader: CrmReader;
  readonly store: PlanStore;
  /** For pages whose gateway has relations; every call is `not-found` where it has none. */
  readonly relations: RelationReader;
  /** For pages whose gateway can compare customers; every call is `not-found` where it cannot. */
  readonly insights: InsightReader;
}

/**
 * The ports, spoken to a gateway. A line that is down, and an answer that is not the gateway's, is `unavailable`;
 * aborting a call aborts the request, and with it the work behind it.
 */
export function createHttpCrm(options: HttpCrmOptions): HttpCrm {
  const {
    baseUrl,
    token,
    fetch = globalThis.fetch.bind(globalThis),
    onUnauthenticated,
    keepsWishes = true,
  } = options;

  async function post(path: string, body: string, signal: AbortSignal | undefined): Promise<Response> {
    const bearer = token();
    try {
      return await fetch(`${baseUrl}${PORT_PATH}${path}`, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
        },
        body,
        cache: "no-store",
        credentials: "omit",
        redirect: "error",
        ...(signal ? { signal } : {}),
      });
    } catch (error) {
      signal?.throwIfAborted();
      throw new CrmError("unavailable", "The gateway cannot be reached.", { cause: error });
    }
  }

  async function call<T>(
    port: PortName,
    method: string,
    args: readonly unknown[],
    read: ReadOptions = {},
  ): Promise<T> {
    const { signal, ...rest } = read;
    signal?.throwIfAborted();
    const body = JSON.stringify({ arguments: [...args, rest] });
    const response = await post(`${port}/${method}`, body, signal);
    try {
      return await toValue<T>(response);
    } catch (error) {
      signal?.throwIfAborted();
      if (CrmError.is(error, "unauthenticated")) onUnauthenticated?.();
      throw error;
    }
  }

  const reader: CrmReader = {
    contract: "crm/1",
    system: "http",
    whoAmI: (read) => call("reader", "whoAmI", [], read),
    listAccounts: (query, page) => call("reader", "listAccounts", [query], page),
    openAccount: (account, read) => call("reader", "openAccount", [account], read),
    listFamily: (account, page) => call("reader", "listFamily", [account], page),
    listContacts: (account, page) => call("reader", "listContacts", [account], page),
    listOpportunities: (account, page) => call("reader", "listOpportunities", [account], page),
    listAssets: (account, page) => call("reader", "listAssets", [account], page),
    listInvolvements: (account, page) => call("reader", "listInvolvements", [account], page),
    listProducts: (page) => call("reader", "listProducts", [], page),
    listTeamMembers: (page) => call("reader", "listTeamMembers", [], page),
  };
  const store: PlanStore = {
    contract: "plan/1",
    load: (scopes, read) => call("store", "load", [scopes], read),
    commit: (commit, read) => call("store", "commit", [commit], read),
    changes: (scope, query, page) => call("store", "changes", [scope, query], page),
    asOf: (scope, at, read) => call("store", "asOf", [scope, at], read),
  };
  const relations: RelationReader = {
    contract: "relations/1",
    listTargets: (account, page) => call("relations", "listTargets", [account], page),
    findPaths: (query, read) => call("relations", "findPaths", [query], read),
    listAcquaintances: (query, page) => call("relations", "listAcquaintances", [query], page),
    ...(keepsWishes
      ? {
          readMyWish: (read) => call("relations", "readMyWish", [], read),
          saveMyWish: async (wish, read) => void (await call("relations", "saveMyWish", [wish], read)),
        }
      : {}),
  };
  const insights: InsightReader = {
    contract: "insights/1",
    findLookalikes: (query, read) => call("insights", "findLookalikes", [query], read),
  };
  return { reader, store, relations, insights };
}

async function toValue<T>(response: Response): Promise<T> {
  const answer = await readAnswer(response);
  const retryAfterMs = toRetryAfterMs(response.headers.get("retry-after"), Date.now);
  if (answer === undefined) throw fromForeignAnswer(response.status, retryAfterMs);
  if (response.ok && "value" in answer) return answer.value as T;
  if (!("error" in answer) || !isErrorMessage(answer.error))
    throw fromForeignAnswer(response.status, retryAfterMs);
  throw fromCrmErrorMessage({ ...(retryAfterMs === undefined ? {} : { retryAfterMs }), ...answer.error });
}

/** The body where it is ours, undefined where something else has answered. */
async function readAnswer(response: Response): Promise<PortAnswer | undefined> {
  try {
    // Not `response.json()`: in the Lightning sandbox its answer stands behind the membrane, field by field.
    const body: unknown = JSON.parse(await response.text());
    return typeof body === "object" && body !== null && ("value" in body || "error" in body)
      ? (body as PortAnswer)
      : undefined;
  } catch {
    return undefined;
  }
}

const isErrorMessage = (value: unknown): value is CrmErrorMessage =>
  typeof value === "object" &&
  value !== null &&
  "message" in value &&
  typeof value.message === "string" &&
  "code" in value &&
  typeof value.code === "string" &&
  (CRM_ERROR_CODES as readonly string[]).includes(value.code);
