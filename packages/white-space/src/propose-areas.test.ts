import { describe, expect, it } from "vitest";
import { type FamilyAccount, proposeAreas } from "./propose-areas.ts";

const account = (id: string, parent?: string, attributes: Record<string, string> = {}): FamilyAccount => ({
  id,
  name: id.toUpperCase(),
  parent,
  attributes,
});
const deals = (...accounts: string[]) => accounts.map((id) => ({ account: id }));

describe("areas proposed from child accounts", () => {
  it("keep the hierarchy, and set a parent's own deals beside its children", () => {
    const [proposal] = proposeAreas({
      root: "group",
      accounts: [account("group"), account("de", "group"), account("nord", "de"), account("pl", "group")],
      deals: deals("de", "nord", "pl", "pl"),
    });
    expect(proposal).toEqual({
      kind: "child-accounts",
      reach: 1,
      areas: [
        { key: "de", name: "DE" },
        { key: "de:own", name: "DE", parent: "de", accounts: ["de"], ownRecords: true },
        { key: "nord", name: "NORD", parent: "de", accounts: ["nord"] },
        { key: "pl", name: "PL", accounts: ["pl"] },
      ],
    });
  });

  it("are not proposed for an account without children", () => {
    expect(proposeAreas({ root: "a", accounts: [account("a")], deals: deals("a") })).toEqual([]);
  });

  it("survive accounts that are each other's parent", () => {
    const accounts = [account("group", "x"), account("x", "group"), account("y", "x"), account("x2", "y")];
    expect(proposeAreas({ root: "group", accounts, deals: [] })[0]?.areas.map((area) => area.key)).toEqual([
      "x",
      "y",
      "x2",
    ]);
  });
});

describe("areas proposed from a field", () => {
  const accounts = ["North", "north ", "South", "South", ""].map((region, index) =>
    account(`a${index}`, "root", { Region: region, "Customer number": String(index), Country: "DE" }),
  );

  it("group spellings under the usual one, and leave out fields that divide nothing", () => {
    const proposals = proposeAreas({ root: "root", accounts, deals: [] }).filter(
      ({ kind }) => kind === "attribute",
    );
    expect(proposals).toEqual([
      {
        kind: "attribute",
        field: "Region",
        reach: 0.8,
        areas: [
          { key: "North", name: "North", rule: { field: "Region", value: "North" } },
          { key: "South", name: "South", rule: { field: "Region", value: "South" } },
        ],
      },
    ]);
  });

  it("read the deals' own fields before their accounts'", () => {
    const proposals = proposeAreas({
      root: "root",
      accounts: [account("root", undefined, { Division: "Head office" })],
      deals: ["Gas", "Gas", "Plant", "Plant"].map((Division) => ({
        account: "root",
        attributes: { Division },
      })),
    });
    expect(proposals[0]?.areas.map((area) => area.name)).toEqual(["Gas", "Plant"]);
  });

  it("stand in the order of their reach", () => {
    const rows = [
      { Region: "N", Tier: "A" },
      { Region: "S", Tier: "B" },
      { Region: "N", Tier: "A" },
      { Region: "S", Tier: "" },
    ];
    const proposals = proposeAreas({
      root: "root",
      accounts: [],
      deals: rows.map((attributes) => ({ attributes })),
    });
    expect(proposals.map((proposal) => proposal.field)).toEqual(["Region", "Tier"]);
  });
});
