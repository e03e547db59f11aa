import { createWriteStream } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createFileSource } from "@sweetspot/crm-import";
import { importRelations } from "@sweetspot/relation-import";
import { sql } from "kysely";
import { middle, timed } from "../copy-comparison.testing.ts";
import { type Database, openDatabase } from "../database.ts";
import { findPostgres, startPrivatePostgres } from "../private-postgres.ts";
import { createSqlRelations } from "./sql-relations.ts";

// One file of a million ties: from its bytes to ties that readers see (every row checked, both ends looked up), against a
// plain COPY of the same rows, ready made, into the same table with its indexes; and the memory each further row takes.
//   node --expose-gc packages/crm-sql/src/relations/relation-import.bench.ts [ties] [rounds]
const TIES = Number(process.argv[2] ?? 1_000_000);
const ROUNDS = Number(process.argv[3] ?? 1);
const PEOPLE = Math.max(10, Math.round(TIES / 8));
const BODIES = Math.max(10, Math.round(TIES / 50));
const SAMPLES = 20;

const personOf = (at: number): string => `p${(at * 7919) % PEOPLE}`;
const bodyOf = (at: number): string => `o${(at * 104_729) % BODIES}`;
const startOf = (at: number): string => `20${10 + (at % 16)}-0${1 + (at % 9)}-15`;
const keyOf = (at: number): string => `t${at}`;

async function* lines(count: number, lineOf: (at: number) => string, header = ""): AsyncGenerator<string> {
  if (header !== "") yield `${header}\n`;
  for (let from = 0; from < count; from += 5000) {
    let text = "";
    for (let at = from; at < Math.min(count, from + 5000); at += 1) text += `${lineOf(at)}\n`;
    yield text;
  }
}

const write = async (file: string, text: AsyncIterable<string>): Promise<string> => {
  await pipeline(Readable.from(text), createWriteStream(file));
  await chmod(file, 0o644);
  return file;
};

async function writeFiles(folder: string) {
  const at = (name: string): string => path.join(folder, name);
  return {
    persons: await write(
      at("persons.csv"),
      lines(PEOPLE, (n) => `p${n},Person Number ${n}`, "id,name"),
    ),
    orgs: await write(
      at("orgs.csv"),
      lines(BODIES, (n) => `o${n},Body Number ${n},Kiel`, "id,name,place"),
    ),
    csv: await write(
      at("ties.csv"),
      lines(
        TIES,
        (n) => `${keyOf(n)},${personOf(n)},${bodyOf(n)},board_seat,member,${startOf(n)},2026-11-01`,
        "key,person,body,type,role,start,seen_to",
      ),
    ),
    json: await write(
      at("ties.jsonl"),
      lines(
        TIES,
        (n) =>
          `{"kind":"tie","key":"${keyOf(n)}","person":"${personOf(n)}","body":"${bodyOf(n)}","type":"board_seat","role":"member","start":"${startOf(n)}","seenTo":"2026-11-01"}`,
      ),
    ),
  };
}

interface Run {
  readonly milliseconds: number;
  /** Milliseconds of the COPY right after it. */
  readonly copy: number;
  /** Bytes that each further row takes: the slope of the resident memory over the rows. */
  readonly slope: number;
  readonly peakMegabytes: number;
}

async function runImport(
  database: Database,
  tenant: string,
  files: readonly string[],
  kind: "ties" | "people",
): Promise<Omit<Run, "copy">> {
  const samples: (readonly [number, number])[] = [];
  const step = TIES / SAMPLES;
  let measuring = 0;
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  const sources = await Promise.all(files.map((file) => createFileSource(file)));
  const started = performance.now();
  const report = await importRelations({
    files: sources,
    source: { name: "Register", purpose: "Introductions" },
    sink: createSqlRelations(database, { tenant }).sink(),
    onProgress({ good }) {
      if (kind !== "ties" || good < (samples.length + 1) * step) return;
      const paused = performance.now();
      globalThis.gc?.();
      samples.push([good, process.memoryUsage().rss]);
      measuring += performance.now() - paused;
    },
  });
  const milliseconds = performance.now() - started - measuring;
  if (report.outcome !== "finished" || report.problemCount > 0)
    throw new Error(`The import went wrong: ${JSON.stringify(report)}`);
  const peak = Math.max(before, ...samples.map(([, rss]) => rss));
  return { milliseconds, slope: slopeOf(samples.slice(2)), peakMegabytes: (peak - before) / 1e6 };
}

