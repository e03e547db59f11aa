import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { accountScope, toRecordId } from "@sweetspot/contract";
import { createSqlCrm, openDatabase } from "@sweetspot/crm-sql";
import { findPostgres, startPrivatePostgres } from "@sweetspot/crm-sql/testing";
import { CONFORMANCE_USERS, conformanceWorld } from "@sweetspot/fixtures";
import { expect, it } from "vitest";
import { createGrantStore } from "../hubspot/grant-store.ts";
import { createTokenCipher } from "../hubspot/token-cipher.ts";

const guide = readFileSync(
  path.resolve(import.meta.dirname, "../../../../shared/docs/operate-gateway.md"),
  "utf8",
);
/** The first commands below the guide's heading, as they stand there. */
const commands = /## Back up and restore\n+```sh\n(.*?)```/s.exec(guide)?.[1] ?? "";
const programs = await findPostgres();

it.skipIf(programs === undefined)(
  "what the guide’s commands have backed up is all there after its commands have restored it: plans, history, tokens",
  () => backUpAndRestore(programs ?? ""),
  120_000,
);

async function backUpAndRestore(binaries: string): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "sweetspot-backup-"));
  const server = await startPrivatePostgres(binaries);
  const scope = accountScope(toRecordId("acc-nordwind"));
  const who = { portal: "1", user: "700001" };
  const cipher = createTokenCipher([{ id: "k1", secret: Buffer.alloc(32, 7) }]);
  try {
    const database = await openDatabase({ url: server.url });
    const crm = createSqlCrm(database);
    await crm.writeWorld(conformanceWorld());
    const { store } = await crm.as(CONFORMANCE_USERS.rep);
    for (const base of [0, 1]) {
      const fields = { question: `Who decides ${base}?` };
      const puts = [{ id: toRecordId("gap-1"), type: "knowledge-gap", base, fields }];
      await store.commit({ scope, key: `backed-up-${base}`, puts, removes: [] });
    }
    await createGrantStore({ database, cipher }).save({
      ...who,
      tokens: { access: "access", refresh: "refresh" },
      expiresAt: new Date(0),
      scopes: ["oauth"],
      userLevel: true,
    });
    const before = [await store.load([scope]), await store.changes(scope, { since: 0 })];
    await database.close();

    const run = spawnSync("sh", ["-euc", commands], {
      cwd: folder,
      env: { PATH: `${binaries}:${process.env["PATH"]}`, DATABASE_URL: server.url },
      encoding: "utf8",
    });
    expect(run.status, run.stderr).toBe(0);

    const restored = await openDatabase({ url: new URL("/restored", server.url).href });
    const again = (await createSqlCrm(restored).as(CONFORMANCE_USERS.rep)).store;
    expect([await again.load([scope]), await again.changes(scope, { since: 0 })]).toEqual(before);
    expect((await createGrantStore({ database: restored, cipher }).find(who))?.tokens).toEqual({
      access: "access",
      refresh: "refresh",
    });
    await restored.close();
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
