import { CrmError, type PlanSnapshot, type PlanStore, toCrmErrorMessage } from "@sweetspot/contract";

/** Records in one part of a long answer; the real service stops when its heap is a third full. */
const PART = 400;

type Request = Readonly<Record<string, unknown>>;

/** Operations that are not the plan store's. */
type Others = Readonly<Record<"setup" | "relations", () => object>>;

/**
 * Answers like `SweetspotPlanStore` of apps/salesforce: JSON objects in, `{ value }` or `{ error }` out, HTTP 200. What a
 * commit means is the plan model's own `applyCommit`, behind the store of a memory CRM.
 */
export async function answerPlanService(
  operation: string,
  request: Request,
  store: PlanStore,
  others: Others,
): Promise<{ readonly value: unknown } | { readonly error: unknown }> {
  try {
    return { value: await run(operation, request, store, others) };
  } catch (failure) {
    if (!CrmError.is(failure)) throw failure;
    return { error: toCrmErrorMessage(failure) };
  }
}

async function run(operation: string, request: Request, store: PlanStore, others: Others): Promise<unknown> {
  const { scopes, scope, since, at, cursor, limit, ...rest } = request as never as Arguments;
  switch (operation) {
    case "load": {
      const [part, next] = toPart(await store.load(scopes), cursor);
      return { snapshots: part, ...next };
    }
    case "commit":
      return store.commit({ scope, ...rest } as Parameters<PlanStore["commit"]>[0]);
    case "changes":
      return store.changes(
        scope,
        { since },
        { ...(cursor === undefined ? {} : { cursor }), ...(limit === undefined ? {} : { limit }) },
      );
    case "asOf": {
      const [[snapshot], next] = toPart([await store.asOf(scope, at)], cursor);
      return { snapshot, ...next };
    }
    case "setup":
    case "relations":
      return others[operation]();
    default:
      throw new CrmError("malformed", `There is no ${operation}.`);
  }
}

interface Arguments {
  readonly scopes: Parameters<PlanStore["load"]>[0];
  readonly scope: Parameters<PlanStore["changes"]>[0];
  readonly since: number;
  readonly at: string;
  readonly cursor?: string;
  readonly limit?: number;
}

/** The same scopes in every part, each with its share of the records. */
function toPart(
  snapshots: readonly PlanSnapshot[],
  cursor: string | undefined,
): readonly [PlanSnapshot[], { readonly next?: string }] {
  const start = Number(cursor ?? 0);
  const longest = Math.max(0, ...snapshots.map((snapshot) => snapshot.records.length));
  const part = snapshots.map((snapshot) => ({
    ...snapshot,
    records: snapshot.records.slice(start, start + PART),
  }));
  return [part, start + PART < longest ? { next: String(start + PART) } : {}];
}
