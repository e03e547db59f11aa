import { type IsoInstant, type ReadOptions, toRecordId } from "@sweetspot/contract";
import type { MatchDecision, MemberWish, RelationSource } from "@sweetspot/relation-book";
import { type RawBuilder, sql } from "kysely";
import type { Queries } from "../database.ts";

/** What is few of: read whole, or as far as it has changed. */
export interface SmallThings {
  readonly told: {
    readonly sources: readonly RelationSource[];
    readonly decisions: readonly MatchDecision[];
    readonly wishes: readonly MemberWish[];
  };
  readonly takenBack: readonly Pick<MatchDecision, "one" | "other">[];
}

export async function readSmall(
  queries: Queries,
  tenant: string,
  since: number,
  options?: ReadOptions,
): Promise<SmallThings> {
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

export interface DecisionRow {
  readonly one: string;
  readonly other: string;
  /** Null: taken back. */
  readonly same: boolean | null;
  readonly by: string;
  readonly at: Date;
}

const toPair = ({ one, other }: DecisionRow): Pick<MatchDecision, "one" | "other"> => ({
  one: toRecordId(one),
  other: toRecordId(other),
});

export const toDecision = (row: DecisionRow): MatchDecision | undefined =>
  row.same === null
    ? undefined
    : { ...toPair(row), same: row.same, by: toRecordId(row.by), at: row.at.toISOString() as IsoInstant };

export async function readSources(
  queries: Queries,
  where: RawBuilder<unknown>,
  options?: ReadOptions,
): Promise<readonly RelationSource[]> {
  const rows = await queries.query(
    sql<{ name: string; purpose: string; retention: number | null; importedAt: Date }>`
      select name, purpose, retention_months as retention, imported_at as "importedAt" from relation_source
      where ${where} and imported_at is not null order by name`,
    options,
  );
  return rows.map(({ name, purpose, retention, importedAt }) => ({
    name,
    purpose,
    ...(retention === null ? {} : { retentionMonths: retention }),
    importedAt: importedAt.toISOString() as IsoInstant,
  }));
}
