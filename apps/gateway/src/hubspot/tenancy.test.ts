import { accountScope, toRecordId } from "@sweetspot/contract";
import { createAudit } from "@sweetspot/crm-sql";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { TenantPrivacy } from "../privacy/tenant-privacy.ts";
import { ADMIN, errorOf, NORDWIND, openHubspotApp, REP } from "./hubspot-app.fixture.ts";

let app: Awaited<ReturnType<typeof openHubspotApp>>;
beforeEach(async () => {
  app = await openHubspotApp({ room: { turnMs: 3_600_000 } });
  for (const portal of [1, 2]) for (const member of [ADMIN, REP]) await app.connect(member, portal);
  await app.lend();
});
afterEach(() => app.close());

const scope = accountScope(toRecordId(NORDWIND));
const commit = (token: string, number: number, text = "") =>
  app.callPort(token, "store/commit", [
    {
      scope,
      key: `commit-${number}`,
      puts: [{ id: `p${number}`, type: "perspective", base: 0, fields: { name: `East ${number}${text}` } }],
      removes: [],
    },
    {},
  ]);
const propertiesOf = (portal: number) =>
  app.portals[portal - 1]?.portal.records.companies.get(NORDWIND)?.properties ?? {};
const settings = (route: string, body: unknown, member = ADMIN) =>
  app.callSigned(`/hubspot/v1/settings/${route}`, body, { member });

describe("a plan of a portal", () => {
  it("is mirrored to its company in figures, once for several edits, and in no other portal", async () => {
    const token = await app.openSession();
    for (const number of [1, 2, 3]) expect((await commit(token, number)).status).toBe(200);
    app.asked.length = 0;
    await app.room.settle();
    expect(propertiesOf(1)).toMatchObject({ sweetspot_plan_version: "3", sweetspot_perspective_count: "3" });
    expect(propertiesOf(2)["sweetspot_plan_version"] ?? null).toBeNull();
    expect(app.asked.filter((line) => line.startsWith("PATCH"))).toHaveLength(1);
  });

  it("is committed once where the proxy, or the frame, repeats a commit", async () => {
    const token = await app.openSession();
    const answers = await Promise.all([1, 1, 1].map(async (number) => (await commit(token, number)).json()));
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({ value: { version: 1 } });
  });
});

describe("an admin of a portal", () => {
  it("takes its data away in the answer", async () => {
    const token = await app.openSession();
    await commit(token, 1, " of portal 1");
    expect(await errorOf(await settings("export", {}, REP))).toBe("forbidden");
    const small = JSON.stringify(await (await settings("export", {})).json());
    expect(small).toContain("East 1 of portal 1");
    expect(small).toContain("hubspot_grant");
    expect(small).not.toMatch(/sealed|token/);
    const trail = await createAudit(app.database).trail({ tenant: "hubspot:1" });
    const { id } = (
      (await (
        await app.callPort(await app.openSession({}, { member: ADMIN }), "reader/whoAmI", [{}])
      ).json()) as { value: { id: string } }
    ).value;
    expect(trail.filter(({ did }) => did === "exported")).toMatchObject([{ by: id, scope: "tenant" }]);
  });

  it("takes more than HubSpot's proxy carries by a link that works once, for five minutes", async () => {
    const large = { tenant: "hubspot:1", text: "x".repeat(1_000_000) };
    const noted: string[] = [];
    const privacy: TenantPrivacy = {
      async export(_tenant, write) {
        for (const table of ["plan_change", "plan_record", "plan_record"]) await write({ table, row: large });
      },
      noteExport: async (tenant, by) => void noted.push(`${tenant} ${by}`),
      noteDecision: async () => {},
      erase: async () => {},
    };
    await app.close();
    app = await openHubspotApp({ room: { privacy } });
    await app.connect(ADMIN);
    const { uri } = (await (await settings("export", {})).json()) as { uri: string };
    const path = uri.replace("https://plans.example.com", "");
    expect(await errorOf(await app.ask(path.replace("portal=1", "portal=2")))).toBe("unauthenticated");
    expect(noted).toEqual([]);
    const answers = await Promise.all([path, path, path].map((at) => app.ask(at)));
    const [file, ...others] = answers.toSorted((one, other) => one.status - other.status);
    expect(file?.headers.get("content-disposition")).toContain("sweetspot-export.json");
    expect(await file?.json()).toEqual({ plan_change: [large], plan_record: [large, large] });
    for (const other of others) expect(await errorOf(other)).toBe("unauthenticated");
    expect(noted).toHaveLength(1);
    const late = (await (await settings("export", {})).json()) as { uri: string };
    app.pass(300_000);
    expect(await errorOf(await app.ask(late.uri.replace("https://plans.example.com", "")))).toBe(
      "unauthenticated",
    );
  });

  it("erases it by naming the portal, twice where the proxy repeats it, and stays connected", async () => {
    const token = await app.openSession();
    await commit(token, 1);
    expect(await errorOf(await settings("erase", { confirm: "1" }, REP))).toBe("forbidden");
    expect(await errorOf(await settings("erase", { confirm: "2" }))).toBe("malformed");
    for (const attempt of [1, 2])
      expect(await (await settings("erase", { confirm: "1", attempt })).json()).toEqual({ state: "erased" });
    const answer = await app.callPort(token, "store/load", [[scope], {}]);
    expect(await answer.json()).toMatchObject({ value: [{ version: 0, records: [] }] });
    const trail = await createAudit(app.database).trail({ tenant: "hubspot:1" });
    expect(trail.map(({ did, scope: of }) => [did, of])).toEqual([["erased", "tenant"]]);
  });

  it("maps fields, and a wrong name is refused", async () => {
    const mapping = { account: [{ property: "region", label: "Region" }] };
    expect(await (await settings("write", { mapping })).json()).toMatchObject({ settings: { mapping } });
    const wrong = { mapping: { account: [{ property: "not a name", label: "" }] } };
    expect(await errorOf(await settings("write", wrong))).toBe("malformed");
    expect(await errorOf(await settings("write", { mapping: { account: "region" } }))).toBe("malformed");
  });
});
