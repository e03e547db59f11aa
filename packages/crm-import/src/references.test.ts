import { toRecordId } from "@sweetspot/contract";
import { describe, expect, test } from "vitest";
import { toFullId } from "./record-key.ts";
import { editDistance, findNames, rankOf } from "./suggestions.ts";
import { importFiles } from "./testing/import-files.ts";
import { createMemorySink } from "./testing/memory-sink.ts";

const ACCOUNTS = {
  name: "accounts.csv",
  content: "Account Name,Industry\nAcme Corporation,Retail\nBluth Company,Retail\n",
};
const PRODUCTS = {
  name: "products.csv",
  content: "Product Name,Product Code\nGTX Pro,1\nGTX Basic,2\nMG Special,3\n",
};
const deals = (...rows: readonly string[]) => ({
  name: "deals.csv",
  content: ["Deal ID,Deal Name,Deal Stage,Company,Product,Deal owner", ...rows].join("\n"),
});

describe("names nobody has", () => {
  test("are gathered with their rows and with what may have been meant", async () => {
    const sink = createMemorySink();
    const { report } = await importFiles(
      [
        ACCOUNTS,
        PRODUCTS,
        deals(
          "1,A,Won,Acme Corporation,GTXPro,Eve",
          "2,B,Won,Acme Corporatoin,GTXPro,Eve",
          "3,C,Won,,Unheard of,",
        ),
      ],
      sink,
    );
    expect(report.unmatched).toMatchObject([
      {
        kind: "products",
        text: "GTXPro",
        rows: 2,
        line: 2,
        suggestions: [{ id: "name:gtx pro", name: "GTX Pro" }],
      },
      { kind: "accounts", text: "Acme Corporatoin", rows: 1, suggestions: [{ name: "Acme Corporation" }] },
      { kind: "products", text: "Unheard of", rows: 1, suggestions: [] },
    ]);
    expect(report.problems.map(({ code }) => code)).toEqual([
      "unknown-product",
      "unknown-account",
      "unknown-product",
      "unknown-product",
    ]);
    const deal = sink.rows.opportunities.get(toRecordId("1"));
    expect(deal).toMatchObject({ product: null, productName: "GTXPro", account: "name:acme corporation" });
  });

  test("are matched by an alias at the next import, which updates the rows", async () => {
    const sink = createMemorySink();
    const files = [
      ACCOUNTS,
      PRODUCTS,
      deals("1,A,Won,Acme Corporation,GTXPro,Eve", "2,B,Won,Nobody,GTX Basic,Eve"),
    ];
    await importFiles(files, sink);
    const { report } = await importFiles(files, sink, {
      aliases: [
        { kind: "products", text: "gtxpro", target: toRecordId("name:gtx pro") },
        { kind: "accounts", text: "Nobody", target: null },
      ],
    });
    expect(report.unmatched).toEqual([]);
    expect(report.counts.opportunities).toEqual({ created: 0, updated: 1, unchanged: 1 });
    expect(sink.rows.opportunities.get(toRecordId("1"))?.product).toBe("name:gtx pro");
    expect(sink.rows.opportunities.get(toRecordId("2"))?.account).toBeNull();
  });

  test("become records where the user wants that", async () => {
    const sink = createMemorySink();
    const { report } = await importFiles(
      [deals("1,A,Won,New Customer,New Product,Eve", "2,B,Won,new  customer,,Eve")],
      sink,
      {
        options: { create: { accounts: true, products: true, teamMembers: true } },
      },
    );
    expect(report.problems).toEqual([]);
    expect([...sink.rows.accounts.values()]).toMatchObject([
      { id: "name:new customer", name: "New Customer" },
    ]);
    expect(sink.rows.opportunities.get(toRecordId("2"))?.account).toBe("name:new customer");
    expect([...sink.rows.teamMembers.values()]).toMatchObject([{ name: "Eve", role: "rep" }]);
  });

  test("are no mistake where there is no product catalogue at all", async () => {
    const { report } = await importFiles(
      [ACCOUNTS, deals("1,A,Won,Acme Corporation,GTXPro,Eve")],
      createMemorySink(),
    );
    expect(report.problems).toEqual([]);
    expect(report.unmatched).toEqual([]);
  });
});

