import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { accountScope, toRecordId } from "@sweetspot/contract";
import { createSqlCrm, openDatabase } from "@sweetspot/crm-sql";
import { findPostgres, type PrivatePostgres, startPrivatePostgres } from "@sweetspot/crm-sql/testing";
import { CONFORMANCE_USERS, conformanceWorld } from "@sweetspot/fixtures";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readDataCommand } from "./data-command.model.ts";

const CLI = path.join(import.meta.dirname, "data-cli.ts");
const programs = await findPostgres();

describe("npm run gateway", () => {
  it.each([
    [[], /^Usage/],
    [["destroy"], /destroy is not known/],
    [["export"], /--to/],
    [["erase", "everything"], /everything is one word too many/],
    [["audit", "--since", "yesterday"], /--since yesterday/],
    [["audit", "--bye", "x"], /--bye/],
    [["erase", "--name", "Otto von Elsewhere"], /--person/],
    [["erase", "--person", "1", "--name", "Ute"], /--name Ute/],
  ])("says what is wrong with %j", (parameters, words) => {
    expect(() => readDataCommand(parameters)).toThrow(words);
  });
});

// On a server, as the data folder of a running gateway is refused by its lock (process.test.ts).
describe.skipIf(programs === undefined)("npm run gateway on a server", { timeout: 180_000 }, () => {
  let folder: string;
  let server: PrivatePostgres;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "sweetspot-data-cli-"));
    server = await startPrivatePostgres(programs ?? "");
    const crm = createSqlCrm(await openDatabase({ url: server.url }));
    await crm.writeWorld(conformanceWorld());
    const { store } = await crm.as(CONFORMANCE_USERS.rep);
    const put = { id: toRecordId("gap-1"), type: "knowledge-gap", base: 0, fields: { question: "Why?" } };
    const scope = accountScope(toRecordId("acc-nordwind"));
    await store.commit({ scope, key: "data-cli-1", puts: [put], removes: [] });
    await crm.close();
  });
  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  function run(...parameters: readonly string[]): Promise<readonly [number | null, string]> {
    const environment = {
      PATH: process.env["PATH"],
      SWEETSPOT_DATA: folder,
      SWEETSPOT_CALLED_FROM: folder,
      DATABASE_URL: server.url,
    };
    const command = spawn(process.execPath, [CLI, ...parameters], { env: environment });
    let output = "";
    for (const stream of [command.stdout, command.stderr])
      stream.on("data", (text: Buffer) => (output += text.toString()));
    return new Promise((resolve) => command.on("close", (code) => resolve([code, output])));
  }

  it("shows the trail, exports to a file nobody else can read, and erases a person when told twice", async () => {
    const [trail, all, unsure] = await Promise.all([
      run("audit", "--account", "acc-nordwind"),
      run("export", "--to", "all.jsonl"),
      run("erase", "--person", CONFORMANCE_USERS.rep),
    ]);
    expect(trail).toEqual([0, expect.stringMatching(/"did":"created".*"record":"gap-1"/)]);
    expect(all).toEqual([0, expect.stringMatching(/^\d+ rows of local written/)]);
    const file = path.join(folder, "all.jsonl");
    expect((await stat(file)).mode & 0o077).toBe(0);
    expect((await readFile(file, "utf8")).split("\n")[0]).toMatch(/^\{"table":".*","row":\{/);
    expect(unsure).toEqual([2, expect.stringMatching(/^\d+ rows would be .*--yes/)]);

    expect(await run("erase", "--person", CONFORMANCE_USERS.rep, "--yes")).toEqual([
      0,
      expect.stringMatching(/erased-[0-9a-f]{12} stands in its place/),
    ]);
    const [again, after, acts] = await Promise.all([
      run("export", "--to", "all.jsonl"),
      run("export", "--to", "after.jsonl"),
      run("audit", "--by", "operator"),
    ]);
    expect(acts[1]).toMatch(/"did":"erased","scope":"person"/);
    expect(acts[1]).toMatch(/"did":"exported","scope":"tenant"/);
    expect(again).toEqual([2, expect.stringMatching(/exists already/)]);
    expect(after[0]).toBe(0);
    expect(await readFile(path.join(folder, "after.jsonl"), "utf8")).not.toMatch(/Mara Lindqvist|user-mara/);
  });
});
