import { toRecordId, valueOf } from "@sweetspot/contract";
import { CONFORMANCE_USERS, conformanceWorld } from "@sweetspot/fixtures";
import { describe, expect, it } from "vitest";
import { NORDWIND, openPortal } from "./small-portal.fixture.ts";

const world = conformanceWorld();
const deal =
  world.opportunities.find(({ account }) => valueOf(account) === NORDWIND)?.id ?? toRecordId("none");
const hidden = world.access.find(
  (rule) => rule.object === "account" && rule.role === "rep" && rule.ids !== undefined,
)?.ids?.[0];

describe("the place of a record page", () => {
  it("is the company itself, or the company of the deal", async () => {
    const { placeOf } = openPortal();
    const place = { account: NORDWIND, currency: "EUR", timeZone: "Europe/Berlin" };
    expect(await placeOf({ type: "company", id: NORDWIND })).toEqual(place);
    expect(await placeOf({ type: "deal", id: deal })).toEqual(place);
  });

  it("is asked anew each time, and costs one request for a company that is known", async () => {
    const { placeOf, asked } = openPortal({}, { settings: { freshMs: 60_000 } });
    await placeOf({ type: "company", id: NORDWIND });
    asked();
    await placeOf({ type: "company", id: NORDWIND });
    expect(asked()).toEqual(["companies.read"]);
  });

  it("is not found where the user may not see it, as where there is none", async () => {
    const { placeOf } = openPortal({}, { user: CONFORMANCE_USERS.rep });
    for (const id of [toRecordId("none"), hidden ?? toRecordId("none")])
      for (const type of ["company", "deal"] as const)
        await expect(placeOf({ type, id })).rejects.toMatchObject({ code: "not-found" });
  });
});
