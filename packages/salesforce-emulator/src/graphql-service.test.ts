import { CONFORMANCE_USERS, conformanceWorld } from "@sweetspot/fixtures";
import { describe, expect, it } from "vitest";
import { createSalesforceEmulator, type SalesforceEmulatorOptions } from "./emulator.ts";

type Answer = {
  data: { uiapi: { query: Record<string, never> } } | null;
  errors: { extensions: { ErrorType: string } }[];
};

/** What the org answers a user who sends this document. */
async function ask(
  query: string,
  {
    user = CONFORMANCE_USERS.rep as string,
    variables = {},
    ...options
  }: SalesforceEmulatorOptions & { user?: string; variables?: object } = {},
): Promise<Answer> {
  const emulator = createSalesforceEmulator(conformanceWorld(), options);
  const response = await emulator.handle(
    new Request("https://org.example/services/data/v66.0/graphql", {
      method: "POST",
      headers: { authorization: `Bearer ${emulator.signIn(user as never)}` },
      body: JSON.stringify({ query, variables }),
    }),
  );
  expect(response.status).toBe(200);
  return (await response.json()) as Answer;
}

const inQuery = (text: string): string => `query { uiapi { query { ${text} } } }`;
const errorTypes = (answer: Answer): string[] => answer.errors.map((error) => error.extensions.ErrorType);

describe("GraphQL of the emulated org", () => {
  it("gives ten rows where nobody says how many, and leads on", async () => {
    const { data } = await ask(
      inQuery(
        "Account(orderBy: { Id: { order: ASC } }) { edges { node { Id } } pageInfo { hasNextPage endCursor } totalCount }",
      ),
    );
    expect(data?.uiapi.query["Account"]).toMatchObject({
      edges: Array.from({ length: 10 }, () => ({ node: {} })),
      pageInfo: { hasNextPage: true, endCursor: "djE6OQ==" },
      totalCount: 15,
    });
  });

  it("goes on after a cursor", async () => {
    const { data } = await ask(
      inQuery('User(first: 2, after: "djE6MQ==", orderBy: { Id: { order: ASC } }) { edges { node { Id } } }'),
    );
    expect(data?.uiapi.query["User"]).toEqual({
      edges: [{ node: { Id: "user-olaf" } }, { node: { Id: "user-tomas" } }],
    });
  });

  it("keeps to one's own records where asked to", async () => {
    const { data } = await ask(
      inQuery("Contact(scope: MINE) { totalCount } Account(scope: MINE) { edges { node { Id } } }"),
      { user: CONFORMANCE_USERS.otherRep },
    );
    expect(data?.uiapi.query).toEqual({ Contact: { totalCount: 1 }, Account: { edges: [] } });
  });

  it("refuses more than ten subqueries, nested ones counted", async () => {
    const users = (count: number) =>
      Array.from({ length: count }, (_, index) => `u${index}: User { totalCount }`).join(" ");
    const deals = "Opportunity { edges { node { OpportunityLineItems { totalCount } } } }";
    expect(errorTypes(await ask(inQuery(`${users(8)} ${deals}`)))).toEqual([]);
    expect(errorTypes(await ask(inQuery(`${users(9)} ${deals}`)))).toEqual(["ValidationError"]);
  });

  it.each([
    ["more than 2,000 rows", "Account(first: 2001) { totalCount }"],
    ["a bounded page of fewer than 200", "Account(first: 10, upperBound: 400) { totalCount }"],
    ["rows beyond 4,000 without a bound", `Account(after: "${btoa("v1:4000")}") { totalCount }`],
    ["an object that is not there", "Unicorn { totalCount }"],
    ["a field that is not there", "Account { edges { node { Horns { value } } } }"],
    ["a field withheld from this user", "Account { edges { node { AnnualRevenue { value } } } }"],
    ["a withheld field in a filter", "Account(where: { AnnualRevenue: { gt: 1 } }) { totalCount }"],
    ["an order by a withheld field", "Account(orderBy: { AnnualRevenue: { order: ASC } }) { totalCount }"],
  ])("refuses %s", async (_, text) => {
    const answer = await ask(inQuery(text));
    expect(answer.data).toBeNull();
    expect(errorTypes(answer)).toEqual(["ValidationError"]);
  });

  it("tells bad syntax from a bad document", async () => {
    expect(errorTypes(await ask("query { uiapi {"))).toEqual(["InvalidSyntax"]);
    expect(errorTypes(await ask("mutation { uiapi { x } }"))).toEqual(["OperationNotSupported"]);
  });

  it("leaves an optional field out that the user may not see, and gives it to others", async () => {
    const query = inQuery(
      'Account(where: { Id: { eq: "acc-elan" } }) { edges { node { Id AnnualRevenue @optional { value } } } }',
    );
    const [asRep, asAdmin] = [await ask(query), await ask(query, { user: CONFORMANCE_USERS.admin })];
    expect(asRep.data?.uiapi.query["Account"]).toEqual({ edges: [{ node: { Id: "acc-elan" } }] });
    expect(asAdmin.data?.uiapi.query["Account"]).toEqual({
      edges: [{ node: { Id: "acc-elan", AnnualRevenue: { value: 80_000_000 } } }],
    });
  });

  it("compares text without case but with accents, and reads _ and % as wildcards", async () => {
    const find = async (pattern: string) => {
      const query = `query find($like: String!) { uiapi { query { Account(where: { Name: { like: $like } }) { edges { node { Id } } } } } }`;
      const { data } = await ask(query, { variables: { like: pattern } });
      const found = data?.uiapi.query["Account"] as { edges: { node: { Id: string } }[] } | undefined;
      return found?.edges.map((edge) => edge.node.Id);
    };
    expect(await find("%ELAN%")).toEqual([]);
    expect(await find("_LAN%")).toEqual(["acc-elan"]);
    expect(await find(String.raw`100\%%`)).toEqual(["acc-percent"]);
    expect(await find("%(A1:A9)")).toEqual(["acc-formula"]);
  });

  it("follows parents in filters, also through those the user may not see", async () => {
    const { data } = await ask(
      inQuery(
        'Account(where: { Parent: { ParentId: { eq: "acc-nordwind" } } }) { edges { node { Id Parent { Id } } } }',
      ),
    );
    expect(data?.uiapi.query["Account"]).toEqual({
      edges: expect.arrayContaining([{ node: { Id: "acc-radar", Parent: null } }]),
    });
  });

  it("has no currency codes where there is one currency, and no objects that are switched off", async () => {
    const code = "Account { edges { node { CurrencyIsoCode { value } } } }";
    expect(errorTypes(await ask(inQuery(code)))).toEqual([]);
    expect(errorTypes(await ask(inQuery(code), { singleCurrency: true }))).toEqual(["ValidationError"]);
    const asset = await ask('query { uiapi { a: objectInfos(apiNames: ["Asset"]) { ApiName } } }', {
      missingObjects: ["Asset"],
    });
    expect(asset.data?.uiapi).toEqual({ a: [null] });
  });

  it("describes the fields a user may see, and no others", async () => {
    const query =
      'query { uiapi { a: objectInfos(apiNames: ["AccountContactRelation"]) { ApiName fields { ApiName } } } }';
    const fieldsOf = async (user: string) =>
      JSON.stringify((await ask(query, { user })).data?.uiapi as unknown);
    expect(await fieldsOf(CONFORMANCE_USERS.admin)).toContain('"Roles"');
    expect(await fieldsOf(CONFORMANCE_USERS.rep)).not.toContain('"Roles"');
    expect(await fieldsOf(CONFORMANCE_USERS.rep)).toContain('"IsDirect"');
  });
});
