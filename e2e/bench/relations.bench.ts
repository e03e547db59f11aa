// `paths.answer` over HTTP: 100,000 invented people in a gateway's database, five explained ways for each of 100 targets,
// asked one after the other, each followed by the same question to a book in this process. It is the processor's time of
// client and server together, so that whatever else runs on the machine does not count; the clock's time stands beside it.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { createHttpCrm } from "@sweetspot/crm-http";
import { type PathsAnswer, toRecordId } from "@sweetspot/contract";
import { readConfig, startGateway } from "@sweetspot/gateway";
import { createRelationBook, type RelationBook, tiesOfCrm } from "@sweetspot/relation-book";
import {
  ACCOUNT,
  fill,
  GRAPH,
  hasGraph,
  readWorld,
  SOURCE,
  TEAM,
  type World,
} from "./relations/large-register.ts";

const TARGETS = 100;
const ROUNDS = 3;

function bookOf({ crm, ...records }: World): RelationBook {
  const today = new Date().toISOString().slice(0, 10);
  const sources = [{ name: SOURCE, purpose: "Benchmark", importedAt: "2026-11-01T00:00:00.000Z" }];
  return createRelationBook({ ...records, sources, crm: tiesOfCrm({ ...crm, today }), today });
}

interface Cost {
  readonly cpu: number;
  readonly clock: number;
}

async function costOf(work: () => unknown): Promise<Cost> {
  const [usage, start] = [process.cpuUsage(), performance.now()];
  await work();
  const { user, system } = process.cpuUsage(usage);
  return { cpu: (user + system) / 1000, clock: performance.now() - start };
}

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((one, other) => one - other)[
    Math.min(values.length - 1, Math.floor(share * values.length))
  ] ?? Number.NaN;
/** Of ways that are equally strong either may be told: which one depends on the order of the records. */
const strengths = ({ paths }: PathsAnswer): string =>
  JSON.stringify(paths.map(({ people, strength }) => [people.length, strength.toFixed(9)]));

async function measure(folder: string) {
  const world = readWorld();
  await fill(folder, world);
  const config = readConfig(
    { PORT: "0", SWEETSPOT_DATA: folder, SWEETSPOT_USER_REQUESTS: "0", SWEETSPOT_TENANT_REQUESTS: "0" },
    [],
    folder,
  );
  const none = () => {};
  const gateway = await startGateway({
    config,
    version: "bench",
    folders: { workbench: folder, frame: folder, catalogue: folder },
    log: { debug: none, info: none, warn: none, error: none },
  });
  try {
    // Whole seconds without a turn of the event loop: a connection that is open meanwhile would be closed.
    const book = bookOf(world);
    book.findPaths({ to: { person: toRecordId(`${SOURCE}/p500`) } }, { me: toRecordId("p0") });
    const session = await fetch(`${gateway.url}/api/session`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ member: "p0" }),
    });
    const { token } = (await session.json()) as { readonly token: string };
    const { relations } = createHttpCrm({ baseUrl: gateway.url, token: () => token });
    const people = world.people.slice(TEAM);
    const step = Math.floor(people.length / TARGETS);
    const targets = Array.from({ length: TARGETS }, (_, place) =>
      toRecordId(`${SOURCE}/${people[place * step]?.key ?? ""}`),
    );
    const overHttp = (person: (typeof targets)[number]) =>
      relations.findPaths({ account: ACCOUNT, to: { person } });
    const inProcess = (person: (typeof targets)[number]) =>
      book.findPaths({ to: { person } }, { me: toRecordId("p0") });
    const opening = await costOf(() => overHttp(targets[0]!));
    let found = 0;
    for (const target of targets) {
      const [one, other] = [await overHttp(target), inProcess(target)];
      if (strengths(one) !== strengths(other))
        throw new Error(
          `The answers for ${target} differ, ${strengths(one)} and ${strengths(other)}: nothing is measured.`,
        );
      if (one.paths.length > 0) found += 1;
    }
    const [http, direct]: [Cost[], Cost[]] = [[], []];
    for (let round = 0; round < ROUNDS; round++)
      for (const target of targets) {
        http.push(await costOf(() => overHttp(target)));
        direct.push(await costOf(() => JSON.stringify(inProcess(target))));
      }
    const cpu = (costs: readonly Cost[], share: number) =>
      quantile(
        costs.map((cost) => cost.cpu),
        share,
      );
    const clock = (costs: readonly Cost[], share: number) =>
      quantile(
        costs.map((cost) => cost.clock),
        share,
      );
    return [
      { name: "targets with a way, equal to the book's own", value: found, unit: `of ${TARGETS}` },
      { name: "first answer (database read, book made), CPU", value: opening.cpu, unit: "ms" },
      { name: "paths.answer over HTTP: p50, CPU", value: cpu(http, 0.5), unit: "ms", aim: "<= 15" },
      { name: "paths.answer over HTTP: p95, CPU", value: cpu(http, 0.95), unit: "ms", aim: "<= 40" },
      { name: "paths.answer over HTTP: p50, clock", value: clock(http, 0.5), unit: "ms" },
      { name: "paths.answer over HTTP: p95, clock", value: clock(http, 0.95), unit: "ms" },
      { name: "in process: p50, CPU", value: cpu(direct, 0.5), unit: "ms" },
      { name: "in process: p95, CPU", value: cpu(direct, 0.95), unit: "ms" },
      { name: "HTTP to in process: p50, CPU", value: cpu(http, 0.5) / cpu(direct, 0.5), unit: "ratio" },
    ];
  } finally {
    await gateway.close();
  }
}

const folder = await mkdtemp(path.join(tmpdir(), "sweetspot-bench-"));
try {
  const figures = hasGraph() ? await measure(folder) : [];
  if (figures.length === 0) console.log(`The invented graph is not at ${GRAPH}: nothing is measured.`);
  console.log(JSON.stringify({ bench: "relations over HTTP", figures }));
} finally {
  await rm(folder, { recursive: true, force: true });
}
process.exit(0);
