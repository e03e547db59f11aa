import { rm } from "node:fs/promises";
import {
  CrmError,
  known,
  type RecordId,
  type RelationReader,
  type TeamMember,
  toRecordId,
} from "@sweetspot/contract";
import {
  createAudit,
  createSqlRelations,
  type Database,
  type SqlCrm,
  type SqlPorts,
} from "@sweetspot/crm-sql";
import type { Hono, MiddlewareHandler } from "hono";
import { sql } from "kysely";
import type { Jobs } from "../jobs/jobs.port.ts";
import type { Log } from "../operation/log.ts";
import { LOCAL } from "../operation/operation.ts";
import type { AdminAccess } from "../sessions/admin-access.ts";
import type { Sessions } from "../sessions/sessions.ts";
import { createTellings, type ForeignVisit, visitForeign } from "./foreign-visit.ts";
import { createRelationAdmin } from "./relation-admin.ts";
import { createRelationBooks, type RelationOrigin } from "./relation-books.ts";
import { openRelations } from "./relation-desk.ts";
import { createRelationJobs } from "./relation-jobs.ts";
import { createRelationRoutes } from "./relation-routes.ts";
import { readRules } from "./read-rules.ts";

/** Relations of one gateway: of its own tenant, and of those of other CRMs. */
export interface RelationRoom {
  /** As a member of the local tenant may see them. */
  readerOf(user: RecordId, ports: SqlPorts): RelationReader;
  /** As somebody sees them whose CRM is not kept here. */
  visit(tenant: string, visit: ForeignVisit): RelationReader;
  /** For `/api/relations`. */
  readonly routes: Hono;
  /** Somebody has changed the local tenant's CRM. */
  crmChanged(): void;
  close(): void;
}

export interface RelationRoomParts {
  readonly database: Database;
  readonly crm: SqlCrm;
  readonly log: Log;
  readonly sessions: Sessions;
  readonly admit: AdminAccess;
  readonly jobs: Jobs;
  /** Uploads lie in here; what an earlier run left is removed. */
  readonly folder: string;
  readonly limitRate?: MiddlewareHandler | undefined;
}

const SWEEP_MS = 60_000;
/** Who works on the command line. */
const OPERATOR = toRecordId("operator");

export async function createRelationRoom(parts: RelationRoomParts): Promise<RelationRoom> {
  const { database, crm, log, sessions, admit, folder, limitRate } = parts;
  await rm(folder, { recursive: true, force: true });
  const failed =
    (event: string) =>
    (error: unknown): void =>
      log.warn(event, { error: error instanceof Error ? error.name : "unknown" });
  const books = createRelationBooks({ onFailure: failed("relations-not-read-again") });
  const storedOf = (tenant: string) => createSqlRelations(database, { tenant });
  const local: RelationOrigin = {
    tenant: LOCAL,
    stored: storedOf(LOCAL),
    readCrm: () => crm.people(),
    readRules: () => readRules(crm.plansOf(NOBODY)),
  };
  const tellings = createTellings();
  const timer = setInterval(() => books.sweep(), SWEEP_MS);
  timer.unref();
  parts.jobs.define({
    name: "forget-relations",
    every: "41 3 * * *",
    lookSeconds: 60,
    async run() {
      const tenants = await database.query(
        sql<{
          tenant: string;
        }>`select distinct tenant from relation_source where retention_months is not null`,
      );
      // oxlint-disable-next-line no-await-in-loop -- one after the other: nobody waits for it
      for (const { tenant } of tenants) await storedOf(tenant).retentionSweep(new Date());
    },
  });
  const jobs = createRelationJobs({
    sink: () => local.stored.sink(),
    folder,
    onFinished: () => books.touch(LOCAL),
    onFailure: failed("relation-import-failed"),
  });
  return {
    readerOf: (user, { reader, sight }) => openRelations(books, { origin: local, me: user, reader, sight }),
    visit: (tenant, visit) => visitForeign(books, { tenant, stored: storedOf(tenant) }, visit, tellings),
    routes: createRelationRoutes({
      admin: createRelationAdmin({ books, origin: local, audit: createAudit(database) }),
      jobs,
      admit,
      whoOf: (request) => memberOr(sessions, request, OPERATOR),
      limitRate,
    }),
    crmChanged: () => books.touch(LOCAL, "crm"),
    close: () => clearInterval(timer),
  };
}

function memberOr(sessions: Sessions, request: Request, other: RecordId): RecordId {
  try {
    return sessions.memberOf(request);
  } catch (error) {
    if (CrmError.is(error, "unauthenticated")) return other;
    throw error;
  }
}

/** The library is everybody's to read; nobody is asked for it. */
const NOBODY: TeamMember = {
  id: "sweetspot" as RecordId,
  name: "Sweetspot",
  email: known(""),
  role: "rep",
  active: false,
};
