import { LIBRARY, type RecordId, type RelationReader, type TeamMember } from "@sweetspot/contract";
import { createSqlRelations, type Database, type SqlCrm, type SqlPorts } from "@sweetspot/crm-sql";
import { RELATION_RULES_ID } from "@sweetspot/plan-model";
import { known, type PlanStore } from "@sweetspot/contract";
import { LOCAL } from "../operation/operation.ts";
import type { Log } from "../operation/log.ts";
import { createRelationBooks, type RelationBooks, type RelationOrigin } from "./relation-books.ts";
import { openRelations } from "./relation-desk.ts";

/** Relations of one gateway: of its own tenant, and of those of other CRMs. */
export interface RelationRoom {
  readonly books: RelationBooks;
  /** The local tenant's relations. */
  readonly local: RelationOrigin;
  /** As a member of the local tenant may see them. */
  readerOf(user: RecordId, ports: SqlPorts): RelationReader;
  close(): void;
}

export interface RelationRoomParts {
  readonly database: Database;
  readonly crm: SqlCrm;
  readonly log: Log;
}

const SWEEP_MS = 60_000;

export function createRelationRoom({ database, crm, log }: RelationRoomParts): RelationRoom {
  const onFailure = (error: unknown): void =>
    log.warn("relations-not-read-again", { error: error instanceof Error ? error.name : "unknown" });
  const books = createRelationBooks({ onFailure });
  const local: RelationOrigin = {
    tenant: LOCAL,
    stored: createSqlRelations(database, { tenant: LOCAL }),
    readCrm: () => crm.people(),
    readRules: () => readRules(crm.plansOf(NOBODY)),
  };
  const timer = setInterval(() => books.sweep(), SWEEP_MS);
  timer.unref();
  return {
    books,
    local,
    readerOf: (user, { reader, sight }) => openRelations(books, { origin: local, me: user, reader, sight }),
    close: () => clearInterval(timer),
  };
}

/** The library is everybody's to read; nobody is asked for it. */
const NOBODY: TeamMember = {
  id: "sweetspot" as RecordId,
  name: "Sweetspot",
  email: known(""),
  role: "rep",
  active: false,
};

/** The admin's rules; nothing where he has written none. */
export async function readRules(store: PlanStore): Promise<Readonly<Record<string, unknown>>> {
  const [library] = await store.load([LIBRARY]);
  return library?.records.find(({ id }) => id === RELATION_RULES_ID)?.fields ?? {};
}
