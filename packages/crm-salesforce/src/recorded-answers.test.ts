import { EMPTY, HIDDEN, known, toRecordId } from "@sweetspot/contract";
import { describe, expect, it } from "vitest";
import { ORG_PARTS, type OrgPart } from "./documents/org-parts.ts";
import { createSalesforceCrm } from "./salesforce-crm.ts";
import type { SalesforceTransport } from "./salesforce-transport.port.ts";

/**
 * Answers in the form the GraphQL API's guide prints them (paginate, query-record-objects, query-status): ids of 18
 * characters, a value and a displayValue each, cursors "v1:n", errors beside data under HTTP 200.
 */
const ACCOUNT = "001RM000005ZclBYAS";
const PERSON = "001RM000005ZclCYAS";

const value = (raw: unknown, displayValue: string | null = null) => ({ value: raw, displayValue });
const connection = (...nodes: object[]) => ({
  edges: nodes.map((node, index) => ({ cursor: btoa(`v1:${index}`), node })),
  pageInfo: { hasNextPage: false, endCursor: nodes.length === 0 ? null : btoa(`v1:${nodes.length - 1}`) },
  totalCount: nodes.length,
});
const inQuery = (query: object, errors: readonly object[] = []) => ({ data: { uiapi: { query } }, errors });

/** A reader whose org gives these answers, one after the other. */
function readerOf(...answers: unknown[]) {
  const asked: [string, unknown][] = [];
  const transport: SalesforceTransport = {
    async graphql(operation, _, { lacks } = {}) {
      asked.push([operation, lacks]);
      return answers.shift();
    },
    apex: async () => ({ value: [] }),
  };
  const { reader } = createSalesforceCrm({
    transport,
    userId: toRecordId("005RM000001abcdYAA"),
    currency: "USD",
  });
  return { reader, asked };
}

const FILTERED = ["AccountId", "ParentId", "Roles"];

/** What an org that lacks these parts tells about its objects. */
const orgWithout = (...lacks: OrgPart[]) => {
  const info = { ApiName: "x", fields: FILTERED.map((ApiName) => ({ ApiName })) };
  const uiapi = Object.fromEntries(ORG_PARTS.map((part) => [part, lacks.includes(part) ? [null] : [info]]));
  return { data: { uiapi }, errors: [] as object[] };
};

const failed = (ErrorType: string, path: readonly (string | number)[] | null = null) => ({
  message: "An error occurred.",
  path,
  extensions: { ErrorType },
});

describe("an answer of the GraphQL API", () => {
  it("becomes an account: labels for people, values for rules, what is left out withheld", async () => {
    const row = {
      Id: ACCOUNT,
      Name: value("GenePoint"),
      ParentId: value(null),
      OwnerId: value("005RM000001abcdYAA"),
      Industry: value("biotech", "Biotechnology"),
      BillingCity: value("Mountain View"),
      NumberOfEmployees: value(265, "265"),
      AnnualRevenue: value(3e7, "$30,000,000"),
      LastModifiedDate: value("2026-03-01T09:30:00.000+0000", "3/1/2026, 10:30 AM"),
    };
    const { reader } = readerOf(inQuery({ family: connection(row) }));
    expect((await reader.listFamily(toRecordId(ACCOUNT))).items).toEqual([
      {
        id: ACCOUNT,
        name: "GenePoint",
        parent: EMPTY,
        owner: known("005RM000001abcdYAA"),
        industry: known("Biotechnology"),
        country: HIDDEN,
        city: known("Mountain View"),
        website: HIDDEN,
        employees: known(265),
        annualRevenue: known({ amount: 3e7, currency: "USD" }),
        attributes: {},
        updatedAt: known("2026-03-01T09:30:00.000Z"),
      },
    ]);
  });

  it("of a person account has the person as its contact", async () => {
    const contact = { Id: "003RM000006abcdYAA", Name: value("Rosa Gonzalez"), AccountId: value(PERSON) };
    const { reader } = readerOf(
      inQuery({ family: connection({ Id: PERSON }), contacts: connection(contact) }),
    );
    expect((await reader.listContacts(toRecordId(PERSON))).items).toMatchObject([
      { name: "Rosa Gonzalez", account: known(PERSON), email: HIDDEN },
    ]);
  });

  it("may own a record by a queue: an owner who is no team member", async () => {
    const contact = { Id: "003RM000006abcdYAA", Name: value("A"), OwnerId: value("00GRM0000001abcYAA") };
    const { reader } = readerOf(
      inQuery({ family: connection({ Id: ACCOUNT }), contacts: connection(contact) }),
    );
    expect((await reader.listContacts(toRecordId(ACCOUNT))).items[0]?.owner).toEqual(
      known("00GRM0000001abcYAA"),
    );
  });

  it("that misses everything but ids is still an account", async () => {
    const { reader } = readerOf({
      data: { uiapi: { query: { family: { edges: [null, { node: { Id: ACCOUNT } }, { node: null }] } } } },
      errors: null,
    });
    expect((await reader.listFamily(toRecordId(ACCOUNT))).items).toMatchObject([{ id: ACCOUNT, name: "" }]);
  });
});

