import { existsSync } from "node:fs";
import path from "node:path";
import {
  type Bridge,
  buildGraph,
  cheapestPaths,
  createBridge,
  fromCost,
  type Graph,
  type Tie,
  toCost,
} from "@sweetspot/bridge-graph";
import { createFileSource } from "@sweetspot/crm-import";
import { importRelations } from "@sweetspot/relation-import";
import { sql } from "kysely";
import { middle } from "../copy-comparison.testing.ts";
import { type Database, openDatabase } from "../database.ts";
import { findPostgres, startPrivatePostgres } from "../private-postgres.ts";
import { createSqlRelations } from "./sql-relations.ts";

// `paths.answer` against what a database alone can do: five diverse, explained ways as JSON from the engine, and the five
// strongest ways by a recursive query over the very pairs the engine found, with their strength ready made. The database
// neither weighs ties nor looks for diverse ways nor explains them, and searches from the one target, not from all of ours.
// Before anything is timed both have to find the same strengths.
//   node packages/crm-sql/src/relations/recursive-query.bench.ts [targets]
const TARGETS = Number(process.argv[2] ?? 40);
const LINKS = 3;
const WAYS = 5;
/** One processor for each side; compiling a query takes longer than it saves. */
const SETTINGS = "-c jit=off -c max_parallel_workers_per_gather=0";
const data = path.resolve(import.meta.dirname, "../../../../../shared/data/graph/gen-100k");

async function importWorld(database: Database): Promise<readonly Tie[]> {
  const relations = createSqlRelations(database);
  const names = ["persons", "orgs", "ties", "contacts"];
  const files = await Promise.all(names.map((name) => createFileSource(path.join(data, `${name}.csv.gz`))));
  const source = { name: "Invented register", purpose: "Benchmark" };
  const report = await importRelations({ files, source, sink: relations.sink() });
  if (report.outcome !== "finished") throw new Error(`The import went wrong: ${report.failure}`);
  const ties: Tie[] = [];
  for await (const part of relations.load())
    for (const { key, person = "", body, sourceDate: _, otherBody: __, ...tie } of part.ties ?? [])
      ties.push({ ...tie, id: key, person, ...(body === undefined ? {} : { organisation: body }) });
  return ties;
}

interface Pairs {
  readonly graph: Graph;
  readonly rows: readonly string[];
}

/** All pairs that the engine sees, each in both directions, as lines for the database and as a graph for the kernel. */
function pairsOf(bridge: Bridge, people: number): Pairs {
  const u: number[] = [];
  const v: number[] = [];
  const cost: number[] = [];
  for (let one = 0; one < people; one += 1)
    for (const { person, strength } of bridge.acquaintances(`p${one}`)) {
      u.push(one);
      v.push(Number(person.slice(1)));
      cost.push(toCost(strength));
    }
  const columns = { u: Int32Array.from(u), v: Int32Array.from(v), cost: Int32Array.from(cost) };
  const rows = u.map((one, at) => `${one}\t${v[at]}\t${cost[at]}`);
  return { graph: buildGraph({ nodeCount: people, ...columns }), rows };
}

async function storePairs(database: Database, rows: readonly string[]): Promise<void> {
  await database.query(
    sql`create table pair (u integer not null, v integer not null, cost integer not null)`,
  );
  const part = 100_000;
  for (let from = 0; from < rows.length; from += part)
    await database.query(
      sql`insert into pair select split_part(line, e'\t', 1)::integer, split_part(line, e'\t', 2)::integer,
          split_part(line, e'\t', 3)::integer
        from unnest(string_to_array(${rows.slice(from, from + part).join("\n")}, e'\n')) as line`,
    );
  await database.query(sql`create index on pair (u) include (v, cost)`);
  await database.query(sql`vacuum analyze pair`);
}

