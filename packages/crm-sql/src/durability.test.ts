import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm, statfs, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { PGlite } from "@electric-sql/pglite";
import { accountScope, toRecordId } from "@sweetspot/contract";
import { CONFORMANCE_USERS, conformanceWorld } from "@sweetspot/fixtures";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "./database.ts";
import { DatabaseTooNewError } from "./database-error.ts";
import { MIGRATIONS } from "./migrations/index.ts";
import { createSqlCrm } from "./sql-crm.ts";

const ACCOUNT = toRecordId("acc-quiet");

/** Commits one record after the other and says so on its output, until it is killed. */
const WRITER = `
  import { PGlite } from "@electric-sql/pglite";
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

// A cold database on a busy machine takes its time.
describe("a data folder", { timeout: 120_000 }, () => {
  let folder: string;
  let writer: ChildProcess | undefined;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "sweetspot-data-"));
  });
  afterAll(async () => {
    writer?.kill("SIGKILL");
    await rm(folder, { recursive: true, force: true });
  });

  it("has every acknowledged commit after kill -9 in the middle of writing", async () => {
    writer = spawn(process.execPath, ["--input-type=module", "--eval", WRITER, folder], {
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

  it("keeps its records when an older Sweetspot has written it", async () => {
    const older = path.join(folder, "older");
    const engine = await PGlite.create({ dataDir: older });
    const [first] = MIGRATIONS;
    await engine.exec(`create table sweetspot_version (one boolean primary key default true, version integer, views text);
      insert into sweetspot_version (version, views) values (1, ''); ${first?.statements.join(";")};
      insert into crm_team_member values ('local', 'rep', 'Rep', 'rep', 'rep', null, 'rep', true);
      insert into crm_account (tenant, id, name, search_name, name_key, attributes)
        values ('local', 'a1', 'Alpha', 'alpha', 'alpha', '{}')`);
    await engine.close();
    const database = await openDatabase({ folder: older });
    const { reader } = await createSqlCrm(database).as(toRecordId("rep"));
    expect((await reader.listAccounts({})).items.map((account) => account.name)).toEqual(["Alpha"]);
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

describe.skipIf(!canMount())(
  "a data folder on a disk of its own (needs the right to mount)",
  { timeout: 120_000 },
  () => {
    it("refuses what no longer fits with a clear message, loses nothing, and goes on once there is space", async () => {
      const disk = await mkdtemp(path.join(tmpdir(), "sweetspot-disk-"));
      execFileSync("mount", ["-t", "tmpfs", "-o", "size=180m", "tmpfs", disk]);
      try {
        const database = await openDatabase({ folder: path.join(disk, "database") });
        const crm = createSqlCrm(database);
        await crm.writeWorld(conformanceWorld());
        const { store } = await crm.as(CONFORMANCE_USERS.rep);
        const scope = accountScope(ACCOUNT);
        const commit = (count: number) => store.commit({ scope, ...fullCommit(count) });
        await commit(0);
        const { bavail, bsize } = await statfs(disk);
        await writeFile(path.join(disk, "ballast"), Buffer.alloc(bavail * bsize - 1_500_000));
        let saved = 0;
        const refusal = await (async () => {
          for (; saved < 100; saved += 1) await commit(saved + 1);
        })().catch((error: unknown) => error);
        expect(refusal).toMatchObject({
          code: "unavailable",
          message: expect.stringMatching(/no space left.*Free some/),
        });
        expect((await store.load([scope]))[0]?.version).toBe(saved + 1);
        await rm(path.join(disk, "ballast"));
        await commit(saved + 1);
        await database.close();
        const again = await openDatabase({ folder: path.join(disk, "database") });
        const [plan] = await (await createSqlCrm(again).as(CONFORMANCE_USERS.rep)).store.load([scope]);
        expect(plan?.version).toBe(saved + 2);
        await again.close();
      } finally {
        // Lazily: after a failure the database may still be open.
        execFileSync("umount", ["--lazy", disk]);
        await rm(disk, { recursive: true });
      }
    });
  },
);

const fullCommit = (count: number) => ({
  key: `full-commit-${count}`,
  puts: Array.from({ length: 200 }, (_, index) => ({
    id: toRecordId(`gap-${count}-${index}`),
    type: "knowledge-gap",
    base: 0,
    fields: { question: `Question ${count}-${index}`, answer: randomBytes(900).toString("hex") },
  })),
  removes: [],
});

function canMount(): boolean {
  if (process.getuid?.() !== 0) return false;
  return spawnSync("unshare", ["-m", "true"]).status === 0;
}

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
