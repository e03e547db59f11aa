import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { accountScope, LIBRARY, type RecordId, toRecordId } from "@sweetspot/contract";
import { CONFORMANCE_USERS, conformanceWorld } from "@sweetspot/fixtures";
import { sql } from "kysely";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "./database.ts";
import { migrate } from "./migrate.ts";
import { MIGRATIONS } from "./migrations/index.ts";
import { findPostgres, type PrivatePostgres, startPrivatePostgres } from "./private-postgres.ts";
import { collect } from "./relations/relations.testing.ts";
import { createSqlRelations } from "./relations/sql-relations.ts";
import { createSqlCrm, type SqlCrm } from "./sql-crm.ts";

// Each dump was written by the program of its time (migrations/dumps/write-dump.ts).
const fileOf = (version: number): string =>
  path.join(import.meta.dirname, `migrations/dumps/version-${version}.sql`);
const versions = MIGRATIONS.map((_, index) => index + 1).filter((version) => existsSync(fileOf(version)));
const readDump = (version: number): string => readFileSync(fileOf(version), "utf8");
const programs = await findPostgres();
/** The first version whose dump holds relations. */
const RELATIONS_SINCE = 12;
const scope = accountScope(toRecordId("acc-nordwind"));

it("there is old data of every version before this one: write-dump.ts, run before a migration is added", () => {
  expect(versions).toEqual(expect.arrayContaining(MIGRATIONS.slice(1).map((_, index) => index + 1)));
});

// durability.test.ts upgrades an old folder; the same SQL need not start a second slow engine where a quick one is.
describe.skipIf(programs !== undefined)("PGlite", { timeout: 60_000 }, () => {
  it("has everything that a database of the oldest version had", async () => {
    const database = await openDatabase();
    await database.query(sql`drop schema public cascade`);
    await database.query(sql`create schema public`);
    for (const statement of readDump(versions[0] ?? 1).split(/;\n/))
      if (statement.trim() !== "") await database.query(sql.raw(statement));
    await migrate(database);
    await expectAllOfIt(database, versions[0] ?? 1);
    await database.close();
  });
});

describe.skipIf(programs === undefined)("PostgreSQL", { timeout: 60_000 }, () => {
  let server: PrivatePostgres;
  beforeAll(async () => {
    server = await startPrivatePostgres(programs ?? "");
  });
  afterAll(() => server.stop());

  async function createFrom(name: string, dump: string): Promise<string> {
    const url = new URL(server.url);
    await ask(url.href, `create database ${name}`);
    url.pathname = name;
    if (dump !== "") await ask(url.href, dump);
    return url.href;
  }

  it.each(versions)(
    "has everything that a database of version %i had, whoever of three gateways upgrades it",
    async (version) => {
      const url = await createFrom(`version_${version}`, readDump(version));
      const [one, ...others] = await openThree(url);
      for (const other of others) await other.close();
      if (one) await expectAllOfIt(one, version);
      await one?.close();
    },
  );

  it("is set up once when three gateways start on an empty one at once", async () => {
    const url = await createFrom("empty", "");
    const gateways = await openThree(url);
    const [version] = (await gateways[0]?.query(sql`select version from sweetspot_version`)) ?? [];
    expect(version).toEqual({ version: MIGRATIONS.length });
    for (const gateway of gateways) await gateway.close();
  });

  it("keeps what it had when a migration breaks off, and takes it the next time", async () => {
    const url = await createFrom("broken_off", readDump(versions[0] ?? 1));
    const broken = { name: "broken", statements: ["create table half (id text)", "select 1 / 0"] };
    const database = await openDatabase({ url });
    await expect(migrate(database, [...MIGRATIONS, broken])).rejects.toMatchObject({ code: "unavailable" });
    expect(await database.query(sql`select to_regclass('half') as half`)).toEqual([{ half: null }]);
    await expectAllOfIt(database, versions[0] ?? 1);
    await database.close();
  });
});

