import {
  CrmError,
  type CrmReader,
  type NewOpportunity,
  type NewTask,
  type PlanStore,
  type PortfolioReader,
  type ReadOptions,
  type RecordId,
  type TeamMember,
} from "@sweetspot/contract";
import type { ImportSink } from "@sweetspot/crm-import";
import type { AccessRule, CrmWorld, PlanSeed } from "@sweetspot/fixtures";
import type { MergedRecord } from "@sweetspot/plan-model";
import { sql } from "kysely";
import { type Access, createAccess } from "./access.ts";
import { createCreations, type Creations } from "./creations.ts";
import { followReferences } from "./crm-references.ts";
import { eraseContact } from "./erase-contact.ts";
import { type CrmSight, createCrmSight } from "./crm-sight.ts";
import { createPlanMerges, type PlanMerges } from "./plan-merges.ts";
import { createOpportunity, createTask } from "./crm-actions.ts";
import { TEAM_MEMBER_COLUMNS, type TeamMemberRow, toTeamMember } from "./crm-rows.ts";
import type { ConnectionCounts, Database } from "./database.ts";
import { createSqlPortfolio, type PortfolioBuilds } from "./portfolio/sql-portfolio.ts";
import { type CrmPurchases, createCrmPurchases } from "./purchases/crm-purchases.ts";
import { type CrmPeople, readCrmPeople } from "./relations/crm-people.ts";
import { createSettings, type Settings } from "./settings.ts";
import { createSqlImportSink } from "./sql-import-sink.ts";
import { createSqlPlanStore } from "./sql-plan-store.ts";
import { createSqlReader } from "./sql-reader.ts";
import { writeWorld } from "./write-world.ts";

export interface SqlCrmOptions {
  /** Whose data; nothing of one tenant is reachable from another. Default "local". */
  readonly tenant?: string;
  /** The clock of plan history; default the machine's. */
  readonly now?: () => Date;
}

export interface SqlPorts {
  readonly reader: CrmReader;
  readonly store: PlanStore;
  readonly sight: CrmSight;
  /** What all customers buy, as far as he may count them. */
  readonly purchases: CrmPurchases;
  readonly portfolio: PortfolioReader;
}

/** One tenant's CRM and plans in a database. */
export interface SqlCrm {
  /** The ports of a team member, with the access rules of this moment. @throws CrmError `unauthenticated` for anybody else */
  as(user: RecordId, options?: ReadOptions): Promise<SqlPorts>;
  /**
   * The plans alone, for a CRM that keeps accounts and people itself. Neither is looked up here: the caller has to have
   * asked that CRM who the member is and whether he may see the accounts he names.
   */
  plansOf(member: TeamMember): PlanStore;
  /** All team members, by name. */
  members(): Promise<readonly TeamMember[]>;
  /** All people, accounts and deals, whoever may see them: for relations, which judge each answer by who asks. */
  people(): Promise<CrmPeople>;
  writeWorld(world: CrmWorld): Promise<void>;
  /** Stores plans, each as one commit of its author. What was stored before stays as it is, so that a seed that broke off can go on. */
  seedPlans(plans: readonly PlanSeed[]): Promise<void>;
  importSink(): ImportSink;
  readonly settings: Settings;
  /**
   * Does the work unless it was done before, and remembers its value as the setting of that name: once for the tenant,
   * however many processes start at once. Work that fails, or whose process is killed, is begun anew the next time.
   */
  once(name: string, work: () => Promise<object>): Promise<void>;
  createTask(user: RecordId, task: NewTask): Promise<{ readonly id: RecordId }>;
  createOpportunity(user: RecordId, opportunity: NewOpportunity): Promise<{ readonly id: RecordId }>;
  /** What was made in another system for this tenant, each thing once. */
  readonly creations: Creations;
  /** Plans of companies that have become one. */
  readonly merges: PlanMerges;
  /** A CRM record was merged: plans point to the survivor from now on. @returns how many plan records were changed */
  followReferences(merged: MergedRecord): Promise<number>;
  /** A contact was erased for privacy. @returns how many plan records were about the person */
  eraseContact(contact: RecordId): Promise<number>;
  /** See `Database`. */
  connections(): ConnectionCounts | undefined;
  /** Answers when the database does. @throws CrmError `unavailable` */
  ping(options?: ReadOptions): Promise<void>;
  /** Closes the database. */
  close(): Promise<void>;
}

