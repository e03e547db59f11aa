import { type Commit, INVOLVEMENT_GAPS, type Scope } from "@sweetspot/contract";
import { z } from "zod";
import { defineCall, id, pageOptions, type PortCall, readOptions } from "./define-call.ts";
import { planFields } from "./plan-value.schema.ts";
import { INSIGHT_CALLS } from "./insight-calls.ts";
import { RELATION_CALLS } from "./relation-calls.ts";

const scope: z.ZodType<Scope> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("library") }),
  z.strictObject({ kind: z.literal("account"), account: id }),
]);
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
  ...RELATION_CALLS,
  ...INSIGHT_CALLS,
]);

/** Every method that can be called, for example "reader/openAccount". */
export const PORT_METHODS: readonly string[] = [...PORT_CALLS.keys()];
