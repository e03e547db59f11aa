import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { accountScope, LIBRARY, toRecordId } from "@sweetspot/contract";
import { CONFORMANCE_USERS, conformanceWorld } from "@sweetspot/fixtures";
import { sql } from "kysely";
import { openDatabase } from "../../database.ts";
import { findPostgres, startPrivatePostgres } from "../../private-postgres.ts";
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

/** The dump without what concerns the server that wrote it: comments, settings and psql's own commands. */
function toPortable(dump: string): string {
  const lines = dump.split("\n").filter((line) => !/^(--|SET |SELECT pg_catalog|\\|\s*$)/.test(line));
  return `${lines.join("\n")}\n`;
}
