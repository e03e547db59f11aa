import type { IsoDate, IsoInstant, RecordId } from "@sweetspot/contract";
import { type GridModel, pendingSteps } from "@sweetspot/white-space-plan";

/** One account's white space in a few figures, for a card or a list of accounts. */
export interface WhiteSpaceSummary {
  readonly areas: number;
  readonly offerings: number;
  /** Suggestions not declined. */
  readonly suggestions: number;
  readonly covered: number;
  readonly possible: number;
  readonly strong: number;
  /** The strongest suggestion not taken up yet. */
  readonly best: { readonly area: string; readonly offering: string; readonly evidence: number } | undefined;
  /** The next step due first. */
  readonly nextStep:
    | {
        readonly text: string;
        readonly area: string;
        readonly offering: string;
        readonly owner: RecordId | undefined;
        readonly due: IsoDate | undefined;
      }
    | undefined;
  /** Who changed a cell last, and when; undefined while everything is derived. */
  readonly lastChange: { readonly by: RecordId; readonly at: IsoInstant } | undefined;
  /** The day levels are counted from, where it is not today. */
  readonly asOf: IsoDate | undefined;
}

/** Sums one perspective up. Pure; names are those of the plan. */
export function summarise(model: GridModel): WhiteSpaceSummary {
  const { covered, possible } = model.grid.coverage();
  const nameOf = (area: string, offering: string) => ({
    area: model.areas.byId.get(area)?.name ?? "",
    offering: model.offerings.byId.get(offering)?.name ?? "",
  });
  const open = model.suggestions.find(
    (suggestion) => model.cell(suggestion.area, suggestion.offering).suggestionState === "open",
  );
  const step = pendingSteps(model, undefined)[0]?.cell;
  const fields = step?.record?.fields;
  const shown = new Set<RecordId>(model.areas.nodes.map((node) => node.record));
  const last = [...model.plan.cells.values()]
    .filter((cell) => shown.has(cell.fields.area))
    .toSorted((one, other) => (one.updatedAt < other.updatedAt ? 1 : -1))[0];
  return {
    areas: model.areas.leaves.length,
    offerings: model.offerings.leaves.length,
    suggestions: model.suggestions.length,
    covered,
    possible,
    strong: model.grid.toProtect().filter((item) => item.level === "strong").length,
    best: open && { ...nameOf(open.area, open.offering), evidence: open.evidence },
    nextStep:
      step && fields?.nextStep !== undefined
        ? {
            text: fields.nextStep,
            ...nameOf(step.area.id, step.offering.id),
            owner: fields.nextStepOwner,
            due: fields.nextStepDue,
          }
        : undefined,
    lastChange: last && { by: last.updatedBy, at: last.updatedAt },
    asOf: model.derived.nowFromData ? model.derived.now : undefined,
  };
}
