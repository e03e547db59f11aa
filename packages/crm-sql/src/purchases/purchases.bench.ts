import { type RecordId, toRecordId } from "@sweetspot/contract";
import {
  createInsightBook,
  createInsightMatrix,
  type InsightBook,
  type InsightLibrary,
  readInsightLibrary,
  toInsightPeriods,
} from "@sweetspot/customer-insights";
import { sql } from "kysely";
import { type Database, openDatabase } from "../database.ts";
import { findPostgres, startPrivatePostgres } from "../private-postgres.ts";
import { createCrmPurchases } from "./crm-purchases.ts";

// What a gateway does for lookalikes at the size of a large company: reading all purchases part by part, the book in
// memory, an answer. Reading holds a part at a time: its memory has to be the same for a tenth of the accounts.
//   node --expose-gc packages/crm-sql/src/purchases/purchases.bench.ts [accounts]
const ACCOUNTS = Number(process.argv[2] ?? 100_000);
const PRODUCTS = 300;
const TODAY = "2026-11-22";
const MEGABYTE = 1_048_576;

/** One account of five belongs to another; two deals an account, one of six lost; three lines a deal. */
async function writeCompany(database: Database, tenant: string, accounts: number): Promise<void> {
  const run = (statement: ReturnType<typeof sql>) => database.query(statement);
  await run(sql`insert into stored_account (tenant, id, name, search_name, name_key, parent, industry, country, employees, attributes)
    select ${tenant}, 'a' || n, 'Account ' || n, 'account ' || n, 'account ' || n,
      case when n % 5 = 4 then 'a' || (n - 4) end, 'Industry ' || (n % 40), 'Country ' || (n % 17), n % 6000, '{}'
    from generate_series(0, ${accounts - 1}::int) as n`);
  await run(sql`insert into stored_opportunity (tenant, id, name, search_name, name_key, account, status, amount,
      amount_currency, close_date, attributes)
    select ${tenant}, 'o' || n, 'Deal ' || n, 'deal ' || n, 'deal ' || n, 'a' || (n % ${accounts}::int),
      case when n % 6 = 0 then 'lost' else 'won' end, 1000 + n % 977, 'EUR', date '2026-11-01' - (n * 7 % 1300), '{}'
    from generate_series(0, ${accounts * 2 - 1}::int) as n`);
  // Neighbouring industries buy neighbouring products.
  await run(sql`insert into stored_line_item (tenant, id, opportunity, position, product, product_name, amount, amount_currency)
    select ${tenant}, 'l' || n, 'o' || (n / 3), n % 3, 'p' || product, 'Product ' || product, 100 + n % 397, 'EUR'
    from (select n, (((n / 3) % ${accounts}::int) % 40 * 7 + n * 31 % 23 + n % 3) % ${PRODUCTS}::int as product
      from generate_series(0, ${accounts * 6 - 1}::int) as n) as line`);
  await run(sql`analyze`);
}

const LIBRARY: InsightLibrary = {
  ...readInsightLibrary([]),
  offerings: Array.from({ length: PRODUCTS }, (_, place) => ({
    id: toRecordId(`off-${place}`),
    name: `Offering ${place}`,
    products: [`p${place}`],
    terms: [],
    retired: false,
  })),
};

function liveBytes(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

const countedOf = (database: Database, tenant: string) =>
  createCrmPurchases(database, tenant, [], "admin").counted(true);

/** Live memory above the start while parts are read and let go, at its most. */
async function readAndForget(database: Database, tenant: string): Promise<number> {
  const counted = countedOf(database, tenant);
  const periods = toInsightPeriods(await counted.newestClosing(), TODAY, LIBRARY.rules);
  const before = liveBytes();
  let most = 0;
  for await (const _ of counted.read(LIBRARY, periods)) most = Math.max(most, liveBytes() - before);
  return most;
}

async function readBook(database: Database, tenant: string): Promise<InsightBook> {
  const counted = countedOf(database, tenant);
  const periods = toInsightPeriods(await counted.newestClosing(), TODAY, LIBRARY.rules);
  const builder = createInsightMatrix(LIBRARY.offerings.length, LIBRARY.rules);
  for await (const part of counted.read(LIBRARY, periods)) builder.add(part);
  const asOf = `${TODAY}T00:00:00.000Z`;
  return createInsightBook({
    matrix: builder.finish(),
    offerings: LIBRARY.offerings,
    asOf,
    now: periods.now,
  });
}

function answerTimes(book: InsightBook): readonly number[] {
  const wish = { customers: 20, count: 10, model: "neighbours" } as const;
  const { customers, purchases } = book.matrix;
  const buying = customers.filter(
    (_, row) => (purchases.offsets[row + 1] ?? 0) - (purchases.offsets[row] ?? 0) > 1,
  );
  const asked = Array.from({ length: 220 }, (_, place) => buying[(place * 83) % buying.length] as RecordId);
  const times = asked.map((customer) => {
    const start = performance.now();
    // Where the most similar have the very same, nothing is suggested: that is an answer too.
    if (book.find(customer, wish, undefined).similar.length === 0)
      throw new Error(`Nobody is like ${customer}.`);
    return performance.now() - start;
  });
  // The first ones find the code cold.
  return times.slice(20).toSorted((one, other) => one - other);
}

const round = (value: number): number => Math.round(value * 100) / 100;

const programs = await findPostgres();
const server = programs === undefined ? undefined : await startPrivatePostgres(programs);
const database = await openDatabase(server ? { url: server.url } : {});
try {
  await writeCompany(database, "small", ACCOUNTS / 10);
  await writeCompany(database, "large", ACCOUNTS);
  const [small, large] = [await readAndForget(database, "small"), await readAndForget(database, "large")];
  const before = liveBytes();
  const start = performance.now();
  const book = await readBook(database, "large");
  const seconds = (performance.now() - start) / 1000;
  const held = (liveBytes() - before) / MEGABYTE;
  const times = answerTimes(book);
  console.log(
    `${book.matrix.customers.length} customers, ${book.matrix.purchases.offerings.length} purchases, ${database.kind}`,
  );
  console.log(
    JSON.stringify({
      bench: "ws.purchases",
      figures: [
        { name: "reading, live memory at most", value: round(large / 1024), unit: "KB", aim: "<= 20480" },
        {
          name: "reading, memory against a tenth of the accounts",
          value: round(large / small),
          unit: "ratio",
          aim: "<= 1.3",
        },
        { name: "reading", value: round(seconds * 1000), unit: "ms", aim: "<= 30000" },
        { name: "book in memory", value: round(held * 1024), unit: "KB", aim: "<= 102400" },
        {
          name: "answer, p95",
          value: round(times[Math.floor(times.length * 0.95)] ?? Number.NaN),
          unit: "ms",
          aim: "<= 50",
        },
      ],
    }),
  );
} finally {
  await database.close();
  await server?.stop();
}