test("ids are tried before names", async () => {
  const sink = createMemorySink();
  await importFiles(
    [
      {
        name: "Account.csv",
        content: "ID,NAME,PARENTID\n0013000000abcdeAAA,Acme,\n0013000000abcdfAAA,Acme,\n",
      },
      {
        name: "deals.csv",
        content:
          "Opportunity ID,Opportunity Name,Stage,Account ID,Account Name\n1,A,Won,0013000000abcdfAAA,Acme\n",
      },
    ],
    sink,
  );
  expect(sink.rows.opportunities.get(toRecordId("1"))?.account).toBe("0013000000abcdfAAA");
});

test("a Salesforce id of 15 characters means the same record as its 18 characters", () => {
  expect(toFullId("0013000000abcde")).toBe("0013000000abcdeAAA");
  expect(toFullId("001A0000006Vm9r")).toBe("001A0000006Vm9rIAC");
  expect(toFullId("001A0000006Vm9rIAC")).toBe("001A0000006Vm9rIAC");
  expect(toFullId("123456789012345")).toBe("123456789012345");
});

test("a line item without a known opportunity is left out", async () => {
  const { report } = await importFiles(
    [{ name: "line items.csv", content: "Record ID,Name,Quantity,Associated Deal IDs\n1,X,1,77\n2,X,1,\n" }],
    createMemorySink(),
  );
  expect(report.problems).toMatchObject([
    { code: "unknown-opportunity", effect: "row", value: "77" },
    { code: "missing-reference", effect: "row" },
  ]);
  expect(report.files[0]).toMatchObject({ good: 0, bad: 2 });
});

test("a line that gives its product's id alone takes the name of the catalogue", async () => {
  const sink = createMemorySink();
  await importFiles(
    [
      { name: "Product2.csv", content: "ID,NAME,PRODUCTCODE\n01t1,GTX Pro,g\n" },
      { name: "Opportunity.csv", content: "ID,NAME,STAGENAME\n0061,Deal,Closed Won\n" },
      {
        name: "OpportunityLineItem.csv",
        content: "ID,OPPORTUNITYID,PRODUCT2ID,QUANTITY,UNITPRICE\n00k1,0061,01t1,3,2.5\n",
      },
    ],
    sink,
  );
  expect([...sink.rows.lineItems.values()]).toMatchObject([
    { product: "01t1", productName: "GTX Pro", amount: { amount: 7.5, currency: "EUR" } },
  ]);
});

test("of several associated companies the first one counts", async () => {
  const sink = createMemorySink();
  await importFiles(
    [
      { name: "companies.csv", content: "Record ID,Company name,Industry\n11,One,\n12,Two,\n" },
      {
        name: "deals.csv",
        content: "Record ID,Deal Name,Deal Stage,Associated Company IDs\n1,A,Closed Won,12;11\n",
      },
    ],
    sink,
  );
  expect(sink.rows.opportunities.get(toRecordId("1"))).toMatchObject({ account: "12", status: "won" });
});

test("deals without ids keep their id when they are imported again, and equal ones are told apart", async () => {
  const sink = createMemorySink();
  const header = "Opportunity Name,Account Name,Stage,Amount,Close Date\n";
  const first = `${header}Renewal,Acme Corporation,Open,10,2026-01-01\nRenewal,Acme Corporation,Open,20,2026-02-01\n`;
  await importFiles([ACCOUNTS, { name: "deals.csv", content: first }], sink);
  expect(sink.rows.opportunities.size).toBe(2);
  const { report } = await importFiles(
    [{ name: "deals.csv", content: first.replace("Open,20", "Closed Won,25") }],
    sink,
  );
  expect(report.counts.opportunities).toEqual({ created: 0, updated: 1, unchanged: 1 });
  expect([...sink.rows.opportunities.values()].map(({ status, amount }) => [status, amount?.amount])).toEqual(
    [
      ["open", 10],
      ["won", 25],
    ],
  );
});

test("suggestions are ordered by likeness", () => {
  expect(rankOf("gtxpro", "gtxpro")).toBe(0);
  expect(rankOf("acmecorporatoin", "acmecorporation")).toBe(1);
  expect(rankOf("acme", "acmecorporation")).toBeGreaterThan(100);
  expect(rankOf("acme", "bluth")).toBeUndefined();
  expect(editDistance("kitten", "sitting", 3)).toBe(3);
  expect(editDistance("kitten", "sitting", 2)).toBe(3);
});

test("an alias's target is found by a part of its name, however it is written", async () => {
  const sink = createMemorySink();
  await importFiles([PRODUCTS], sink);
  expect((await findNames(sink, "products", "gtx-")).map(({ name }) => name)).toEqual([
    "GTX Basic",
    "GTX Pro",
  ]);
});
