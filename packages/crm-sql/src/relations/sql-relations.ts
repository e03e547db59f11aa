import type { Database } from "../database.ts";
import { countAsks } from "./count-asks.ts";
import { readWish, saveWish } from "./member-wishes.ts";
import { eraseRelationPerson } from "./erase-relation-person.ts";
import { findPeople } from "./find-people.ts";
import { loadRelations, readChanges } from "./load-relations.ts";
import {
  listDecisions,
  listProposals,
  removeDecision,
  saveDecision,
  saveProposals,
} from "./match-decisions.ts";
import { readPersonReport } from "./person-report.ts";
import { sweepRelations } from "./relation-retention.ts";
import { listSources, removeSource, saveSource } from "./relation-sources.ts";
import { createSqlRelationSink } from "./sql-relation-sink.ts";
import type { SqlRelations } from "./sql-relations.port.ts";
import { readRevision } from "./stored-rows.ts";

export interface SqlRelationsOptions {
  /** Whose relations; nothing of one tenant is reachable from another. Default "local". */
  readonly tenant?: string;
  /** Default the machine's. */
  readonly now?: () => Date;
}

/** The relations of one tenant in a database. */
export function createSqlRelations(database: Database, options: SqlRelationsOptions = {}): SqlRelations {
  const { tenant = "local", now = () => new Date() } = options;
  return {
    sink: () => createSqlRelationSink(database, tenant, now),
    sources: (read) => listSources(database, tenant, read),
    saveSource: (source) => saveSource(database, tenant, source),
    removeSource: (name) => removeSource(database, tenant, name),
    load: (read) => loadRelations(database, tenant, read),
    changesSince: (revision, read) => readChanges(database, tenant, revision, read),
    revision: (read) => readRevision(database, tenant, read),
    saveDecision: (decision) => saveDecision(database, tenant, decision),
    removeDecision: (pair) => removeDecision(database, tenant, pair),
    decisions: (page) => listDecisions(database, tenant, page),
    saveProposals: (kind, proposals) => saveProposals(database, tenant, kind, proposals),
    proposals: (kind, page) => listProposals(database, tenant, kind, page),
    findPeople: (search, read) => findPeople(database, tenant, search, read),
    report: (records, read) => readPersonReport(database, tenant, records, read),
    erasePerson: (records, by) => eraseRelationPerson(database, tenant, records, by),
    readWish: (member, read) => readWish(database, tenant, member, read),
    saveWish: (member, wish) => saveWish(database, tenant, member, wish),
    countAsks: (people, since, read) => countAsks(database, tenant, people, since, read),
    retentionSweep: (at) => sweepRelations(database, tenant, at),
  };
}
