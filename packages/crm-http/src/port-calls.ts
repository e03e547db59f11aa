import {
  type Commit,
  type CrmReader,
  INVOLVEMENT_GAPS,
  type PlanStore,
  type RecordId,
  type Scope,
} from "@sweetspot/contract";
import { z } from "zod";
import { planFields } from "./plan-value.schema.ts";

export interface Ports {
  readonly reader: CrmReader;
  readonly store: PlanStore;
}

/** One method of a port as a request asks for it: checks the arguments, then calls. */
export type PortCall = (ports: Ports, args: readonly unknown[], signal: AbortSignal) => Promise<unknown>;

const id = z
  .string()
  .min(1)
  .max(400)
  .transform((text) => text as RecordId);
const scope: z.ZodType<Scope> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("library") }),
  z.strictObject({ kind: z.literal("account"), account: id }),
]);
const readOptions = z.strictObject({}).default({});
const pageOptions = z
  .strictObject({ cursor: z.string().max(8000).exactOptional(), limit: z.number().exactOptional() })
  .default({});
const query = z.strictObject({ search: z.string().max(1000).exactOptional() });
const base = z.int().min(0);
const type = z.string().max(120);
const commit: z.ZodType<Commit> = z.strictObject({
  scope,
  key: z.string().max(200),
  puts: z.array(z.strictObject({ id, type, base, fields: planFields })).max(10_000),
  removes: z.array(z.strictObject({ id, base })).max(10_000),
});
const instant = z.string().max(40);
const since = z.strictObject({ since: z.number() });

/** Ties a method's argument schemas to its call, so that neither can be forgotten. */
function defineCall<const S extends readonly [z.ZodType, ...z.ZodType[]]>(
  schemas: S,
  run: (ports: Ports, args: { [K in keyof S]: z.output<S[K]> }, signal: AbortSignal) => Promise<unknown>,
): PortCall {
  const tuple = z.tuple(schemas as unknown as [z.ZodType, ...z.ZodType[]]);
  return (ports, args, signal) => run(ports, tuple.parse(args) as { [K in keyof S]: z.output<S[K]> }, signal);
}

export const PORT_CALLS: ReadonlyMap<string, PortCall> = new Map([
  ["reader/whoAmI", defineCall([readOptions], ({ reader }, _, signal) => reader.whoAmI({ signal }))],
  [
    "reader/listAccounts",
    defineCall([query, pageOptions], ({ reader }, [search, page], signal) =>
      reader.listAccounts(search, { ...page, signal }),
    ),
  ],
  [
    "reader/openAccount",
    defineCall([id, readOptions], ({ reader }, [account], signal) => reader.openAccount(account, { signal })),
  ],
  [
    "reader/listFamily",
    defineCall([id, pageOptions], ({ reader }, [account, page], signal) =>
      reader.listFamily(account, { ...page, signal }),
    ),
  ],
  [
    "reader/listContacts",
    defineCall([id, pageOptions], ({ reader }, [account, page], signal) =>
      reader.listContacts(account, { ...page, signal }),
    ),
  ],
  [
    "reader/listOpportunities",
    defineCall([id, pageOptions], ({ reader }, [account, page], signal) =>
      reader.listOpportunities(account, { ...page, signal }),
    ),
  ],
  [
    "reader/listAssets",
    defineCall(
      [id, pageOptions],
      async ({ reader }, [account, page], signal) =>
        reader.listAssets?.(account, { ...page, signal }) ?? { items: [] },
    ),
  ],
  [
    "reader/listInvolvements",
    defineCall(
      [id, pageOptions],
      async ({ reader }, [account, page], signal) =>
        reader.listInvolvements?.(account, { ...page, signal }) ?? { items: [], gaps: INVOLVEMENT_GAPS },
    ),
  ],
  [
    "reader/listProducts",
    defineCall([pageOptions], ({ reader }, [page], signal) => reader.listProducts({ ...page, signal })),
  ],
  [
    "reader/listTeamMembers",
    defineCall([pageOptions], ({ reader }, [page], signal) => reader.listTeamMembers({ ...page, signal })),
  ],
  [
    "store/load",
    defineCall([z.array(scope).max(100), readOptions], ({ store }, [scopes], signal) =>
      store.load(scopes, { signal }),
    ),
  ],
  [
    "store/commit",
    defineCall([commit, readOptions], ({ store }, [content], signal) => store.commit(content, { signal })),
  ],
  [
    "store/changes",
    defineCall([scope, since, pageOptions], ({ store }, [of, from, page], signal) =>
      store.changes(of, from, { ...page, signal }),
    ),
  ],
  [
    "store/asOf",
    defineCall([scope, instant, readOptions], ({ store }, [of, at], signal) =>
      store.asOf(of, at, { signal }),
    ),
  ],
]);

/** Every method that can be called, for example "reader/openAccount". */
export const PORT_METHODS: readonly string[] = [...PORT_CALLS.keys()];
