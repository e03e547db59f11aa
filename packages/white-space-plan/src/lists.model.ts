import type { IsoDate, Money, RecordId } from "@sweetspot/contract";
import { type Question, questionsFor, type Suggestion } from "@sweetspot/white-space";
import type { AxisNode } from "./axis.model.ts";
import type { CellModel } from "./cell.model.ts";
import type { GridModel } from "./grid.model.ts";
import { lastWon } from "./level-reasons.model.ts";

/** One line of "Where next": a suggestion, its evidence and what is at stake. */
export interface NextEntry {
  readonly cell: CellModel;
  readonly suggestion: Suggestion;
  readonly potential: Money | undefined;
}

/** Suggestions by evidence, then by potential, then in the grid's order. Those taken up already come last. */
export function whereNext(model: GridModel): NextEntry[] {
  const entries = model.suggestions.map((suggestion): NextEntry => {
    const cell = model.cell(suggestion.area, suggestion.offering);
    return { cell, suggestion, potential: cell.record?.fields.potential };
  });
  return entries.toSorted(
    (one, other) =>
      Number(one.cell.suggestionState === "planned") - Number(other.cell.suggestionState === "planned") ||
      other.suggestion.evidence - one.suggestion.evidence ||
      comparePotential(one.potential, other.potential),
  );
}

/** Amounts of two currencies do not compare. */
function comparePotential(one: Money | undefined, other: Money | undefined): number {
  if (!one || !other) return Number(one === undefined) - Number(other === undefined);
  return one.currency === other.currency ? other.amount - one.amount : 0;
}

/** One line of "Ask first": questions that are open for an offering, in the areas named. */
export interface AskEntry {
  readonly offering: AxisNode;
  readonly areas: readonly CellModel[];
  /** True where the offering has no suggestion and no level in any area. */
  readonly everywhere: boolean;
  readonly questions: readonly Question[];
  readonly openDeal: boolean;
}

/** What a rep already answered about a cell. A lost deal answers whether it was ever proposed. */
export function openQuestions(cell: CellModel): Question[] {
  const fields = cell.record?.fields;
  if (fields?.makesSense === "no") return [];
  const proposed = fields?.proposed ?? ((cell.derived?.lostDeals ?? 0) > 0 ? "yes" : undefined);
  const { level, leaf, suggestion } = cell;
  return questionsFor(
    { level, leaf, ...(suggestion ? { suggestion } : {}) },
    {
      ...(fields?.absenceReason === undefined ? {} : { absenceReason: fields.absenceReason }),
      ...(fields?.competitor === undefined ? {} : { competitor: fields.competitor }),
      ...(proposed === undefined ? {} : { proposed }),
    },
  );
}

/**
 * Questions where the evidence is too little for a suggestion, one line per offering: asked first where a deal is open,
 * then where some evidence stands, then where most areas are white.
 */
export function askFirst(model: GridModel): AskEntry[] {
  const entries = model.offerings.leaves.flatMap((offering): (AskEntry & { evidence: number })[] => {
    const cells = model.areas.leaves.map((area) => model.cell(area.id, offering.id));
    const asked = cells.filter((cell) => openQuestions(cell).length > 0);
    if (asked.length === 0) return [];
    const questions = [...new Set(asked.flatMap(openQuestions))];
    return [
      {
        offering,
        areas: asked,
        everywhere: asked.length === cells.filter((cell) => cell.level !== "not-possible").length,
        questions,
        openDeal: asked.some((cell) => cell.openDeals > 0),
        evidence: Math.max(...asked.map((cell) => model.grid.evidenceOf(cell.area.id, offering.id))),
      },
    ];
  });
  return entries.toSorted(
    (one, other) =>
      Number(other.openDeal) - Number(one.openDeal) ||
      other.evidence - one.evidence ||
      other.areas.length - one.areas.length,
  );
}

/** One line of "Protect": a strong cell and how fresh it is. */
export interface ProtectEntry {
  readonly cell: CellModel;
  readonly lastWon: IsoDate | undefined;
  /** The day the newest win stops counting as recent, where that is within three months. */
  readonly fadesOn: IsoDate | undefined;
}

/** Strong cells, those that fade soonest first; levels set by hand without a win come last. */
export function toProtect(model: GridModel): ProtectEntry[] {
  const { recentMonths } = model.plan.rules;
  const soon = addMonths(model.derived.now, 3);
  return model.grid
    .toProtect()
    .filter((item) => item.level === "strong")
    .map(({ area, offering }): ProtectEntry => {
      const cell = model.cell(area, offering);
      const won = cell.derived && lastWon(cell.derived);
      const fades = won === undefined ? undefined : addMonths(won, recentMonths);
      return { cell, lastWon: won, fadesOn: fades !== undefined && fades <= soon ? fades : undefined };
    })
    .toSorted((one, other) => ((one.lastWon ?? "9999") < (other.lastWon ?? "9999") ? -1 : 1));
}

/** The same day so many months later, or the last day of that month. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const count = year * 12 + (month - 1) + months;
  const last = new Date(Date.UTC(Math.floor(count / 12), (count % 12) + 1, 0)).getUTCDate();
  const pad = (value: number, length: number): string => String(value).padStart(length, "0");
  return `${pad(Math.floor(count / 12), 4)}-${pad((count % 12) + 1, 2)}-${pad(Math.min(day, last), 2)}`;
}

/** Next steps not done, those past their day first. */
export function pendingSteps(
  model: GridModel,
  owner: RecordId | undefined,
): readonly { readonly cell: CellModel; readonly due: IsoDate | undefined }[] {
  return model.areas.leaves
    .flatMap((area) => model.offerings.leaves.map((offering) => model.cell(area.id, offering.id)))
    .filter((cell) => {
      const fields = cell.record?.fields;
      if (fields?.nextStep === undefined || fields.nextStepDone === true) return false;
      return owner === undefined || fields.nextStepOwner === owner;
    })
    .map((cell) => ({ cell, due: cell.record?.fields.nextStepDue }))
    .toSorted((one, other) => ((one.due ?? "9999") < (other.due ?? "9999") ? -1 : 1));
}
