import { type PathsAnswer, type RelationReader, toRecordId } from "@sweetspot/contract";
import { createSqlRelations, type Database, openDatabase } from "@sweetspot/crm-sql";
import { CONFORMANCE_RELATIONS as WHO, conformanceWorld } from "@sweetspot/fixtures";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTellings, visitForeign } from "../relations/foreign-visit.ts";
import { createRelationBooks } from "../relations/relation-books.ts";
import { seedRelations } from "../relations/seed-relations.ts";
import { ADMIN, errorOf, NORDWIND, openHubspotApp, REP } from "./hubspot-app.fixture.ts";

let app: Awaited<ReturnType<typeof openHubspotApp>>;
let database: Database;
const books = createRelationBooks();
const tellings = createTellings();

beforeAll(async () => {
  database = await openDatabase();
  const storedOf = (tenant: string) => createSqlRelations(database, { tenant });
  app = await openHubspotApp({
    database,
    room: {
      turnMs: 3_600_000,
      visitRelations: (tenant, visit): RelationReader =>
        visitForeign(books, { tenant, stored: storedOf(tenant) }, visit, tellings),
    },
  });
  const { relations } = conformanceWorld();
  // The portal names its people by ids of its own.
  if (relations) await seedRelations(storedOf("hubspot:1"), { ...relations, decisions: [], wishes: [] });
  for (const portal of [1, 2]) for (const member of [ADMIN, REP]) await app.connect(member, portal);
}, 120_000);
afterAll(async () => {
  await app.close();
  await database.close();
});

const valueOf = async <T>(answer: Response): Promise<T> => ((await answer.json()) as { value: T }).value;
const query = { account: NORDWIND, to: { person: WHO.near } };

describe("relations in HubSpot", { timeout: 120_000 }, () => {
  it("are those of the user's portal, with what its CRM tells of the account he is on", async () => {
    const token = await app.openSession();
    const targets = await valueOf<{ items: { name: string; contact?: string }[]; gaps: string[] }>(
      await app.callPort(token, "relations/listTargets", [NORDWIND, {}]),
    );
    const names = targets.items.map(({ name }) => name);
    expect(names).toContain("Åsa Holm");
    expect(names).not.toContain("Gesa Ghost");
    const known = await valueOf<PathsAnswer>(await app.callPort(token, "relations/findPaths", [query, {}]));
    expect(known.target).toBeDefined();
    const other = await app.openSession({}, { portalId: 2 });
    const unknown = await valueOf<PathsAnswer>(await app.callPort(other, "relations/findPaths", [query, {}]));
    expect([unknown.target, unknown.advice?.reason]).toEqual([undefined, "unknown-target"]);
  });

  it("are asked about the session's one account alone", async () => {
    const token = await app.openSession();
    const elsewhere = toRecordId("acc-elan");
    const answer = await app.callPort(token, "relations/findPaths", [{ ...query, account: elsewhere }, {}]);
    expect([answer.status, await errorOf(answer)]).toEqual([404, "not-found"]);
  });

  it("keep what a user allows others, in his own portal alone", async () => {
    const token = await app.openSession();
    expect((await app.callPort(token, "relations/saveMyWish", ["ask-first", {}])).status).toBe(200);
    expect(await valueOf(await app.callPort(token, "relations/readMyWish", [{}]))).toBe("ask-first");
    const other = await app.openSession({}, { portalId: 2 });
    expect(await valueOf(await app.callPort(other, "relations/readMyWish", [{}]))).toBe("shared");
  });
});

describe("what similar customers buy, in HubSpot", { timeout: 120_000 }, () => {
  it("is not to be had: a portal's customers are not kept here, and its users are told so", async () => {
    const token = await app.openSession();
    const answer = await app.callPort(token, "insights/findLookalikes", [{ account: NORDWIND }, {}]);
    expect([answer.status, await errorOf(answer)]).toEqual([404, "not-found"]);
  });
});
