// A large company: 100,000 accounts, 300,000 contacts, 200,000 opportunities, 600,000 line items, one customer with 5,000
// accounts below it. Written as a Salesforce export, imported, then asked over HTTP as the workbench asks: search as you type,
// opening a record, the portfolio. On both engines; the clock's time, so run it on a quiet machine.
//   node e2e/bench/scale.bench.ts [share of the full size] [engine]
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import {
  accountScope,
  EMPTY,
  LIBRARY,
  type PortfolioPage,
  type PortfolioQuery,
  toRecordId,
} from "@sweetspot/contract";
import { createHttpCrm } from "@sweetspot/crm-http";
import { createFileSource, DEFAULT_IMPORT_OPTIONS, runImport, surveyFile } from "@sweetspot/crm-import";
import {
  LARGE_WORLD,
  largeAccountId,
  largeAccountName,
  largeProductName,
  type LargeWorldSize,
  writeLargeWorld,
} from "@sweetspot/crm-import/testing";
import { createSqlCrm, openDatabase } from "@sweetspot/crm-sql";
import { findPostgres, startPrivatePostgres } from "@sweetspot/crm-sql/testing";
import { readConfig, startGateway } from "@sweetspot/gateway";

const SHARE = Number(process.argv[2] ?? 1) || 1;
const ENGINE = process.argv[3];
const SIZE = Object.fromEntries(
  Object.entries(LARGE_WORLD).map(([name, count]) => [name, Math.max(20, Math.round(count * SHARE))]),
) as unknown as LargeWorldSize;
const SHAPE = "salesforce-data-loader";
const ADMIN = toRecordId("administrator");
const OFFERINGS = 40;
const PLANS = Math.min(500, SIZE.accounts);
const ROUNDS = 60;

const figures: { name: string; value: number; unit: string; aim?: string }[] = [];
const note = (name: string, value: number, unit: string, aim?: string): void => {
  figures.push({ name, value: Math.round(value * 10) / 10, unit, ...(aim === undefined ? {} : { aim }) });
  console.log(`  ${name}: ${value.toFixed(1)} ${unit}`);
};
const megabytes = (): number => process.memoryUsage().rss / 1e6;
const clock = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};
const p95 = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length * 0.95)] ?? Number.NaN;
const times = async (count: number, work: (at: number) => Promise<unknown>): Promise<number[]> => {
  const all: number[] = [];
  for (let at = 0; at < count; at++) all.push(await clock(() => work(at)));
  return all;
};

interface Place {
  readonly engine: string;
  readonly url: string | undefined;
  readonly folder: string;
}

async function fill({ engine, url, folder }: Place, files: readonly string[]): Promise<void> {
  const database = await openDatabase({ url, folder: path.join(folder, "database") });
  const crm = createSqlCrm(database);
  await crm.writeWorld({
    teamMembers: [{ id: ADMIN, name: "Administrator", email: EMPTY, role: "admin", active: true }],
    accounts: [],
    contacts: [],
    opportunities: [],
    assets: [],
    products: [],
    involvements: [],
    access: [],
  });
  globalThis.gc?.();
  const before = megabytes();
  let peak = before;
  const watch = setInterval(() => (peak = Math.max(peak, megabytes())), 50);
  const rows = SIZE.accounts + SIZE.contacts + SIZE.opportunities + SIZE.lineItems;
  const milliseconds = await clock(async () => {
    const surveyed = [];
    for (const file of files) {
      const source = await createFileSource(file);
      surveyed.push({ source, file: await surveyFile(source) });
    }
    const sink = crm.importSink();
    const report = await runImport({ files: surveyed, sink, options: DEFAULT_IMPORT_OPTIONS, aliases: [] });
    if (report.counts.lineItems?.created !== SIZE.lineItems)
      throw new Error(`The import went wrong: ${JSON.stringify(report.counts)}`);
  });
  clearInterval(watch);
  note(`${engine}: import of ${rows} rows`, milliseconds / 1000, "s");
  note(`${engine}: import`, (rows / milliseconds) * 1000, "rows/s");
  note(`${engine}: memory above the start while importing`, peak - before, "MB", "<= 500");
  const { store } = await crm.as(ADMIN);
  await store.commit({
    scope: LIBRARY,
    key: "scale-library",
    puts: Array.from({ length: OFFERINGS }, (_, at) => ({
      id: toRecordId(`offering-${at}`),
      type: "offering",
      base: 0,
      fields: { name: largeProductName(at), order: at },
    })),
    removes: [],
  });
  for (let at = 0; at < PLANS; at++)
    await store.commit({
      scope: accountScope(toRecordId(largeAccountId(SHAPE, at))),
      key: `scale-plan-${at}`,
      puts: [
        { id: toRecordId("per"), type: "perspective", base: 0, fields: { name: "Regions" } },
        { id: toRecordId("area"), type: "area", base: 0, fields: { name: "North", perspective: "per" } },
        {
          id: toRecordId("cell:area:offering-1"),
          type: "cell",
          base: 0,
          fields: {
            area: "area",
            offering: "offering-1",
            potential: { amount: 1000 + at, currency: "EUR" },
            nextStep: "Call",
            nextStepDue: "2026-12-01",
          },
        },
      ],
      removes: [],
    });
  await crm.close();
}

