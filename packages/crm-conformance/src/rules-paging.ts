import {
  CrmError,
  type CrmReader,
  type Page,
  type PageOptions,
  type RecordId,
  toRecordId,
} from "@sweetspot/contract";
import { buildContact, buildOpportunity, conformanceWorld, type CrmWorld } from "@sweetspot/fixtures";
import { describe, expect, it } from "vitest";
import type { AdapterHarness } from "./harness.ts";
import { ABSENT } from "./port-calls.ts";
import { errorOf, errorsOf, readAll, startAdapter, type Started } from "./started.ts";

type List = (
  reader: CrmReader,
  options?: PageOptions,
) => Promise<Page<{ readonly id: RecordId }>> | undefined;

const ROOT = toRecordId("acc-nordwind");

/** Every list of the port. */
const LISTS: readonly (readonly [string, List])[] = [
  ["listAccounts", (reader, options) => reader.listAccounts({}, options)],
  ["listAccounts with a search", (reader, options) => reader.listAccounts({ search: "o" }, options)],
  ["listFamily", (reader, options) => reader.listFamily(ROOT, options)],
  ["listContacts", (reader, options) => reader.listContacts(ROOT, options)],
  ["listOpportunities", (reader, options) => reader.listOpportunities(ROOT, options)],
  ["listAssets", (reader, options) => reader.listAssets?.(ROOT, options)],
  ["listInvolvements", (reader, options) => reader.listInvolvements?.(ROOT, options)],
  ["listProducts", (reader, options) => reader.listProducts(options)],
  ["listTeamMembers", (reader, options) => reader.listTeamMembers(options)],
];

export function describePaging(started: () => Started): void {
  const reader = () => started().admin.reader;

  describe("paging", () => {
    it.for(LISTS)(
      "gives every item of %s once and in one order, whatever the page size",
      async ([, list], { skip }) => {
        if (!list(reader())) return skip(ABSENT);
        const whole = await readAll<{ readonly id: RecordId }>((page) => list(reader(), page) ?? nothing);
        expect(new Set(whole.map((item) => item.id)).size).toBe(whole.length);
        for (const limit of [1, 2, 3]) {
          if (whole.length / limit > 60) continue;
          expect(await readAll((page) => list(reader(), page) ?? nothing, limit)).toEqual(whole);
        }
      },
    );

    it.for(LISTS)(
      "keeps the pages of %s within the limit and their total the same",
      async ([, list], { skip }) => {
        let page = await list(reader(), { limit: 2 });
        if (!page) return skip(ABSENT);
        const { total } = page;
        const whole = await readAll<{ readonly id: RecordId }>((next) => list(reader(), next) ?? nothing);
        if (total !== undefined) expect(total).toBe(whole.length);
        for (let count = 0; page && count < 4; count += 1) {
          expect(page.items.length).toBeLessThanOrEqual(2);
          expect(page.total).toBe(total);
          page = page.next === undefined ? undefined : await list(reader(), { limit: 2, cursor: page.next });
        }
      },
    );

    it("goes on with another page size where the cursor stands", async () => {
      const whole = await readAll((page) => reader().listOpportunities(ROOT, page));
      const first = await reader().listOpportunities(ROOT, { limit: 2 });
      const rest = await reader().listOpportunities(ROOT, { limit: 50, cursor: first.next ?? "" });
      expect([...first.items, ...rest.items]).toEqual(whole);
    });

    it("refuses a cursor of another list, another account, another search, and an invented one", async () => {
      const cursor = (await reader().listAccounts({ search: "nord" }, { limit: 1 })).next ?? "";
      expect(cursor).not.toBe("");
      const ofOther = await reader().listOpportunities(ROOT, { limit: 1 });
      const errors = await errorsOf([
        reader().listProducts({ cursor }),
        reader().listFamily(ROOT, { cursor }),
        reader().listAccounts({ search: "o" }, { cursor }),
        reader().listAccounts({}, { cursor }),
        reader().listAccounts({ search: "nord" }, { cursor: "invented" }),
        reader().listAccounts({ search: "nord" }, { cursor: "" }),
        reader().listAccounts({ search: "nord" }, { cursor: `${cursor}0` }),
        reader().listOpportunities(toRecordId("acc-energy"), { cursor: ofOther.next ?? "" }),
      ]);
      for (const [index, error] of errors.entries())
        expect(CrmError.is(error, "malformed"), `cursor ${index}: ${String(error)}`).toBe(true);
    });

    it.each([0, -1, 2001, 1.5])("refuses a limit of %s", async (limit) => {
      expect(CrmError.is(await errorOf(reader().listProducts({ limit })), "malformed")).toBe(true);
    });

    it("takes the greatest limit, 2,000", async () => {
      expect((await reader().listProducts({ limit: 2000 })).items.length).toBeGreaterThan(0);
    });
  });
}

const nothing: Promise<Page<never>> = Promise.resolve({ items: [] });

const MANY = 450;

/** More records than one page holds, all with one name and one date: only the id can keep them in order. */
function crowdedWorld(): CrmWorld {
  const world = conformanceWorld();
  const numbers = Array.from({ length: MANY }, (_, index) => String(index).padStart(3, "0"));
  return {
    ...world,
    contacts: numbers.map((number) => buildContact(`con-${number}`, "Same Name", { account: "acc-quiet" })),
    opportunities: numbers.map((number) =>
      buildOpportunity(`opp-${number}`, "Same Deal", { account: "acc-quiet", closeDate: "2026-01-01" }),
    ),
  };
}

export function describeLongLists(harness: AdapterHarness): void {
  describe("long lists", () => {
    const started = startAdapter(harness, crowdedWorld());
    const account = toRecordId("acc-quiet");

    it("come in pages of at most 200 where no limit is named", async () => {
      const { reader } = started().rep;
      expect((await reader.listContacts(account)).items.length).toBeLessThanOrEqual(200);
      expect((await reader.openAccount(account)).opportunities.items.length).toBeLessThanOrEqual(200);
    });

    it("are complete and in order of ids where names and dates are the same", async () => {
      const { reader } = started().rep;
      const contacts = await readAll((page) => reader.listContacts(account, page));
      const deals = await readAll((page) => reader.listOpportunities(account, page), 70);
      expect(contacts.map((contact) => contact.id)).toEqual(started().world.contacts.map((one) => one.id));
      expect(deals.map((deal) => deal.id)).toEqual(started().world.opportunities.map((one) => one.id));
    });

    it("go on from the first page of an opened account", async () => {
      const { reader } = started().rep;
      const { opportunities: first } = await reader.openAccount(account);
      const whole = await readAll((page) => reader.listOpportunities(account, page));
      const second = await reader.listOpportunities(account, { cursor: first.next ?? "", limit: 2000 });
      expect(second.items[0]).toEqual(whole[first.items.length]);
    });
  });
}
