import {
  type AcquaintancesQuery,
  CrmError,
  type PageOptions,
  type PathsQuery,
  type RecordId,
  type RelationReader,
  type TieWish,
} from "@sweetspot/contract";
import type { Operation } from "../channel/host-channel.ts";
import { isAcquaintancesQuery, isId, isPathsQuery, isWish, toPageOptions } from "./relation-arguments.ts";

/** Names of the operations; a host that cannot keep wishes leaves out the last two. */
export const RELATION_OPERATIONS = {
  listTargets: "relations.listTargets",
  findPaths: "relations.findPaths",
  listAcquaintances: "relations.listAcquaintances",
  readMyWish: "relations.readMyWish",
  saveMyWish: "relations.saveMyWish",
} as const;

/**
 * The host's end of the relations: spread it into what a frame may have done. A frame asks about the one account it was
 * opened for; any other is `not-found`.
 */
export function serveRelations(
  relations: RelationReader,
  own: RecordId,
): Readonly<Record<string, Operation>> {
  const ensureOwn = (account: RecordId): void => {
    if (account !== own) throw new CrmError("not-found", "This frame was opened for another account.");
  };
  const { readMyWish, saveMyWish } = relations;
  const operations: Record<string, Operation> = {
    [RELATION_OPERATIONS.listTargets]: (argument, { signal }) => {
      const { account, page } = fieldsOf(argument);
      if (!isId(account)) throw refused("account");
      ensureOwn(account);
      return relations.listTargets(account, { ...pageOf(page), signal });
    },
    [RELATION_OPERATIONS.findPaths]: (argument, { signal }) => {
      const query: unknown = fieldsOf(argument)["query"];
      if (!isPathsQuery(query)) throw refused("query");
      ensureOwn(query.account);
      return relations.findPaths(query satisfies PathsQuery, { signal });
    },
    [RELATION_OPERATIONS.listAcquaintances]: (argument, { signal }) => {
      const { query, page } = fieldsOf(argument);
      if (!isAcquaintancesQuery(query)) throw refused("query");
      ensureOwn(query.account);
      return relations.listAcquaintances(query satisfies AcquaintancesQuery, { ...pageOf(page), signal });
    },
  };
  if (readMyWish)
    operations[RELATION_OPERATIONS.readMyWish] = (_, { signal }) => readMyWish.call(relations, { signal });
  if (saveMyWish)
    operations[RELATION_OPERATIONS.saveMyWish] = async (argument, { signal }) => {
      const wish: unknown = fieldsOf(argument)["wish"];
      if (!isWish(wish)) throw refused("wish");
      await saveMyWish.call(relations, wish satisfies TieWish, { signal });
      return null;
    };
  return operations;
}

const fieldsOf = (argument: unknown): Readonly<Record<string, unknown>> =>
  typeof argument === "object" && argument !== null ? (argument as Record<string, unknown>) : {};

function pageOf(value: unknown): PageOptions {
  const page = toPageOptions(value);
  if (page) return page;
  throw refused("page");
}

const refused = (field: string): CrmError =>
  new CrmError("malformed", `What the frame asks of relations does not fit: ${field}.`);
