import {
  type AcquaintancesQuery,
  CrmError,
  type PathsQuery,
  type RelationReader,
  type TieWish,
} from "@sweetspot/contract";
import { z } from "zod";
import { defineCall, id, pageOptions, type PortCall, type Ports, readOptions } from "./define-call.ts";

/** More than anybody chooses by hand; a plan has at most so many dismissed ties. */
const MOST_EXCLUDED = 2000;

const ids = z.array(id).max(MOST_EXCLUDED);
const choice = {
  relationTypes: z.array(z.string().max(120)).max(200).exactOptional(),
  currentOnly: z.boolean().exactOptional(),
  exclude: z
    .strictObject({
      people: ids.exactOptional(),
      bodies: ids.exactOptional(),
      ties: ids.exactOptional(),
    })
    .exactOptional(),
};
const pathsQuery: z.ZodType<PathsQuery> = z.strictObject({
  ...choice,
  account: id,
  to: z.union([z.strictObject({ person: id }), z.strictObject({ contact: id })]),
  from: z.array(id).max(MOST_EXCLUDED).exactOptional(),
  maxIntroductions: z.int().min(1).max(3).exactOptional(),
  count: z.int().min(1).max(12).exactOptional(),
});
const acquaintancesQuery: z.ZodType<AcquaintancesQuery> = z.strictObject({
  ...choice,
  account: id,
  person: id,
});
const wish: z.ZodType<TieWish> = z.enum(["shared", "ask-first", "hidden"]);

function relationsOf({ relations }: Ports): RelationReader {
  if (relations) return relations;
  throw new CrmError("not-found", "This place has no relations.");
}

const NO_WISHES = "This place cannot keep a wish.";

/** The methods of `RelationReader`. */
export const RELATION_CALLS: readonly (readonly [string, PortCall])[] = [
  [
    "relations/listTargets",
    defineCall([id, pageOptions], async (ports, [account, page], signal) =>
      relationsOf(ports).listTargets(account, { ...page, signal }),
    ),
  ],
  [
    "relations/findPaths",
    defineCall([pathsQuery, readOptions], async (ports, [query], signal) =>
      relationsOf(ports).findPaths(query, { signal }),
    ),
  ],
  [
    "relations/listAcquaintances",
    defineCall([acquaintancesQuery, pageOptions], async (ports, [query, page], signal) =>
      relationsOf(ports).listAcquaintances(query, { ...page, signal }),
    ),
  ],
  [
    "relations/readMyWish",
    defineCall([readOptions], async (ports, _, signal) => {
      const relations = relationsOf(ports);
      if (!relations.readMyWish) throw new CrmError("not-found", NO_WISHES);
      return relations.readMyWish({ signal });
    }),
  ],
  [
    "relations/saveMyWish",
    defineCall([wish, readOptions], async (ports, [wanted], signal) => {
      const relations = relationsOf(ports);
      if (!relations.saveMyWish) throw new CrmError("not-found", NO_WISHES);
      await relations.saveMyWish(wanted, { signal });
      return null;
    }),
  ],
];