export function createSqlCrm(database: Database, options: SqlCrmOptions = {}): SqlCrm {
  const { tenant = "local", now = () => new Date() } = options;
  const settings = createSettings(database, tenant);
  const builds: PortfolioBuilds = { running: new Map(), leaving: new AbortController() };

  const identify = async (user: RecordId, read?: ReadOptions): Promise<Identity> => {
    const [row] = await database.query(
      sql<TeamMemberRow & { rules: readonly AccessRow[] | null }>`select ${TEAM_MEMBER_COLUMNS},
          (select json_agg(json_build_object('object', object, 'field', field, 'role', x.role, 'ids', ids))
            from crm_access x where x.tenant = m.tenant and x.role = m.role) as rules
        from crm_team_member m where m.tenant = ${tenant} and m.id = ${user}`,
      read,
    );
    if (!row) throw new CrmError("unauthenticated", "Nobody is signed in. Sign in as a team member.");
    const rules = row.rules ?? [];
    return { member: toTeamMember(row), access: createAccess(rules.map(toRule), row.role), rules };
  };

  const portsOf = ({ member, access, rules }: Identity): SqlPorts => ({
    reader: createSqlReader({ queries: database, tenant, member: member.id, access }),
    store: createSqlPlanStore({ database, tenant, member, access, now }),
    sight: createCrmSight(database, tenant, access),
    purchases: createCrmPurchases(database, tenant, rules.map(toRule), member.role),
    portfolio: createSqlPortfolio({
      database,
      tenant,
      access,
      rules: rules.map(({ object, field, ids }) => ({ object, field, ids })),
      now,
      builds,
    }),
  });

  return {
    as: async (user, read) => portsOf(await identify(user, read)),
    plansOf: (member) => createSqlPlanStore({ database, tenant, member, access: undefined, now }),
    async members() {
      const rows = await database.query(
        sql<TeamMemberRow>`select ${TEAM_MEMBER_COLUMNS} from crm_team_member m
          where m.tenant = ${tenant} order by m.search_name, m.id`,
      );
      return rows.map(toTeamMember);
    },
    people: () => readCrmPeople(database, tenant),
    writeWorld: (world) => writeWorld(database, tenant, world),
    async seedPlans(plans) {
      for (const [index, { scope, by, puts }] of plans.entries()) {
        const key = `seed-plan-${index + 1}`;
        const done = await database.query(
          sql`select key from plan_commit where tenant = ${tenant} and key = ${key}`,
        );
        if (done.length > 0) continue;
        const { store } = portsOf(await identify(by));
        await store.commit({
          scope,
          key,
          puts: puts.map((put) => ({ ...put, base: 0 })),
          removes: [],
        });
      }
    },
    importSink: () => createSqlImportSink(database, tenant, settings),
    settings,
    async once(name, work) {
      const isDone = async (): Promise<boolean> => (await settings.read(name)) !== undefined;
      if (await isDone()) return;
      await database.alone(`${tenant}:${name}`, async () => {
        if (!(await isDone())) await settings.write(name, await work());
      });
    },
    createTask: async (user, task) =>
      createTask({ database, tenant, by: user, now, access: (await identify(user)).access }, task),
    createOpportunity: async (user, opportunity) =>
      createOpportunity(
        { database, tenant, by: user, now, access: (await identify(user)).access },
        opportunity,
      ),
    creations: createCreations(database, tenant, now),
    merges: createPlanMerges(database, tenant, now),
    followReferences: (merged) => followReferences({ database, tenant, now }, merged),
    eraseContact: (contact) => eraseContact(database, tenant, contact),
    connections: () => database.connections(),
    async ping(read) {
      await database.query(sql`select 1`, read);
    },
    async close() {
      // What is being computed needs the database until it has stopped.
      builds.leaving.abort();
      await Promise.all(builds.running.values());
      await database.close();
    },
  };
}

interface Identity {
  readonly member: TeamMember;
  readonly access: Access;
  readonly rules: readonly AccessRow[];
}

interface AccessRow extends Pick<AccessRule, "object" | "role"> {
  readonly field: string | null;
  readonly ids: readonly RecordId[] | null;
}

const toRule = ({ object, role, field, ids }: AccessRow): AccessRule => ({
  object,
  role,
  ...(field === null ? {} : { field }),
  ...(ids === null ? {} : { ids }),
});
