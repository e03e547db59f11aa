import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { accountScope, toRecordId } from "@sweetspot/contract";
import { CONFORMANCE_USERS } from "@sweetspot/fixtures";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "./database.ts";
import { DatabaseTooNewError } from "./database-error.ts";
import { createSqlCrm } from "./sql-crm.ts";

const ACCOUNT = toRecordId("acc-quiet");

/** Commits one record after the other and says so on its output, until it is killed. */
const WRITER = `
  import { accountScope } from "@sweetspot/contract";
  import { CONFORMANCE_USERS, conformanceWorld } from "@sweetspot/fixtures";
  import { createSqlCrm, openDatabase } from "@sweetspot/crm-sql";
  const crm = createSqlCrm(await openDatabase({ folder: process.argv[1] }));
  await crm.writeWorld(conformanceWorld());
  const { store } = await crm.as(CONFORMANCE_USERS.rep);
  for (let count = 1; ; count += 1) {
    const put = { id: "gap-" + count, type: "knowledge-gap", base: 0, fields: { question: "Why " + count + "?" } };
    const { version } = await store.commit({ scope: accountScope("${ACCOUNT}"), key: "written-" + count, puts: [put], removes: [] });
    console.log(version);
  }`;

describe("a data folder", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "sweetspot-data-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("has every acknowledged commit after kill -9 in the middle of writing", async () => {
    const writer = spawn(process.execPath, ["--input-type=module", "--eval", WRITER, folder], {
      cwd: import.meta.dirname,
      stdio: ["ignore", "pipe", "inherit"],
    });
    const acknowledged = await killAfter(writer, 60);
    const database = await openDatabase({ folder });
    const { store } = await createSqlCrm(database).as(CONFORMANCE_USERS.rep);
    const [plan] = await store.load([accountScope(ACCOUNT)]);
    expect(plan?.version).toBeGreaterThanOrEqual(acknowledged);
    expect(plan?.records.length).toBe(plan?.version);
    const history = await store.changes(accountScope(ACCOUNT), { since: 0 }, { limit: 2000 });
    expect(history.items.length).toBe(plan?.version);
    await database.close();
  });

  it("is refused, and not touched, when a newer Sweetspot has written it", async () => {
    const database = await openDatabase({ folder });
    await database.query(sql`update sweetspot_version set version = 1000`);
    await database.close();
    const refused = await openDatabase({ folder }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(DatabaseTooNewError);
    expect(String(refused)).toMatch(/newer Sweetspot.*1000/);
  });
});

/** Kills the process at its so-manieth line and tells the last number it had printed by then. */
async function killAfter(writer: ChildProcess, lines: number): Promise<number> {
  if (!writer.stdout) throw new Error("The writer has no output.");
  let last = 0;
  for await (const line of createInterface(writer.stdout)) {
    last = Number(line);
    if (last === lines) writer.kill("SIGKILL");
  }
  if (writer.exitCode === null && writer.signalCode === null) await once(writer, "exit");
  expect(writer.signalCode).toBe("SIGKILL");
  return last;
}