function slopeOf(samples: readonly (readonly [number, number])[]): number {
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, one) => sum + one, 0) / values.length;
  const x = mean(samples.map(([rows]) => rows));
  const y = mean(samples.map(([, bytes]) => bytes));
  const up = samples.reduce((sum, [rows, bytes]) => sum + (rows - x) * (bytes - y), 0);
  return up / samples.reduce((sum, [rows]) => sum + (rows - x) ** 2, 0);
}

/** The rows of the file, ready made, as another source of the tenant. */
async function copyRows(database: Database, tenant: string, folder: string): Promise<number> {
  const number = 1_000_000 + Math.floor(performance.now());
  const file = await write(
    path.join(folder, "copy.txt"),
    lines(TIES, (n) =>
      [
        tenant,
        number,
        keyOf(n),
        number,
        number,
        personOf(n),
        bodyOf(n),
        "board_seat",
        "member",
        startOf(n),
        "2026-11-01",
      ].join("\t"),
    ),
  );
  const columns = sql.raw(
    "tenant, source, key, writing, shown, person, body, type, role, start_date, seen_to",
  );
  return timed(() => database.query(sql`copy relation_tie (${columns}) from ${sql.lit(file)}`));
}

const programs = await findPostgres();
if (programs === undefined) throw new Error("This needs PostgreSQL: apt-get install postgresql.");
const folder = await mkdtemp(path.join(tmpdir(), "sweetspot-relations-"));
await chmod(folder, 0o755);
const server = await startPrivatePostgres(programs);
const database = await openDatabase({ url: server.url });
try {
  const files = await writeFiles(folder);
  const csv: Run[] = [];
  const json: Run[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [runs, file] of [
      [csv, files.csv],
      [json, files.json],
    ] as const) {
      const tenant = `import-${round}-${path.extname(file)}`;
      await runImport(database, tenant, [files.persons, files.orgs], "people");
      const run = await runImport(database, tenant, [file], "ties");
      const copy = await copyRows(database, `copy-${round}-${path.extname(file)}`, folder);
      runs.push({ ...run, copy });
    }
  }
  const figuresOf = (name: string, runs: readonly Run[]) => {
    const whole = middle(runs.map(({ milliseconds }) => milliseconds));
    return [
      { name: `${name}: import`, value: Math.round((TIES / whole) * 1000), unit: "rows/s" },
      {
        name: `${name}: COPY`,
        value: Math.round((TIES / middle(runs.map(({ copy }) => copy))) * 1000),
        unit: "rows/s",
      },
      {
        name: `${name}: import / COPY`,
        value: middle(runs.map(({ copy, milliseconds }) => copy / milliseconds)),
        unit: "×",
        aim: "≥ 0.3",
      },
      {
        name: `${name}: memory of a further row`,
        value: middle(runs.map(({ slope }) => slope)),
        unit: "B",
        aim: "≤ 64",
      },
      {
        name: `${name}: memory above the start`,
        value: Math.max(...runs.map((run) => run.peakMegabytes)),
        unit: "MB",
        aim: "≤ 300",
      },
    ];
  };
  const figures = [
    { name: "ties", value: TIES, unit: "rows" },
    ...figuresOf("CSV", csv),
    ...figuresOf("JSON lines", json),
  ];
  process.stdout.write(`${JSON.stringify({ bench: "relation-import", figures })}\n`);
} finally {
  await database.close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
