// Many HubSpot users at real gateways, with HubSpot failing and a gateway killed in the middle; prints one table.
//   npm run soak                                            200 portals, 2,000 users, 10 minutes, 2 gateways
//   npm run soak -- --portals=40 --users=400 --minutes=3    shorter (also --instances, --pause in seconds, --seed)
//   npm run soak -- --embedded --portals=40 --users=400     one gateway on the embedded database
import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { ensurePostgres } from "./browser.mjs";

const root = path.resolve(import.meta.dirname, "..");
ensurePostgres();
const { code, last } = await run();
if (!last.startsWith("{")) {
  console.error("The soak did not come to its end; the lines above say why.");
  process.exit(1);
}
const { title, figures } = JSON.parse(last);
const table = [title, "", ...figures.map(line)].join("\n");
console.log(`\n${table}`);

const folder = path.join(root, "bench-results");
mkdirSync(folder, { recursive: true });
const name = `soak-${new Date().toISOString().replaceAll(":", "-").slice(0, 19)}`;
writeFileSync(path.join(folder, `${name}.json`), `${last}\n`);
writeFileSync(path.join(folder, `${name}.txt`), `${table}\n`);
console.log(`\nWritten to bench-results/${name}.json and .txt`);
process.exit(code);

/** Shows what it says as it says it, and keeps the last line. */
function run() {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ["e2e/soak/main.ts", ...process.argv.slice(2)], {
      cwd: root,
      stdio: ["ignore", "pipe", "inherit"],
    });
    let rest = "";
    child.stdout.setEncoding("utf8").on("data", (text) => {
      const lines = (rest + text).split("\n");
      rest = lines.pop() ?? "";
      for (const one of lines) {
        if (one.startsWith("{")) rest = one;
        else console.log(one);
      }
    });
    child.on("close", (code) => resolve({ code: code ?? 1, last: rest }));
  });
}

function line({ name, value, unit, aim }) {
  const shown = Number(value.toPrecision(4));
  return `${name.padEnd(60)} ${String(shown).padStart(10)} ${unit}${aim === undefined ? "" : `   (aim ${aim})`}`;
}
