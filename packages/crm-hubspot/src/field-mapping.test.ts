import { CrmError, known, toRecordId } from "@sweetspot/contract";
import { describe, expect, it } from "vitest";
import { type FieldMapping, refuseBadMapping } from "./field-mapping.ts";
import { findMappingProblems } from "./mapping-check.ts";
import { readPortalProperties } from "./portal-properties.ts";
import { NORDWIND, openPortal } from "./small-portal.fixture.ts";
import { STANDARD_FIELD_NAMES, STANDARD_FIELDS } from "./standard-fields.ts";

const definition = (name: string, type: "string" | "number" | "enumeration" | "datetime") => ({
  name,
  label: name,
  type,
  fieldType: "text",
  groupName: "custom",
  description: "",
  options: [],
  hubspotDefined: false,
  calculated: false,
});

/** A portal that keeps the industry, the staff and closing dates in properties of its own. */
function openOwnWay() {
  const standard = {
    accountIndustry: "branche",
    accountEmployees: "staff",
    opportunityCloseDate: "signed_on",
  };
  const opened = openPortal({}, { mapping: { standard } });
  const { definitions, records } = opened.emulator.portal;
  definitions.companies.set("branche", definition("branche", "string"));
  definitions.companies.set("staff", definition("staff", "number"));
  definitions.deals.set("signed_on", definition("signed_on", "datetime"));
  const nordwind = records.companies.get(NORDWIND)?.properties ?? {};
  nordwind["branche"] = "Wind und Wasser";
  nordwind["staff"] = "77";
  for (const { properties } of records.deals.values()) properties["signed_on"] = "2026-03-01T11:00:00.000Z";
  return opened;
}

describe("a field that a portal keeps elsewhere", () => {
  it("is read from the property the admin has chosen, the others from HubSpot's own", async () => {
    const { reader } = openOwnWay();
    const { account, opportunities } = await reader.openAccount(NORDWIND);
    expect(account.industry).toEqual(known("Wind und Wasser"));
    expect(account.employees).toEqual(known(77));
    expect(account.country).toEqual((await openPortal().reader.openAccount(NORDWIND)).account.country);
    expect(new Set(opportunities.items.map(({ closeDate }) => JSON.stringify(closeDate)))).toEqual(
      new Set([JSON.stringify(known("2026-03-01"))]),
    );
  });

  it("is withheld, not empty, where the portal has no such property", async () => {
    const { reader } = openPortal({}, { mapping: { standard: { accountCity: "no_such_thing" } } });
    expect((await reader.openAccount(toRecordId("acc-elan"))).account.city).toEqual({ state: "hidden" });
  });
});

describe("a mapping is checked against what the portal defines", () => {
  const problemsOf = async (mapping: FieldMapping, missingScopes: readonly string[] = []) => {
    const { portal, token } = openPortal({}, { missingScopes });
    return findMappingProblems(mapping, await readPortalProperties({ portal, token: () => token }));
  };

  it("HubSpot's own properties are there, in forms that can be read", async () => {
    const standard = Object.fromEntries(
      STANDARD_FIELD_NAMES.map((name) => [name, STANDARD_FIELDS[name].property]),
    );
    expect(await problemsOf({ standard })).toEqual([]);
    expect(await problemsOf(openPortal().emulator.mapping)).toEqual([]);
  });

  it("and what is not there, or has values of another kind, is named with its field", async () => {
    expect(
      await problemsOf({
        standard: { accountRevenue: "country", accountCity: "gone" },
        account: [{ property: "region_of_old", label: "Region" }],
        contactDepartment: "also_gone",
        accountTeam: [{ property: "numberofemployees", label: "" }],
      }),
    ).toEqual([
      { field: "standard.accountCity", property: "gone", problem: "unknown" },
      { field: "standard.accountRevenue", property: "country", problem: "wrong-kind" },
      { field: "account", property: "region_of_old", problem: "unknown" },
      { field: "contactDepartment", property: "also_gone", problem: "unknown" },
      { field: "accountTeam", property: "numberofemployees", problem: "wrong-kind" },
    ]);
  });

  it("a name that can be no property's is refused before HubSpot is asked", () => {
    expect(() => refuseBadMapping({ standard: { accountCity: "City; drop" } })).toThrow(CrmError);
  });
});
