import type { PlanEdit, RecordId } from "@sweetspot/contract";
import { GRID_LAYOUT_ID } from "@sweetspot/plan-model";
import type { Axis, OfferingRecord, PlanReading } from "@sweetspot/white-space-plan";
import { filled } from "./area-edits.model.ts";
import { type NewId, planEdit, type Put, putOf } from "./edit.ts";

export interface NewOffering {
  readonly name: string;
  readonly parent?: RecordId | undefined;
  readonly products?: readonly RecordId[] | undefined;
  readonly terms?: readonly string[] | undefined;
}

/** Adds an offering to this account's plan; the company's own list is the admin's. */
export function addOffering(plan: PlanReading, offering: NewOffering, newId: NewId): PlanEdit {
  const siblings = plan.offerings.filter((item) => item.record.fields.parent === offering.parent);
  return planEdit("offering-added", [
    putOf(
      "offering",
      newId("offering"),
      filled({
        name: offering.name.trim(),
        parent: offering.parent ?? null,
        order: 1 + siblings.reduce((last, item) => Math.max(last, item.record.fields.order ?? 0), 0),
        ...matchFields(offering),
      }),
    ),
  ]);
}

const matchFields = (match: Pick<NewOffering, "products" | "terms">) => ({
  products: match.products && match.products.length > 0 ? match.products : null,
  terms: match.terms && match.terms.length > 0 ? match.terms : null,
});

const scopeOf = (plan: PlanReading, offering: RecordId): "plan" | "library" =>
  plan.offerings.find((item) => item.record.id === offering)?.origin ?? "plan";

export const renameOffering = (plan: PlanReading, offering: RecordId, name: string): PlanEdit => ({
  ...planEdit("offering-renamed", [putOf("offering", offering, { name: name.trim() })]),
  scope: scopeOf(plan, offering),
});

/** Which catalogue products and which words in a deal count as this offering. */
export const matchOffering = (
  plan: PlanReading,
  offering: RecordId,
  match: Pick<NewOffering, "products" | "terms">,
): PlanEdit => ({
  ...planEdit("offering-matched", [putOf("offering", offering, matchFields(match))]),
  scope: scopeOf(plan, offering),
});

/** Hides or shows offerings in this account's grid; what was entered for them stays. */
export function hideOfferings(plan: PlanReading, offerings: readonly RecordId[], hidden: boolean): PlanEdit {
  const others = plan.hiddenOfferings.filter((id) => !offerings.includes(id));
  const list = hidden ? [...others, ...offerings] : others;
  return planEdit(hidden ? "offering-hidden" : "offering-shown", [
    putOf("grid-layout", GRID_LAYOUT_ID, { hiddenOfferings: list.length > 0 ? list : null }),
  ]);
}

/**
 * Puts the children of `parent` (undefined: the top) into the order given. The layout names every offering, so that
 * later entries of the library follow at the end.
 */
export function reorderOfferings(axis: Axis, parent: string | undefined, ids: readonly string[]): PlanEdit {
  const childrenOf = (id: string | undefined): readonly string[] =>
    id === parent ? ids : axis.nodes.filter((node) => node.parent === id).map((node) => node.id);
  const walk = (id: string | undefined): RecordId[] =>
    childrenOf(id).flatMap((child) => {
      const node = axis.byId.get(child);
      return node ? [node.record, ...walk(child)] : [];
    });
  return planEdit("offering-moved", [
    putOf("grid-layout", GRID_LAYOUT_ID, { offeringOrder: walk(undefined) }),
  ]);
}

/** Removes an offering the plan itself keeps, with its subtree, its cells, questions and places in the layout. */
export function removeOffering(plan: PlanReading, offering: RecordId): PlanEdit {
  const own = plan.offerings.filter((item) => item.origin === "plan").map((item) => item.record);
  const gone = new Set(subtree(own, offering));
  const cells = [...plan.cells.values()].filter((cell) => gone.has(cell.fields.offering));
  const goneCells = new Set(cells.map((cell) => cell.id));
  const gaps = plan.gaps.filter((gap) => gap.fields.cell !== undefined && goneCells.has(gap.fields.cell));
  const arranged = [...plan.offeringOrder, ...plan.hiddenOfferings].some((id) => gone.has(id));
  const order = plan.offeringOrder.filter((id) => !gone.has(id));
  const hidden = plan.hiddenOfferings.filter((id) => !gone.has(id));
  const layout: Put[] = arranged
    ? [
        putOf("grid-layout", GRID_LAYOUT_ID, {
          offeringOrder: order.length > 0 ? order : null,
          hiddenOfferings: hidden.length > 0 ? hidden : null,
        }),
      ]
    : [];
  return planEdit("offering-removed", layout, [...gaps.map((gap) => gap.id), ...goneCells, ...gone]);
}

function subtree(offerings: readonly OfferingRecord[], top: RecordId): RecordId[] {
  const below = offerings.filter((item) => item.fields.parent === top && item.id !== top);
  return [
    top,
    ...below.flatMap((item) =>
      subtree(
        offerings.filter((other) => other.id !== top),
        item.id,
      ),
    ),
  ];
}
