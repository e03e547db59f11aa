import {
  type Account,
  type CrmView,
  type PlanEdit,
  type RecordId,
  toRecordId,
  valueOf,
} from "@sweetspot/contract";
import { proposeAreas, type ProposedArea } from "@sweetspot/white-space";
import { attributesOf, type CrmFacts, type PlanReading, withRoot } from "@sweetspot/white-space-plan";
import { filled } from "../edits/area-edits.model.ts";
import { type NewId, planEdit, type Put, putOf } from "../edits/edit.ts";

/** One way to divide a customer, read from its CRM data. */
export interface PerspectiveProposal {
  /** Unique among the proposals. */
  readonly id: string;
  readonly kind: "child-accounts" | "attribute" | "whole";
  /** The CRM field of an `attribute` proposal. */
  readonly field: string | undefined;
  readonly areas: readonly ProposedArea[];
  /** Share (0 to 1) of the records that find an area. */
  readonly reach: number;
}

/** Groups of the CRM's catalogue as offerings; undefined where the plan or the library has offerings already. */
export interface OfferingProposal {
  readonly source: "catalogue" | "deals";
  readonly offerings: readonly ProposedOffering[];
}

export interface ProposedOffering {
  readonly key: string;
  readonly name: string;
  readonly parent?: string;
  readonly products?: readonly RecordId[];
  readonly terms?: readonly string[];
}

type Crm = Pick<CrmView, "account" | "family" | "opportunities" | "products">;

/** Ways to divide the customer, the most telling first; the customer as one area where nothing divides it. */
export function proposePerspectives(crm: Crm, facts: CrmFacts): PerspectiveProposal[] {
  const root = crm.account;
  if (!root) return [];
  const accounts = withRoot(root, crm.family);
  const found = proposeAreas({
    root: root.id,
    accounts: accounts.map((account) => ({
      id: account.id,
      name: account.name,
      parent: valueOf(account.parent),
      attributes: attributesOf(account),
    })),
    deals: facts.deals.map((deal) => ({
      account: deal.account,
      ...(deal.attributes === undefined ? {} : { attributes: deal.attributes }),
    })),
  });
  const proposals = found.map(({ kind, field, areas, reach }): PerspectiveProposal => ({
    id: `${kind}:${field ?? ""}`,
    kind,
    field,
    areas: intoParents(areas),
    reach,
  }));
  if (proposals.length > 0 || facts.deals.length + facts.assets.length === 0) return proposals;
  return [{ id: "whole:", kind: "whole", field: undefined, areas: [wholeCustomer(root)], reach: 1 }];
}

/** A parent's own records stay with the parent: the grid shows them as "itself" beside its children. */
function intoParents(areas: readonly ProposedArea[]): ProposedArea[] {
  const own = new Map(
    areas.flatMap((area) =>
      area.ownRecords === true && area.parent !== undefined
        ? [[area.parent, area.accounts ?? []] as const]
        : [],
    ),
  );
  return areas
    .filter((area) => area.ownRecords !== true || area.parent === undefined)
    .map((area) => {
      const accounts = own.get(area.key);
      return accounts === undefined ? area : { ...area, accounts };
    });
}

const wholeCustomer = (root: Account): ProposedArea => ({
  key: root.id,
  name: root.name,
  accounts: [root.id],
});

/** More offerings than this are no grid to begin with. */
const MOST_FROM_DEALS = 20;

/** Offerings from the product catalogue by family; without one, from the products that deals name. */
export function proposeOfferings(crm: Crm, plan: PlanReading): OfferingProposal | undefined {
  if (plan.offerings.some(({ record }) => record.fields.retired !== true)) return undefined;
  const products = crm.products.filter((product) => product.active);
  if (products.length > 0) {
    const families = new Map<string, string>();
    for (const product of products) {
      const family = valueOf(product.family);
      if (family !== undefined) families.set(family, `family:${family}`);
    }
    const single = families.size < 2;
    const offerings: ProposedOffering[] = [
      ...(single ? [] : [...families].map(([name, key]) => ({ key, name }))),
      ...products.map((product): ProposedOffering => {
        const family = valueOf(product.family);
        return {
          key: product.id,
          name: product.name,
          products: [product.id],
          ...(single || family === undefined ? {} : { parent: `family:${family}` }),
        };
      }),
    ];
    return { source: "catalogue", offerings };
  }
  const counts = new Map<string, number>();
  for (const opportunity of crm.opportunities)
    for (const line of valueOf(opportunity.lineItems) ?? [])
      if (line.productName.trim() !== "")
        counts.set(line.productName, (counts.get(line.productName) ?? 0) + 1);
  const names = [...counts].toSorted(([, one], [, other]) => other - one).slice(0, MOST_FROM_DEALS);
  if (names.length === 0) return undefined;
  return { source: "deals", offerings: names.map(([name]) => ({ key: name, name, terms: [name] })) };
}

export interface AcceptedProposal {
  readonly proposal: PerspectiveProposal;
  readonly perspectiveName: string;
  readonly offerings: OfferingProposal | undefined;
}

/** Everything proposed, as one step that undo takes back whole. */
export function acceptProposal(plan: PlanReading, accepted: AcceptedProposal, newId: NewId): PlanEdit {
  const { proposal, perspectiveName, offerings } = accepted;
  const perspective = newId("perspective");
  const areaIds = new Map(proposal.areas.map((area) => [area.key, newId("area")]));
  const order = 1 + plan.perspectives.reduce((last, item) => Math.max(last, item.fields.order ?? 0), 0);
  const puts: Put[] = [
    putOf("perspective", perspective, { name: clip(perspectiveName, 80), order }),
    ...proposal.areas.map((area, index) => {
      const parent = area.parent === undefined ? undefined : areaIds.get(area.parent);
      return putOf(
        "area",
        areaIds.get(area.key) ?? newId("area"),
        filled({
          perspective,
          parent: parent ?? null,
          name: clip(area.name, 120),
          order: index + 1,
          accounts: area.accounts ? area.accounts.map(toRecordId) : null,
          ruleField: area.rule?.field ?? null,
          ruleValue: area.rule ? clip(area.rule.value, 255) : null,
        }),
      );
    }),
    ...offeringPuts(offerings, newId),
  ];
  return planEdit("areas-proposed-accepted", puts);
}

/** Offerings alone, for a plan that has areas already. */
export const acceptOfferings = (offerings: OfferingProposal, newId: NewId): PlanEdit =>
  planEdit("offerings-accepted", offeringPuts(offerings, newId));

function offeringPuts(proposal: OfferingProposal | undefined, newId: NewId): Put[] {
  const offerings = proposal?.offerings ?? [];
  const ids = new Map(offerings.map((offering) => [offering.key, newId("offering")]));
  return offerings.map((offering, index) => {
    const parent = offering.parent === undefined ? undefined : ids.get(offering.parent);
    return putOf(
      "offering",
      ids.get(offering.key) ?? newId("offering"),
      filled({
        name: clip(offering.name, 120),
        parent: parent ?? null,
        order: index + 1,
        products: offering.products ?? null,
        terms: offering.terms ?? null,
      }),
    );
  });
}

/** Names of a CRM may be longer than a plan keeps them. */
const clip = (text: string, max: number): string =>
  text.length <= max ? text : `${text.slice(0, max - 1).trimEnd()}…`;