describe("errors inside HTTP 200", () => {
  it("about one field withhold that field and nothing else", async () => {
    const row = { Id: ACCOUNT, Name: value("GenePoint"), AnnualRevenue: null, BillingCity: value("Ulm") };
    const path = ["uiapi", "query", "family", "edges", 0, "node", "AnnualRevenue"];
    const { reader } = readerOf(
      inQuery({ family: connection(row) }, [failed("DataFetchingException", path)]),
    );
    const [account] = (await reader.listFamily(toRecordId(ACCOUNT))).items;
    expect(account).toMatchObject({ annualRevenue: HIDDEN, city: known("Ulm") });
  });

  it("about a list fail the call: a list that failed is not an empty one", async () => {
    const answer = inQuery({ family: connection({ Id: ACCOUNT }), contacts: null }, [
      failed("DataFetchingException", ["uiapi", "query", "contacts"]),
    ]);
    await expect(readerOf(answer).reader.listContacts(toRecordId(ACCOUNT))).rejects.toMatchObject({
      code: "unavailable",
    });
  });

  it("without any data are failures too", async () => {
    await expect(readerOf({ data: null, errors: [] }).reader.listProducts()).rejects.toMatchObject({
      code: "unavailable",
    });
    const syntax = { data: null, errors: [failed("InvalidSyntax")] };
    await expect(readerOf(syntax).reader.listProducts()).rejects.toMatchObject({ code: "malformed" });
  });

  it("about the schema make it ask what the org lacks; objects that fail alone do not fail the others", async () => {
    const refused = { data: null, errors: [failed("ValidationError")] };
    const org = orgWithout("assets", "prices");
    org.errors.push(failed("DataFetchingException", ["uiapi", "assets"]));
    const { reader, asked } = readerOf(refused, org, inQuery({ products: connection() }));
    expect((await reader.listProducts()).items).toEqual([]);
    expect(asked).toEqual([
      ["products", undefined],
      ["org", []],
      ["products", ["assets", "prices"]],
    ]);
  });

  it("that stay although nothing is lacking are our fault, and asked about once", async () => {
    const refused = { data: null, errors: [failed("ValidationError")] };
    const { reader, asked } = readerOf(refused, orgWithout(), refused);
    await expect(reader.listProducts()).rejects.toMatchObject({ code: "malformed" });
    await expect(reader.listProducts()).rejects.toMatchObject({ code: "malformed" });
    expect(asked.map(([operation]) => operation)).toEqual(["products", "org", "products"]);
  });

  it("about all objects at once make it ask for each alone", async () => {
    const refused = { data: null, errors: [failed("ValidationError")] };
    const alone = ORG_PARTS.map((part) => (part === "assets" ? refused : orgWithout()));
    const { reader, asked } = readerOf(refused, refused, ...alone, inQuery({ products: connection() }));
    expect((await reader.listProducts()).items).toEqual([]);
    expect(asked.at(-1)).toEqual(["products", ["assets"]]);
    expect(asked[2]).toEqual(["org", ORG_PARTS.slice(1)]);
  });

  it("that pass, such as a used-up limit, are not remembered as something the org lacks", async () => {
    const refused = { data: null, errors: [failed("ValidationError")] };
    const limit = {
      data: null,
      errors: [{ ...failed("DataFetchingException"), message: "REQUEST_LIMIT_EXCEEDED" }],
    };
    const { reader, asked } = readerOf(refused, limit, inQuery({ products: connection() }));
    await expect(reader.listProducts()).rejects.toMatchObject({ code: "rate-limited" });
    await reader.listProducts();
    expect(asked.at(-1)).toEqual(["products", undefined]);
  });
});
