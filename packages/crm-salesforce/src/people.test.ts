import { HIDDEN, INVOLVEMENT_GAPS, type Involvement, known, toRecordId } from "@sweetspot/contract";
import {
  buildAccount,
  buildContact,
  buildInvolvement,
  buildOpportunity,
  CONFORMANCE_USERS,
  conformanceWorld,
} from "@sweetspot/fixtures";
import type { ObjectName } from "@sweetspot/salesforce-emulator";
import { describe, expect, it } from "vitest";
import { NORDWIND, openOrg, type SmallOrgOptions } from "./small-org.fixture.ts";

const PEOPLE: readonly ObjectName[] = [
  "OpportunityContactRole",
  "AccountContactRelation",
  "AccountTeamMember",
  "OpportunityTeamMember",
];

async function readPeople(org: ReturnType<typeof openOrg>, account = NORDWIND, limit = 200) {
  const items: Involvement[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await org.reader.listInvolvements?.(account, {
      limit,
      ...(cursor === undefined ? {} : { cursor }),
    });
    items.push(...(page?.items ?? []));
    if (page?.next === undefined) return { items, gaps: page?.gaps ?? [] };
    cursor = page.next;
  }
}
const idsOf = ({ items }: { items: readonly Involvement[] }): string[] =>
  items.map((item) => item.id).toSorted();

describe("the people of an account", () => {
  it("come with one request, whatever their kinds", async () => {
    const org = openOrg();
    expect((await readPeople(org)).items).toHaveLength(14);
    expect(org.asked()).toEqual(["involvements"]);
  });

  it("do not repeat each contact at its own account, as Salesforce does, but for a role kept there", async () => {
    const org = openOrg();
    const own = (await readPeople(org)).items.filter(
      ({ person, place }) =>
        person.kind === "contact" &&
        place.kind === "account" &&
        person.contact.account.state === "known" &&
        person.contact.account.value === place.account,
    );
    expect(own.map((item) => [item.id, item.roles])).toEqual([["inv-own", known(["Sponsor"])]]);
  });

  it("are read though their roles are withheld, which a filter may not name then", async () => {
    const org = openOrg({}, { user: CONFORMANCE_USERS.rep });
    const { items } = await readPeople(org);
    expect(idsOf({ items })).toContain("inv-zoe");
    for (const item of items) expect(item.roles).toEqual(HIDDEN);
    expect(org.asked()).toEqual(["involvements", "org", "involvements"]);
  });

  it.each(PEOPLE)("come without those an org without %s cannot keep, and say so", async (missing) => {
    const whole = await readPeople(openOrg());
    const org = openOrg({}, { missingObjects: [missing] });
    const found = await readPeople(org);
    expect(found.gaps).toHaveLength(1);
    expect(found.items.length).toBeLessThan(whole.items.length);
    expect(idsOf(whole)).toEqual(expect.arrayContaining(idsOf(found)));
    await readPeople(org);
    expect(org.asked()).toEqual(["involvements", "org", "involvements", "involvementGaps", "involvements"]);
  });

  it("are nobody where the org keeps none of these", async () => {
    const found = await readPeople(openOrg({}, { missingObjects: PEOPLE }));
    expect(found).toEqual({ items: [], gaps: INVOLVEMENT_GAPS });
  });

  it("are found in deals at the very bottom of a deep family", async () => {
    const world = conformanceWorld();
    const ids = Array.from({ length: 12 }, (_, level) => `level-${level}`);
    const contact = buildContact("con-deep", "Deep", { account: "level-0" });
    const options: SmallOrgOptions = {};
    const org = openOrg(
      {
        ...world,
        accounts: ids.map((id, level) =>
          buildAccount(id, id, level === 0 ? {} : { parent: ids[level - 1] ?? "" }),
        ),
        contacts: [contact],
        opportunities: ids.map((id) => buildOpportunity(`deal-${id}`, id, { account: id })),
        involvements: ids.flatMap((id) => [
          buildInvolvement(`role-${id}`, contact, { opportunity: `deal-${id}` }, { primary: true }),
          buildInvolvement(`team-${id}`, "user-tomas", { account: id }),
        ]),
      },
      options,
    );
    const found = await readPeople(org, toRecordId("level-0"));
    expect(idsOf(found)).toEqual(
      [...ids.map((id) => `role-${id}`), ...ids.map((id) => `team-${id}`)].toSorted(),
    );
  });

  it("are each told once beyond 2,000 of a kind, whatever the page", async () => {
    const world = conformanceWorld();
    const [contact] = world.contacts;
    const people = [contact, "user-tomas"] as const;
    const involvements = Array.from({ length: 4500 }, (_, index) =>
      buildInvolvement(
        `inv-${index}`,
        people[index % 2] ?? "user-tomas",
        index % 4 < 2 ? { account: "acc-energy" } : { opportunity: "opp-service" },
        { roles: [`Role ${index}`] },
      ),
    );
    const org = openOrg({ ...world, involvements });
    const whole = idsOf(await readPeople(org, NORDWIND, 2000));
    expect(whole).toEqual(involvements.map((one) => one.id as string).toSorted());
    expect(org.asked().length).toBeLessThanOrEqual(9);
    for (const limit of [333, 1100]) expect(idsOf(await readPeople(org, NORDWIND, limit))).toEqual(whole);
  });
});
