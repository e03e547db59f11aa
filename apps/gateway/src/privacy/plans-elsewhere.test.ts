import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { accountScope, toRecordId } from "@sweetspot/contract";
import { openDatabase } from "@sweetspot/crm-sql";
import { findPostgres, startPrivatePostgres } from "@sweetspot/crm-sql/testing";
import { expect, it } from "vitest";
import { ADMIN, NORDWIND, openHubspotApp, REP, SECRET } from "../hubspot/hubspot-app.fixture.ts";
import { NATIVE_SCOPES } from "../hubspot/plan-storage.ts";

const CLI = path.join(import.meta.dirname, "data-cli.ts");
const programs = await findPostgres();
const scope = accountScope(toRecordId(NORDWIND));

it.skipIf(programs === undefined)(
  "the operator exports and erases plans that a portal keeps in HubSpot, with rights that were lent or of a user he names",
  async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "sweetspot-elsewhere-"));
    const server = await startPrivatePostgres(programs ?? "");
    const database = await openDatabase({ url: server.url });
    const app = await openHubspotApp({ database });
    const run = (...parameters: readonly string[]): Promise<readonly [number | null, string]> => {
      const command = spawn(process.execPath, [CLI, ...parameters, "--tenant", "hubspot:1"], {
        env: {
          PATH: process.env["PATH"],
          SWEETSPOT_DATA: folder,
          SWEETSPOT_CALLED_FROM: folder,
          DATABASE_URL: server.url,
          HUBSPOT_CLIENT_ID: "app",
          HUBSPOT_CLIENT_SECRET: SECRET,
          HUBSPOT_REDIRECT_URL: app.redirectUrl,
          HUBSPOT_API_URL: app.apiUrl,
          SWEETSPOT_TOKEN_KEYS: app.tokenKeys,
        },
      });
      let output = "";
      for (const stream of [command.stdout, command.stderr])
        stream.on("data", (text: Buffer) => (output += text.toString()));
      return new Promise((resolve) => command.on("close", (code) => resolve([code, output])));
    };
    const left = () =>
      (app.portals[0]?.customObjects.recordsOf("sweetspot_plan_commit") ?? []).filter(
        ({ archived }) => !archived,
      );
    try {
      for (const member of [REP, ADMIN]) await app.connect(member, 1, app, ["oauth", ...NATIVE_SCOPES]);
      await app.callSigned("/hubspot/v1/settings/write", { storage: "hubspot" }, { member: ADMIN });
      const token = await app.openSession({}, { member: REP });
      const fields = { question: "What does Ida Sommer want?" };
      const puts = [{ id: "g", type: "knowledge-gap", base: 0, fields }];
      await app.callPort(token, "store/commit", [{ scope, key: "elsewhere-1", puts, removes: [] }, {}]);
      const [entry] = left();
      const author = (JSON.parse(entry?.properties["entry_1"] ?? "{}") as { by: string }).by;

      expect(await run("export", "--to", "refused.jsonl")).toEqual([
        2,
        expect.stringMatching(/records in HubSpot.*--as/s),
      ]);
      const as = ["--as", app.userIdOf(ADMIN)];
      const [all, without] = await Promise.all([
        run("export", "--to", "all.jsonl", ...as),
        run("export", "--to", "without.jsonl", "--without-hubspot"),
      ]);
      expect([all[0], without[0]]).toEqual([0, 0]);
      const read = (name: string) => readFile(path.join(folder, name), "utf8");
      expect(await read("all.jsonl")).toContain("Ida Sommer");
      expect(await read("without.jsonl")).not.toContain("Ida Sommer");

      await app.lend();
      expect(await run("erase", "--person", author, "--name", "Ida Sommer", "--yes")).toEqual([
        0,
        expect.stringMatching(/erased-[0-9a-f]{12} stands in its place/),
      ]);
      expect(JSON.stringify(left())).toContain("What does … want?");
      expect(JSON.stringify(left())).not.toMatch(new RegExp(`Ida|Sommer|"${author}"`));

      expect(await run("erase", "--yes")).toEqual([0, expect.stringMatching(/erased/)]);
      expect(left()).toEqual([]);
    } finally {
      await app.close();
      await database.close();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    }
  },
  180_000,
);
