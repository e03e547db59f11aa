import type { RelationReader } from "@sweetspot/contract";
import type { RelationAccess } from "./relation-access.ts";
import type { RelationBook } from "./relation-book.ts";

/**
 * The relation port of one user: the one implementation of all hosts. Every answer is data that may be cloned, and names
 * nobody whom `access` does not let him see.
 *
 * @param book asked at each call, so that a host may load it at the first question
 */
export function createRelationReader(
  book: RelationBook | (() => RelationBook | Promise<RelationBook>),
  access: RelationAccess,
): RelationReader {
  throw new Error(`The relation reader of ${access.me} over ${typeof book} is not written yet.`);
}
