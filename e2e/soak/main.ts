import process from "node:process";
import { parseArgs } from "node:util";
import { STORM } from "./hubspot-faults.ts";
import { runSoak, type SoakOptions } from "./run-soak.ts";
import { toFigures, toTitle } from "./soak-report.ts";

// One run; its last line of output is one line of JSON, as with the benchmarks. See scripts/soak.mjs.
const { values } = parseArgs({
  options: {
    portals: { type: "string", default: "200" },
    users: { type: "string", default: "2000" },
    minutes: { type: "string", default: "10" },
    instances: { type: "string", default: "2" },
    // Each user opens a widget every three minutes or so: ten openings a second of 2,000 users.
    pause: { type: "string", default: "200" },
    seed: { type: "string", default: "1" },
    embedded: { type: "boolean", default: false },
  },
});
const numberOf = (name: Exclude<keyof typeof values, "embedded">, least: number): number => {
  const value = Number(values[name]);
  if (Number.isFinite(value) && value >= least) return value;
  console.error(`--${name}=${values[name]}: write a number from ${least}.`);
  return process.exit(1);
};

const options: SoakOptions = {
  portals: numberOf("portals", 1),
  users: numberOf("users", 1),
  length: { minutes: numberOf("minutes", 0.1) },
  instances: numberOf("instances", 1),
  embedded: values.embedded,
  pace: { pauseSeconds: numberOf("pause", 0), editSeconds: 3, editsPerVisit: 3, patienceMs: 30_000 },
  faults: STORM,
  limits: { perTenSeconds: 110, searchesPerSecond: 5 },
  // Renewed two minutes before their end: here three minutes after their beginning.
  accessTokenSeconds: 300,
  seed: numberOf("seed", 0),
  log: (line) => console.log(line),
};
const result = await runSoak(options);
const figures = toFigures(result);
console.log(
  JSON.stringify({ bench: "soak", title: toTitle(options, result), figures, memory: result.memory }),
);
const { lost, doubled, unexplained, overwritten } = result.verdict;
process.exit(lost + doubled + unexplained + overwritten === 0 ? 0 : 1);