async function ask({ engine, url, folder }: Place): Promise<void> {
  const none = () => {};
  const gateway = await startGateway({
    config: readConfig(
      {
        PORT: "0",
        SWEETSPOT_DATA: folder,
        SWEETSPOT_USER_REQUESTS: "0",
        SWEETSPOT_TENANT_REQUESTS: "0",
        ...(url === undefined ? {} : { DATABASE_URL: url }),
      },
      ["--empty"],
      folder,
    ),
    version: "bench",
    folders: { workbench: folder, frame: folder, catalogue: folder },
    log: { debug: none, info: none, warn: none, error: none },
  });
  try {
    const send = async <Answer>(at: string, body: unknown, token = ""): Promise<Answer> => {
      const response = await fetch(`${gateway.url}${at}`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
        body: JSON.stringify(body),
      });
      if (!response.ok) throw new Error(`${at}: ${response.status} ${await response.text()}`);
      return (await response.json()) as Answer;
    };
    const { token } = await send<{ readonly token: string }>("/api/session", { member: ADMIN });
    const { reader, store } = createHttpCrm({ baseUrl: gateway.url, token: () => token });
    const portfolio = (query: PortfolioQuery) =>
      send<PortfolioPage>("/api/portfolio/accounts", { query }, token);
    const at = (place: number): number => (place * 7919) % SIZE.accounts;
    // What somebody types on the way to a name: "ald", "alderma", "aldermarkt 79".
    const typed = (place: number): string => largeAccountName(at(place)).slice(0, 3 + (place % 4) * 4);

    const first = await clock(() => portfolio({}));
    const built = await clock(async () => {
      while ((await portfolio({})).freshness.building) await new Promise((wake) => setTimeout(wake, 250));
    });
    note(`${engine}: portfolio's first answer, figures still missing`, first, "ms");
    note(`${engine}: figures of all accounts computed in`, built / 1000, "s");
    const found = (await reader.listAccounts({ search: largeAccountName(at(1)) })).items.length;
    if (found === 0) throw new Error("The search finds nothing: nothing is measured.");
    await times(5, (place) => reader.listAccounts({ search: typed(place) }));
    note(
      `${engine}: search as you type, p95`,
      p95(await times(ROUNDS, (place) => reader.listAccounts({ search: typed(place) }))),
      "ms",
      "<= 50",
    );
    note(
      `${engine}: portfolio, search as you type, p95`,
      p95(await times(ROUNDS, (place) => portfolio({ search: typed(place) }))),
      "ms",
      "<= 50",
    );
    for (const sort of ["name", "gaps", "potential", "next-step"] as const)
      note(`${engine}: portfolio by ${sort}, p95`, p95(await times(12, () => portfolio({ sort }))), "ms");
    note(
      `${engine}: portfolio by industry and gaps, p95`,
      p95(await times(8, () => portfolio({ group: "industry", sort: "gaps" }))),
      "ms",
    );
    note(
      `${engine}: sums of the portfolio, p95`,
      p95(await times(8, () => send("/api/portfolio/summary", { query: {} }, token))),
      "ms",
    );
    const open = async (id: string): Promise<void> => {
      const account = toRecordId(id);
      await Promise.all([reader.openAccount(account), store.load([accountScope(account), LIBRARY])]);
    };
    note(
      `${engine}: opening a record (2 calls), p95`,
      p95(await times(ROUNDS, (place) => open(largeAccountId(SHAPE, 1 + at(place))))),
      "ms",
    );
    note(
      `${engine}: opening the customer with ${SIZE.children} accounts below (2 calls), p95`,
      p95(await times(8, () => open(largeAccountId(SHAPE, 0)))),
      "ms",
    );
    note(
      `${engine}: its whole family`,
      await clock(async () => {
        let cursor: string | undefined;
        let count = 0;
        do {
          const page = await reader.listFamily(toRecordId(largeAccountId(SHAPE, 0)), {
            limit: 2000,
            ...(cursor === undefined ? {} : { cursor }),
          });
          count += page.items.length;
          cursor = page.next;
        } while (cursor !== undefined);
        if (count !== SIZE.children + 1) throw new Error(`The family has ${count} accounts.`);
      }),
      "ms",
    );
    globalThis.gc?.();
    note(`${engine}: memory of the gateway`, megabytes(), "MB");
  } finally {
    await gateway.close();
  }
}

const root = await mkdtemp(path.join(tmpdir(), "sweetspot-scale-"));
const programs = await findPostgres();
try {
  const exported = path.join(root, "export");
  await mkdir(exported);
  let files: readonly string[] = [];
  note(
    "writing the export",
    (await clock(async () => (files = await writeLargeWorld(exported, SHAPE, SIZE)))) / 1000,
    "s",
  );
  for (const engine of ["PostgreSQL", "PGlite"]) {
    if (ENGINE !== undefined && ENGINE !== engine) continue;
    if (engine === "PostgreSQL" && programs === undefined) continue;
    const server = engine === "PostgreSQL" ? await startPrivatePostgres(programs ?? "") : undefined;
    const place = { engine, url: server?.url, folder: path.join(root, engine) };
    await mkdir(path.join(place.folder, "database"), { recursive: true });
    try {
      await fill(place, files);
      await ask(place);
    } finally {
      await server?.stop();
    }
  }
} finally {
  await rm(root, { recursive: true, force: true });
}
console.log(JSON.stringify({ bench: "scale", figures }));
process.exit(0);
