import { type CrmView, toRecordId } from "@sweetspot/contract";
import { buildAccount, buildLineItem, buildOpportunity, buildProduct } from "@sweetspot/fixtures";
import { toCrmFacts } from "@sweetspot/white-space-plan";
import { describe, expect, it } from "vitest";
import { countingIds, NO_FACTS, stagePlan } from "../stage.fixture.ts";
import { acceptOfferings, acceptProposal, proposeOfferings, proposePerspectives } from "./proposals.model.ts";

type Crm = Pick<CrmView, "account" | "family" | "opportunities" | "products" | "assets">;

const root = buildAccount("root", "Haver Markt");
const germany = buildAccount("de", "Haver Germany", { parent: "root", attributes: {} });
const north = buildAccount("north", "Haver North", { parent: "de" });
const romania = buildAccount("ro", "Haver Romania", { parent: "root" });
const deal = (id: string, account: string) =>
  buildOpportunity(id, id, {
    account,
    status: "won",
    closeDate: "2026-09-01",
    lineItems: [buildLineItem(`${id}-line`, "Cold rooms", { product: "rooms" })],
  });
const crm: Crm = {
  account: root,
  family: [root, germany, north, romania],
  opportunities: [deal("one", "north"), deal("two", "de"), deal("three", "ro")],
  products: [
    buildProduct("rooms", "Cold rooms", { family: "Cooling" }),
    buildProduct("audit", "Audit", { family: "Service" }),
    buildProduct("old", "Old racks", { family: "Cooling", active: false }),
  ],
  assets: [],
};
const empty = stagePlan({ plan: [] }).plan;

describe("the first opening", () => {
  it("proposes areas from the accounts below, and the grid is filled at once", () => {
    const facts = toCrmFacts(crm);
    const [proposal] = proposePerspectives(crm, facts);
    const offerings = proposeOfferings(crm, empty);
    if (!proposal) throw new Error("No proposal was made of a family of accounts.");
    const edit = acceptProposal(
      empty,
      { proposal, perspectiveName: "Subsidiaries", offerings },
      countingIds(),
    );
    const model = stagePlan({ plan: [] }, facts).after(edit).model();
    expect(model.areas.nodes.map((node) => [node.name, node.depth, node.own])).toEqual([
      ["Haver Germany", 0, false],
      ["Haver Germany", 1, true],
      ["Haver North", 1, false],
      ["Haver Romania", 0, false],
    ]);
    expect(model.offerings.nodes.map((node) => node.path.join(" › "))).toEqual([
      "Cooling",
      "Cooling › Cold rooms",
      "Service",
      "Service › Audit",
    ]);
    const rooms = model.offerings.leaves.find((leaf) => leaf.name === "Cold rooms");
    const levels = model.areas.leaves.map((leaf) => model.cell(leaf.id, rooms?.id ?? "").level);
    expect(levels).toEqual(["present", "present", "present"]);
    expect(model.derived.unmatched.records).toEqual([]);
  });

  it("takes the whole customer as one area where nothing divides it", () => {
    const alone = { ...crm, family: [root], opportunities: [deal("one", "root")] };
    expect(proposePerspectives(alone, toCrmFacts(alone))).toMatchObject([
      { kind: "whole", areas: [{ name: "Haver Markt", accounts: ["root"] }] },
    ]);
  });

  it("proposes nothing where there is nothing", () => {
    const bare: Crm = { account: root, family: [root], opportunities: [], products: [], assets: [] };
    expect(proposePerspectives(bare, NO_FACTS)).toEqual([]);
    expect(proposeOfferings(bare, empty)).toBeUndefined();
  });
});

describe("offerings", () => {
  it("are not proposed where the library has them", () => {
    const plan = stagePlan({
      plan: [],
      library: [{ type: "offering", id: "cold", fields: { name: "Cold rooms" } }],
    }).plan;
    expect(proposeOfferings(crm, plan)).toBeUndefined();
  });

  it("come from what deals name where there is no catalogue, and find those deals again", () => {
    const without = { ...crm, products: [] };
    const offerings = proposeOfferings(without, empty);
    expect(offerings).toMatchObject({
      source: "deals",
      offerings: [{ name: "Cold rooms", terms: ["Cold rooms"] }],
    });
    if (!offerings) throw new Error("No offerings were proposed.");
    const edit = acceptOfferings(offerings, countingIds());
    expect(edit.puts).toMatchObject([{ type: "offering", fields: { name: "Cold rooms" } }]);
  });
});

describe("an account below a matched one", () => {
  it("counts with it until an area names it or one nearer to it", () => {
    const facts = toCrmFacts(crm);
    const area = (id: string, accounts: string[]) => ({
      type: "area",
      id,
      fields: { perspective: "p", name: id, accounts },
    });
    const stage = (areas: readonly ReturnType<typeof area>[]) =>
      stagePlan(
        {
          plan: [{ type: "perspective", id: "p", fields: { name: "P" } }, ...areas],
          library: [
            { type: "offering", id: "rooms-offering", fields: { name: "Rooms", products: ["rooms"] } },
          ],
        },
        facts,
      ).model();
    const ids = (model: ReturnType<typeof stage>, id: string) =>
      model
        .cell(toRecordId(id), "rooms-offering")
        .derived?.records.map((record) => record.id)
        .toSorted();
    expect(ids(stage([area("all", ["root"])]), "all")).toEqual(["one", "three", "two"]);
    const split = stage([area("all", ["root"]), area("german", ["de"])]);
    expect(ids(split, "all")).toEqual(["three"]);
    expect(ids(split, "german")).toEqual(["one", "two"]);
  });
});
