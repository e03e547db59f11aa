import type { ReadOptions } from "@sweetspot/contract";
import type { MatchDecision, MemberWish, RelationSource } from "@sweetspot/relation-book";
import { sql } from "kysely";
import type { Queries } from "../database.ts";
import { type DecisionRow, toDecision, toPair } from "./decision-rows.ts";
import { readSources } from "./source-rows.ts";

/** Sources, decisions and wishes: so few that they are read whole, or as far as they have changed. */
export interface SmallTables {
  readonly told: {
    readonly sources: readonly RelationSource[];
    readonly decisions: readonly MatchDecision[];
    readonly wishes: readonly MemberWish[];
  };
  readonly takenBack: readonly Pick<MatchDecision, "one" | "other">[];
}

export async function readSmallTables(
  queries: Queries,
  tenant: string,
  since: number,
  options?: ReadOptions,
): Promise<SmallTables> {
  const changed = sql`tenant = ${tenant} and revision > ${since}`;
  const decided = await queries.query(
    sql<DecisionRow>`select one, other, same, by, at from relation_decision where ${changed} order by at`,
    options,
  );
  return {
    told: {
      sources: await readSources(queries, changed, options),
      decisions: decided.flatMap((row) => toDecision(row) ?? []),
      wishes: await queries.query(
        sql<MemberWish>`select member as "teamMember", wish from relation_wish where ${changed}`,
        options,
      ),
    },
    takenBack: decided.filter(({ same }) => same === null).map(toPair),
  };
}