const openThree = (url: string): Promise<readonly Database[]> =>
  Promise.all(Array.from({ length: 3 }, () => openDatabase({ url, connections: 2 })));

async function ask(url: string, statements: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(statements);
  await client.end();
}

/** The CRM reads like one written today; plans have their history; what was begun can be gone on with. */
async function expectAllOfIt(database: Database, version: number): Promise<void> {
  const old = createSqlCrm(database);
  const fresh = createSqlCrm(database, { tenant: "fresh" });
  await fresh.writeWorld(conformanceWorld());
  expect(await readAll(old)).toEqual(await readAll(fresh));
  expect(await old.settings.read("first-start")).toEqual({ world: "demo" });

  const { store } = await old.as(CONFORMANCE_USERS.rep);
  const [plan, library] = await store.load([scope, LIBRARY]);
  expect(plan).toMatchObject({ version: 4, records: [{ id: "gap-1", revision: 2 }, { id: "offer-2" }] });
  expect(library?.records.map(({ fields }) => fields["name"])).toEqual(["Turbines"]);
  const history = (await store.changes(scope, { since: 0 })).items;
  expect(history.map(({ version, record, by }) => [version, record, by])).toEqual([
    [1, "gap-1", CONFORMANCE_USERS.rep],
    [1, "offer-2", CONFORMANCE_USERS.rep],
    [2, "gap-1", CONFORMANCE_USERS.rep],
    [3, "gap-2", CONFORMANCE_USERS.admin],
    [4, "gap-2", CONFORMANCE_USERS.admin],
  ]);
  const before = await store.asOf(scope, history[0]?.at ?? "");
  expect(before.records[0]?.fields).toMatchObject({ question: "Who decides?" });

  const put = { id: toRecordId("gap-1"), type: "knowledge-gap" };
  const again = { ...put, base: 1, fields: { question: "Who decides, and when?" } };
  const retried = await store.commit({ scope, key: "dump-plan-2", puts: [again], removes: [] });
  expect(retried.version).toBe(2);
  const next = { ...put, base: 2, fields: { question: "And why?" } };
  const key = `next-${database.kind}`;
  expect((await store.commit({ scope, key, puts: [next], removes: [] })).version).toBe(5);

  const writer = await old.importSink().begin();
  expect(await writer.finish()).toEqual({});
  if (version >= RELATIONS_SINCE) await expectRelations(database);
}

async function expectRelations(database: Database): Promise<void> {
  const relations = createSqlRelations(database);
  const { sources, people, ties } = await collect(relations);
  expect(sources).toMatchObject([{ name: "Register", retentionMonths: 24 }]);
  expect(people.map(({ name }) => name)).toEqual(["Anna Berg", "Bo Dahl"]);
  expect(ties.map(({ key }) => key)).toEqual(["t-p0", "t-p1"]);
  expect((await relations.decisions()).items).toMatchObject([{ same: false }]);
  expect(await relations.readWish(CONFORMANCE_USERS.rep)).toBe("ask-first");
  const writer = await relations.sink().begin({ name: "Register", purpose: "Introductions" });
  expect(await writer.putPeople([{ key: "p2", name: "Cato Elle" }])).toMatchObject([
    { fault: "erased-person" },
  ]);
  expect((await writer.finish()).people.created).toBe(0);
}

async function readAll(crm: SqlCrm): Promise<object> {
  const { reader } = await crm.as(CONFORMANCE_USERS.admin);
  const accounts = (await reader.listAccounts({})).items;
  const of = async (account: RecordId): Promise<object> => ({
    opened: await reader.openAccount(account),
    contacts: (await reader.listContacts(account)).items,
    deals: (await reader.listOpportunities(account)).items,
    assets: (await reader.listAssets?.(account))?.items,
  });
  return {
    accounts,
    each: await Promise.all(accounts.map(({ id }) => of(id))),
    products: (await reader.listProducts()).items,
    members: await crm.members(),
  };
}
