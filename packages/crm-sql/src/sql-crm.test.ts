import { CrmError, type CrmErrorCode } from "@sweetspot/contract";
import { type AdapterHarness, describeCrmAdapter, describePlanStore } from "@sweetspot/crm-conformance";
import { sql } from "kysely";
import { describeBoards } from "./boards.rules.ts";
import type { Database, Queries } from "./database.ts";
import { describeOnEngines } from "./engines.testing.ts";
import { createSqlCrm } from "./sql-crm.ts";
import { describeImportSink } from "./sql-import-sink.rules.ts";
import { describePrivacy } from "./privacy.rules.ts";
import { describePurchases } from "./purchases/purchases.rules.ts";
import { describePlanMerges } from "./plan-merges.rules.ts";
import { describePlanViews } from "./plan-views.rules.ts";
import { describePortfolio } from "./portfolio/portfolio.rules.ts";
import { describeSqlOnly } from "./sql-only.rules.ts";
import { describeRelationPrivacy } from "./relations/relation-privacy.rules.ts";
import { describeRelationSink } from "./relations/relation-sink.rules.ts";
import { describeTenants } from "./tenants.rules.ts";
import { describeUnseenImports } from "./unseen-imports.rules.ts";

describeOnEngines((database) => {
  let tenants = 0;
  const harness: AdapterHarness = {
    async create(world) {
      tenants += 1;
      const broken = breakable(database());
      const crm = createSqlCrm(broken.database, { tenant: `suite-${tenants}` });
      await crm.writeWorld(world);
      return { as: (user) => crm.as(user), failNext: broken.failNext, dispose: async () => {} };
    },
  };
  describeCrmAdapter("crm-sql", harness);
  describePlanStore("crm-sql", harness);
  describeTenants(database);
  describeImportSink(database);
  describeUnseenImports(database);
  describePlanViews(database);
  describeSqlOnly(database);
  describePrivacy(database);
  describePurchases(database);
  describePlanMerges(database);
  describeBoards(database);
  describePortfolio(database);
  describeRelationSink(database);
  describeRelationPrivacy(database);
});

/** What really makes a database fail so; the other codes have no cause there. */
const CAUSES: Partial<Record<CrmErrorCode, string>> = {
  unavailable: "do $$ begin raise exception using errcode = '57P01'; end $$",
  malformed: `select '"half a surrogate: \\ud800"'::jsonb`,
};

function breakable(database: Database): { database: Database; failNext(code: CrmErrorCode): Promise<void> } {
  const planned: CrmErrorCode[] = [];
  const strike = async (queries: Queries): Promise<void> => {
    const code = planned.shift();
    if (code === undefined) return;
    const cause = CAUSES[code];
    if (cause === undefined) throw new CrmError(code, `Planned failure: ${code}.`, { retryAfterMs: 10 });
    await queries.query(sql.raw(cause));
  };
  return {
    failNext: async (code) => void planned.push(code),
    database: {
      ...database,
      async query(statement, options) {
        await strike(database);
        return database.query(statement, options);
      },
      async transaction(work, options) {
        await strike(database);
        return database.transaction(work, options);
      },
    },
  };
}
