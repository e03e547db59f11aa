import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { type Account, type Opportunity, type RecordId, toRecordId, valueOf } from "@sweetspot/contract";
import { exportWorld, importFiles } from "@sweetspot/crm-import/testing";
import { createSqlCrm, createSqlRelations, openDatabase, type SqlCrm } from "@sweetspot/crm-sql";
import { demoWorld } from "@sweetspot/fixtures";
import { afterEach, describe, expect, it } from "vitest";
import { seedOnce } from "../data-folder/seed.ts";

// The importer and the store it really writes to, without HTTP between them.
let crm: SqlCrm;
const open = async (): Promise<SqlCrm> => {
  const database = await openDatabase();
  crm = createSqlCrm(database);
  await seedOnce(crm, createSqlRelations(database), true);
  return crm;
};
const read = async () => (await crm.as(toRecordId("administrator"))).reader;
afterEach(() => crm.close());

describe("a world that was exported and imported", () => {
  it("is read by an administrator as it was, account by account", { timeout: 120_000 }, async () => {
    const world = demoWorld();
    const { report } = await importFiles(
      exportWorld(world, "salesforce-data-loader"),
      (await open()).importSink(),
    );
    expect(report.problems).toEqual([]);
    const reader = await read();
    for (const account of world.accounts) {
      const { account: found } = await reader.openAccount(account.id);
      expect(comparable(found)).toEqual(comparable(account));
      const own = world.contacts.filter((contact) => valueOf(contact.account) === account.id);
      const contacts = await reader.listContacts(account.id, { limit: 2000 });
      expect(byId(contacts.items)).toEqual(byId(own));
      const family = new Set(
        (await reader.listFamily(account.id, { limit: 2000 })).items.map(({ id }) => id),
      );
      const { items } = await reader.listOpportunities(account.id, { limit: 2000 });
      const expected = world.opportunities.filter((deal) => family.has(valueOf(deal.account) as RecordId));
      expect(byId(items.map(dealOf))).toEqual(byId(expected.map(dealOf)));
    }
  });
});

const byId = <T extends { readonly id: string }>(records: readonly T[]): readonly T[] =>
  records.toSorted((one, other) => (one.id < other.id ? -1 : 1));

/** An attribute that is empty is not told from one that is absent. */
const comparable = ({ attributes, ...account }: Account) => ({
  ...account,
  attributes: Object.fromEntries(Object.entries(attributes).filter(([, value]) => value.state === "known")),
});

const dealOf = ({ id, name, account, status, stage, amount, closeDate, lineItems }: Opportunity) => ({
  id,
  name,
  account,
  status,
  stage,
  amount,
  closeDate,
  lines: (valueOf(lineItems) ?? [])
    .map((line) => [line.id, valueOf(line.product), line.productName, valueOf(line.amount)])
    .toSorted(),
});

// A real sample that lies beside the repository and is never part of it.
const sample = path.resolve(import.meta.dirname, "../../../../../shared/data/graph/crm-opportunities");

describe.skipIf(!existsSync(sample))("a seller's real export in the store", () => {
  it(
    "has its hierarchy, its deals and one line item for each deal that names a product",
    { timeout: 120_000 },
    async () => {
      const names = ["sales_pipeline", "accounts", "products", "sales_teams"];
      const files = await Promise.all(
        names.map(async (name) => ({
          name: `${name}.csv.gz`,
          content: await readFile(path.join(sample, `${name}.csv.gz`)),
        })),
      );
      const { report } = await importFiles(files, (await open()).importSink(), {
        options: { currency: "USD" },
      });
      expect(report.counts.opportunities?.created).toBe(8800);
      const reader = await read();
      const { items } = await reader.listAccounts({ search: "acme" });
      const { family } = await reader.openAccount(items[0]!.id);
      expect(family.items.map(({ name }) => name).toSorted()).toEqual([
        "Acme Corporation",
        "Bluth Company",
        "Codehow",
        "Donquadtech",
        "Iselectrics",
      ]);
      const deals = await reader.listOpportunities(items[0]!.id, { limit: 2000 });
      expect(deals.items.length).toBeGreaterThan(200);
      for (const { lineItems } of deals.items)
        expect(valueOf(lineItems)?.map(({ origin }) => origin)).toEqual(["opportunity"]);
      const again = await importFiles(files, crm.importSink(), { options: { currency: "USD" } });
      expect(again.report.counts.opportunities).toEqual({ created: 0, updated: 0, unchanged: 8800 });
    },
  );
});
