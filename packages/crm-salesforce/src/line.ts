import { CrmError, type ReadOptions } from "@sweetspot/contract";
import type { OperationName } from "./documents/operations.ts";
import type { OrgPart } from "./documents/org-parts.ts";
import { readLacks } from "./org-lacks.ts";
import type { OrgMemory } from "./org-memory.ts";
import type { SalesforceConnection, SalesforceGraphqlResponse } from "./raw/graphql-response.ts";
import type { ApexOperation, PlanRequest, SalesforceTransport } from "./salesforce-transport.port.ts";
import { readPlanAnswer, toCrmError } from "./to-crm-error.ts";

/** The subqueries of one answer, by alias. */
export interface QueryAnswer {
  connection<N>(alias: string): SalesforceConnection<N>;
}

/** The one way to the org: cancels, translates failures, and leaves out of documents what the org does not have. */
export interface Line {
  query(
    operation: OperationName,
    variables: Readonly<Record<string, unknown>>,
    options?: ReadOptions,
  ): Promise<QueryAnswer>;
  plan(operation: ApexOperation, request: PlanRequest, options?: ReadOptions): Promise<unknown>;
}

/** @param memory takes what the org lacks: most have everything, so it is asked only after it has refused a document. */
export function createLine(transport: SalesforceTransport, memory: Pick<OrgMemory, "lacks">): Line {
  async function run(
    operation: OperationName,
    variables: Readonly<Record<string, unknown>>,
    without: readonly OrgPart[] | undefined,
    signal: AbortSignal | undefined,
  ): Promise<SalesforceGraphqlResponse> {
    const options = { ...(without === undefined ? {} : { lacks: without }), ...(signal ? { signal } : {}) };
    const response = await within(signal, () => transport.graphql(operation, variables, options));
    if (typeof response !== "object" || response === null)
      throw new CrmError("unavailable", "Salesforce gave no answer that can be read.");
    return response;
  }

  return {
    async query(operation, variables, { signal } = {}) {
      const before = memory.lacks;
      const response = await run(operation, variables, before, signal);
      if (before !== undefined || !isRefused(response)) return toAnswer(response);
      memory.lacks ??= await readLacks((without) => run("org", {}, without, signal));
      const { lacks } = memory;
      return toAnswer(lacks.length === 0 ? response : await run(operation, variables, lacks, signal));
    },
    plan: async (operation, request, { signal } = {}) =>
      readPlanAnswer(
        await within(signal, () => transport.apex(operation, request, signal ? { signal } : {})),
      ),
  };
}

/** The document names something this user's schema does not have. */
const isRefused = ({ errors }: SalesforceGraphqlResponse): boolean =>
  errors?.some((error) => error.extensions?.ErrorType === "ValidationError") ?? false;

function toAnswer(response: SalesforceGraphqlResponse): QueryAnswer {
  // One field that failed reads as withheld; a list that failed would read as empty, so it fails the call.
  const grave = response.errors?.filter((error) => !error.path?.includes("node")) ?? [];
  if (grave.length > 0) throw toCrmError({ errors: grave });
  const { uiapi } = response.data ?? {};
  if (!uiapi) throw new CrmError("unavailable", "Salesforce answered without data.");
  // Absent where the org lacks everything that was asked for.
  const query = (uiapi["query"] ?? {}) as Readonly<Record<string, unknown>>;
  return {
    connection: <N>(alias: string) => (query[alias] ?? {}) as SalesforceConnection<N>,
  };
}

/** Cancels at once, even where the transport cannot; translates what it fails with. */
async function within<T>(signal: AbortSignal | undefined, call: () => Promise<T>): Promise<T> {
  signal?.throwIfAborted();
  const gone = new AbortController();
  const aborted = new Promise<never>((_, reject) => {
    signal?.addEventListener("abort", () => reject(signal.reason), { once: true, signal: gone.signal });
  });
  try {
    return await Promise.race([call(), aborted]);
  } catch (failure) {
    signal?.throwIfAborted();
    throw toCrmError(failure);
  } finally {
    gone.abort();
  }
}