const askDatabase = async (
  database: Database,
  team: readonly number[],
  target: number,
): Promise<readonly number[]> => {
  const rows = await database.query(
    sql<{ cost: number }>`with recursive way (at, cost, people) as (
        select ${target}::integer, 0, array[${target}::integer]
        union all
        select pair.v, way.cost + pair.cost, way.people || pair.v
        from way join pair on pair.u = way.at
        where cardinality(way.people) <= ${LINKS} and pair.v <> all (way.people))
      select cost, people from way where at = any(${team}::integer[]) and cardinality(people) > 1
      order by cost, people limit ${WAYS}`,
  );
  return rows.map(({ cost }) => cost);
};

const timed = async <T>(work: () => T | Promise<T>): Promise<number> => {
  const started = performance.now();
  await work();
  return performance.now() - started;
};

const STATISTICS: readonly (readonly [string, (times: readonly number[]) => number])[] = [
  ["mean", (times) => times.reduce((sum, one) => sum + one, 0) / times.length],
  ["p50", middle],
  [
    "p95",
    (times) => times.toSorted((one, other) => one - other)[Math.floor(times.length * 0.95)] ?? Number.NaN,
  ],
];

async function compare(database: Database) {
  const ties = await importWorld(database);
  const people = 100_000;
  const named = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, at) => ({ id: `${prefix}${at}`, name: `${prefix}${at}` }));
  const bridge = createBridge({
    people: named("p", people),
    organisations: named("o", 14_700),
    ties,
    today: "2026-11-01",
  });
  const { graph, rows } = pairsOf(bridge, people);
  await storePairs(database, rows);

  const team = Array.from({ length: 40 }, (_, at) => at);
  const from = team.map((one) => `p${one}`);
  const targets = Array.from(
    { length: TARGETS },
    (_, at) => 40 + Math.floor((at * (people - 40)) / TARGETS) + (at % 7),
  );
  let ways = 0;
  for (const target of targets) {
    const found = await askDatabase(database, team, target);
    const exact = cheapestPaths(graph, { sources: team, target, maxEdges: LINKS, count: WAYS });
    const best = bridge.paths({ from, to: `p${target}` }).paths[0]?.strength;
    ways += found.length;
    const same =
      JSON.stringify(found) === JSON.stringify(exact.map(({ cost }) => cost)) &&
      (best === undefined
        ? found.length === 0
        : Math.abs(best - fromCost(found[0] ?? Number.NaN)) < best * LINKS * 1e-6);
    if (!same)
      throw new Error(
        `The answers for p${target} differ: ${found.join()} and ${exact.map(({ cost }) => cost).join()}, ${best}`,
      );
  }
  const engine: number[] = [];
  const query: number[] = [];
  for (let round = 0; round < 3; round += 1)
    for (const target of targets) {
      engine.push(await timed(() => JSON.stringify(bridge.paths({ from, to: `p${target}` }))));
      query.push(await timed(() => askDatabase(database, team, target)));
    }
  return [
    { name: "targets compared, answers equal", value: targets.length, unit: "targets" },
    { name: "ways found", value: ways, unit: "ways" },
    ...STATISTICS.flatMap(([name, of]) => [
      { name: `engine, explained, as JSON: ${name}`, value: of(engine), unit: "ms" },
      { name: `recursive query: ${name}`, value: of(query), unit: "ms" },
      {
        name: `recursive query / engine: ${name}`,
        value: of(query) / of(engine),
        unit: "ratio",
        ...(name === "mean" ? { aim: ">= 100" } : {}),
      },
    ]),
  ];
}

const programs = await findPostgres();
if (programs === undefined || !existsSync(data)) {
  const missing =
    programs === undefined
      ? "PostgreSQL is not installed"
      : "the invented register is not beside the repository";
  process.stdout.write(
    `Skipped: ${missing}.\n${JSON.stringify({ bench: "recursive-query", figures: [] })}\n`,
  );
} else {
  const server = await startPrivatePostgres(programs);
  const database = await openDatabase({ url: `${server.url}?options=${encodeURIComponent(SETTINGS)}` });
  try {
    process.stdout.write(
      `${JSON.stringify({ bench: "recursive-query", figures: await compare(database) })}\n`,
    );
  } finally {
    await database.close();
    await server.stop();
  }
}
