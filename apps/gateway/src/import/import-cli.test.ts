import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readConfig } from "../config/config.model.ts";
import { createLog } from "../operation/log.ts";
import { startGateway } from "../lifecycle/start-gateway.ts";

const CLI = path.join(import.meta.dirname, "import-cli.ts");
const MINUTES = 120_000;
const SOURCE = ["--source", "Clubs", "--purpose", "Common clubs", "--retention", "12"];
const RELATIONS = [
  { kind: "person", key: "alma", name: "Alma Testerin" },
  { kind: "body", key: "club", name: "Rowing Club" },
  { kind: "tie", key: "one", person: "alma", body: "club", type: "club" },
  { kind: "tie", key: "two", person: "nobody", body: "club", type: "club" },
];
let exports: string;
let data: string;

beforeAll(async () => {
  exports = await mkdtemp(path.join(tmpdir(), "sweetspot-exports-"));
  data = await mkdtemp(path.join(tmpdir(), "sweetspot-data-"));
  await writeFile(path.join(exports, "products.csv"), "Product Name,Product Code\nGTX Pro,1\n");
  await writeFile(
    path.join(exports, "accounts.csv"),
    "Account Name,Parent Account\nMother,\nDaughter,Mother\n",
  );
  await writeFile(
    path.join(exports, "deals.csv"),
    "Deal ID,Deal Name,Stage,Account,Product,Amount\n1,One,Won,Mother,GTXPro,10\n2,Two,Won,Mother,GTX Pro,?\n",
  );
  await writeFile(path.join(exports, "readme.md"), "no export");
  await writeFile(
    path.join(exports, "relations.jsonl"),
    RELATIONS.map((row) => JSON.stringify(row)).join("\n"),
  );
});
afterAll(async () => {
  for (const folder of [exports, data]) await rm(folder, { recursive: true, force: true });
});

/** Runs the command as the shell would, in the folder of the exports, without a terminal. */
function run(
  ...parameters: readonly string[]
): Promise<{ readonly code: number | null; readonly output: string }> {
  const environment = {
    ...process.env,
    SWEETSPOT_DATA: data,
    SWEETSPOT_CALLED_FROM: exports,
    DATABASE_URL: "",
  };
  const command = spawn(process.execPath, [CLI, ...parameters], {
    env: environment,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [command.stdout, command.stderr])
    stream.on("data", (text: Buffer) => (output += text.toString()));
  return new Promise((resolve) => command.on("close", (code) => resolve({ code, output })));
}

describe("npm run import", () => {
  it(
    "opens the data folder where no gateway runs, and lists bad rows beside the files",
    { timeout: MINUTES },
    async () => {
      const { code, output } = await run(".", "--yes", "--currency", "usd");
      expect(output).toContain(`Importing into the data folder ${data}.`);
      expect(output).toContain("✓ accounts.csv: accounts");
      expect(output).toContain("key: the normalised name");
      expect(output).toContain("opportunities: 1 new, 0 updated, 0 unchanged");
      expect(output).toContain("nobody is called “GTXPro” (1 row). Is it “GTX Pro”?");
      expect(await readFile(path.join(exports, "sweetspot-bad-rows.csv"), "utf8")).toContain(
        "deals.csv,3,opportunities,Amount,?,",
      );
      expect(output).not.toContain("readme");
      expect(code).toBe(0);
      const relations = await run("--relations", "relations.jsonl", ...SOURCE);
      expect(relations.output).toContain("people: 1 new, 0 changed, 0 as before");
      expect(relations.output).toContain("relations.jsonl, line 4: ");
      expect(relations.output).not.toContain("Testerin");
      expect(await readFile(path.join(exports, "sweetspot-bad-relations.csv"), "utf8")).toContain(
        "relations.jsonl,4,ties,person,nobody,",
      );
      expect(relations.code).toBe(0);
    },
  );

  it(
    "streams to the gateway that has the folder, and matches names that differ in spaces alone",
    { timeout: MINUTES },
    async () => {
      const config = readConfig({ PORT: "0", SWEETSPOT_DATA: data }, [], exports);
      const folders = { workbench: exports, frame: exports, catalogue: exports };
      const gateway = await startGateway({
        config,
        version: "1.2.3",
        folders,
        log: createLog("error", () => {}),
      });
      try {
        const { code, output } = await run("deals.csv", "accounts.csv", "products.csv", "--yes", "--match");
        expect(output).toContain(`Importing into the running Sweetspot at ${gateway.url}.`);
        expect(output).toContain("opportunities: 0 new, 0 updated, 1 unchanged");
        expect(output).toContain("Once more with 1 name matched:");
        expect(output).toContain("opportunities: 0 new, 1 updated, 0 unchanged");
        expect(code).toBe(0);
        const relations = await run("--relations", "relations.jsonl", ...SOURCE);
        expect(relations.output).toContain(`into the running Sweetspot at ${gateway.url}.`);
        expect(relations.output).toContain("people: 0 new, 0 changed, 1 as before");
        expect(relations.code).toBe(0);
      } finally {
        await gateway.close();
      }
    },
  );

  it("refuses what it cannot follow, with the reason", { timeout: MINUTES }, async () => {
    const missing = await run("nowhere");
    expect([missing.code, missing.output]).toEqual([2, `${path.join(exports, "nowhere")} does not exist.\n`]);
    const wrong = await run("accounts.csv", "--dates", "soon");
    expect([wrong.code, wrong.output]).toEqual([2, "--dates soon: write dmy, mdy or ymd.\n"]);
    expect((await run()).output).toContain("Usage: npm run import -- <folder or files…>");
    const sourceless = await run("--relations", "relations.jsonl");
    expect([sourceless.code, sourceless.output]).toEqual([2, expect.stringContaining("--source")]);
  });

  it("fails, changing nothing, when no file can be imported", { timeout: MINUTES }, async () => {
    await writeFile(path.join(exports, "picture.csv"), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2]));
    const { code, output } = await run("picture.csv", "--yes");
    expect(output).toContain("✗ picture.csv is not a text file.");
    expect(output).toContain("Nothing was changed.");
    expect(code).toBe(1);
  });
});
