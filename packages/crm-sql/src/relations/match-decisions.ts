import { CrmError, type Page, type PageOptions, type RecordId, toRecordId } from "@sweetspot/contract";
import type { MatchDecision, MatchProposal, MatchReason } from "@sweetspot/relation-book";
import { sql } from "kysely";
import { openList } from "../cursor.ts";
import type { Database } from "../database.ts";
import { readRecords } from "./read-records.ts";
import { changeRelations } from "./revision.ts";
import { type DecisionRow, toDecision } from "./decision-rows.ts";
import type { ProposalPage, StoredDecision } from "./sql-relations.port.ts";

type Kind = "people" | "bodies";
type Pair = Pick<MatchDecision, "one" | "other">;

/** A pair in its order: the same two are one decision, whoever is named first. */
function inOrder({ one, other }: Pair): Pair {
  if (one === other) throw new CrmError("malformed", "A record cannot be compared with itself.");
  return one < other ? { one, other } : { one: other, other: one };
}

export const saveDecision = (database: Database, tenant: string, decision: MatchDecision): Promise<void> =>
  changeRelations(database, tenant, async (queries, revision) => {
    const { one, other } = inOrder(decision);
    await queries.query(
      sql`insert into relation_decision (tenant, one, other, same, by, at, revision)
        values (${tenant}, ${one}, ${other}, ${decision.same}, ${decision.by}, ${decision.at}, ${revision})
        on conflict (tenant, one, other) do update
          set same = excluded.same, by = excluded.by, at = excluded.at, revision = excluded.revision`,
    );
  });

export const removeDecision = (database: Database, tenant: string, pair: Pair): Promise<void> =>
  changeRelations(database, tenant, async (queries, revision) => {
    const { one, other } = inOrder(pair);
    await queries.query(
      sql`update relation_decision set same = null, revision = ${revision}
        where tenant = ${tenant} and one = ${one} and other = ${other}`,
    );
  });

export async function listDecisions(
  database: Database,
  tenant: string,
  options?: PageOptions,
): Promise<Page<StoredDecision>> {
  const list = openList([tenant, "relation-decisions"], ["string", "string", "string"], options);
  const beyond = list.after
    ? sql`(at, one, other) < (${list.after[0]}::timestamptz, ${list.after[1]}, ${list.after[2]})`
    : sql`true`;
  const rows = await database.query(
    sql<
      DecisionRow & { exact: string }
    >`select one, other, same, by, at, at::text as exact from relation_decision
      where tenant = ${tenant} and same is not null and ${beyond}
      order by at desc, one desc, other desc limit ${list.limit + 1}`,
    options,
  );
  const records = await readRecords(database, tenant, ["people", "bodies"], pairsOf(rows), options);
  return list.toPage(
    rows,
    ({ exact, one, other }) => [exact, one, other],
    (row) => ({ ...(toDecision(row) as MatchDecision), ...recordsOf(row, records) }),
  );
}

export const saveProposals = (
  database: Database,
  tenant: string,
  kind: Kind,
  proposals: readonly MatchProposal[],
): Promise<void> =>
  database.transaction(async (queries) => {
    await queries.query(sql`delete from relation_proposal where tenant = ${tenant} and kind = ${kind}`);
    for (let start = 0; start < proposals.length; start += AT_ONCE) {
      const rows = proposals.slice(start, start + AT_ONCE).map((proposal) => ({
        ...inOrder(proposal),
        score: proposal.score,
        reasons: proposal.reasons,
      }));
      await queries.query(
        sql`insert into relation_proposal (tenant, kind, one, other, score, reasons)
          select ${tenant}, ${kind}, one, other, score, reasons from json_to_recordset(${JSON.stringify(rows)}::json)
            as given (one text, other text, score double precision, reasons jsonb)
          on conflict do nothing`,
      );
    }
  });

const AT_ONCE = 2000;

interface ProposalRow {
  readonly one: string;
  readonly other: string;
  readonly score: number;
  readonly reasons: readonly MatchReason[];
}

export async function listProposals(
  database: Database,
  tenant: string,
  kind: Kind,
  options?: PageOptions,
): Promise<ProposalPage> {
  const list = openList([tenant, "relation-proposals", kind], ["number", "string", "string"], options);
  const open = sql`p.tenant = ${tenant} and p.kind = ${kind} and not exists (select from relation_decision d
    where d.tenant = p.tenant and d.one = p.one and d.other = p.other and d.same is not null)`;
  const beyond = list.after
    ? sql`(-score, one, other) > (${-Number(list.after[0])}, ${list.after[1]}, ${list.after[2]})`
    : sql`true`;
  const rows = await database.query(
    sql<ProposalRow>`select one, other, score, reasons from relation_proposal p where ${open} and ${beyond}
      order by -score, one, other limit ${list.limit + 1}`,
    options,
  );
  const [counted] = await database.query(
    sql<{ total: number }>`select count(*)::integer as total from relation_proposal p where ${open}`,
    options,
  );
  const records = await readRecords(database, tenant, [kind], pairsOf(rows), options);
  const page = list.toPage(
    rows,
    ({ score, one, other }) => [score, one, other],
    (row) => ({
      one: toRecordId(row.one),
      other: toRecordId(row.other),
      score: row.score,
      reasons: row.reasons,
      ...recordsOf(row, records),
    }),
  );
  return { ...page, total: counted?.total ?? 0 };
}

type Found = Awaited<ReturnType<typeof readRecords>>;

const pairsOf = (rows: readonly { readonly one: string; readonly other: string }[]): readonly RecordId[] =>
  rows.flatMap(({ one, other }) => [toRecordId(one), toRecordId(other)]);

function recordsOf(
  { one, other }: { readonly one: string; readonly other: string },
  records: Found,
): Pick<StoredDecision, "oneRecord" | "otherRecord"> {
  const oneRecord = records.get(one);
  const otherRecord = records.get(other);
  return { ...(oneRecord ? { oneRecord } : {}), ...(otherRecord ? { otherRecord } : {}) };
}
