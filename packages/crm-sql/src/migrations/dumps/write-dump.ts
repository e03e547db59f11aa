import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { accountScope, type IsoInstant, LIBRARY, toRecordId } from "@sweetspot/contract";
import { CONFORMANCE_USERS, conformanceWorld } from "@sweetspot/fixtures";
import { sql } from "kysely";
import { openDatabase } from "../../database.ts";
import { findPostgres, startPrivatePostgres } from "../../private-postgres.ts";
import { createSqlRelations } from "../../relations/sql-relations.ts";
import type { SqlRelations } from "../../relations/sql-relations.port.ts";
import { createSqlCrm } from "../../sql-crm.ts";
import { MIGRATIONS } from "../index.ts";

// Writes version-<n>.sql: what this program leaves in a database, for the tests of programs to come. Run it before a
// migration is added (node packages/crm-sql/src/migrations/dumps/write-dump.ts), and never for a version that is there.
const programs = await findPostgres();
if (programs === undefined) throw new Error("A dump needs PostgreSQL: apt-get install postgresql.");
const server = await startPrivatePostgres(programs);
try {
  const database = await openDatabase({ url: server.url });
  // A fixed clock, so that the dump of a version is the same whenever it is written.
  let minutes = 0;
  const now = () => new Date(Date.UTC(2026, 0, 5, 9, (minutes += 1)));
  const crm = createSqlCrm(database, { now });
  await crm.writeWorld(conformanceWorld());
  await crm.settings.write("first-start", { world: "demo" });
  const admin = (await crm.as(CONFORMANCE_USERS.admin)).store;
  const rep = (await crm.as(CONFORMANCE_USERS.rep)).store;
  const id = toRecordId;
  const scope = accountScope(id("acc-nordwind"));
  const offering = { id: id("offer-1"), type: "offering", base: 0, fields: { name: "Turbines" } };
  const gap = (question: string, base: number) => ({
    id: id("gap-1"),
    type: "knowledge-gap",
    base,
    fields: { question },
  });
  await admin.commit({ scope: LIBRARY, key: "dump-library-1", puts: [offering], removes: [] });
  const child = { ...offering, id: id("offer-2"), fields: { name: "Rotor blades", parent: "offer-1" } };
  await rep.commit({ scope, key: "dump-plan-1", puts: [gap("Who decides?", 0), child], removes: [] });
  await rep.commit({ scope, key: "dump-plan-2", puts: [gap("Who decides, and when?", 1)], removes: [] });
  const gone = { ...gap("Asked in vain?", 0), id: id("gap-2") };
  await admin.commit({ scope, key: "dump-plan-3", puts: [gone], removes: [] });
  await admin.commit({ scope, key: "dump-plan-4", puts: [], removes: [{ id: gone.id, base: 1 }] });
  // An import whose process was killed.
  const writer = await crm.importSink().begin();
  const unseen = { id: id("acc-unseen"), name: "Unseen", nameKey: "unseen", country: "Peru", attributes: {} };
  await writer.write({
    kind: "accounts",
    fields: ["name", "nameKey", "country", "attributes"],
    rows: [unseen],
  } as never);
  await database.query(sql`update import_lease set expires_at = '2025-01-01T00:00:00Z'`);
  await writeRelations(createSqlRelations(database, { now }));
  await database.query(
    sql`update relation_writing set expires_at = '2025-01-01T00:00:00Z' where revision is null`,
  );
  await database.close();
  const dump = execFileSync(
    path.join(programs, "pg_dump"),
    ["--no-owner", "--rows-per-insert=50", "--dbname", server.url],
    { encoding: "utf8" },
  );
  const file = path.join(import.meta.dirname, `version-${MIGRATIONS.length}.sql`);
  writeFileSync(file, toPortable(dump));
} finally {
  await server.stop();
}

/** A register, a decision, a wish, somebody who was erased, and an import whose process was killed. */
async function writeRelations(relations: SqlRelations): Promise<void> {
  const source = { name: "Register", purpose: "Introductions", retentionMonths: 24 };
  const writer = await relations.sink().begin(source);
  const people = ["Anna Berg", "Bo Dahl", "Cato Elle"].map((name, at) => ({ key: `p${at}`, name }));
  await writer.putPeople(people);
  await writer.putBodies([{ key: "b1", name: "Nordwind AG", register: "HRB 1" }]);
  await writer.putTies(
    people.map(({ key }) => ({ key: `t-${key}`, person: key, body: "b1", type: "board_seat" })),
  );
  await writer.finish();
  const [one, other] = [toRecordId("Register/p0"), toRecordId("Register/p1")];
  const at = "2026-01-05T12:00:00.000Z" as IsoInstant;
  await relations.saveDecision({ one, other, same: false, by: CONFORMANCE_USERS.admin, at });
  await relations.saveWish(CONFORMANCE_USERS.rep, "ask-first");
  await relations.erasePerson([toRecordId("Register/p2")], CONFORMANCE_USERS.admin);
  await (await relations.sink().begin(source)).putPeople([{ key: "p9", name: "Never Seen" }]);
}

/** The dump without what concerns the server that wrote it: comments, settings and psql's own commands. */
function toPortable(dump: string): string {
  const lines = dump
    .split("\n")
    .filter((line) => !/^(--|SET |SELECT pg_catalog\.(?!setval)|\\|\s*$)/.test(line));
  return `${lines.join("\n")}\n`;
}
