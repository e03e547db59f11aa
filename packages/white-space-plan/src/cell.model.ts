import type { IsoInstant, RecordId } from "@sweetspot/contract";
import type { DerivedCell, Level, Suggestion } from "@sweetspot/white-space";
import type { AxisNode } from "./axis.model.ts";
import type { CellRecord } from "./plan-reading.model.ts";

/** What became of a suggestion: untouched, taken up (a next step or a deal), or refused ("not here, because …"). */
export type SuggestionState = "open" | "planned" | "declined";

/** Everything known about one cell of the grid; of a parent it is the roll-up. */
export interface CellModel {
  /** Unique in the grid. */
  readonly key: string;
  readonly area: AxisNode;
  readonly offering: AxisNode;
  readonly leaf: boolean;
  readonly level: Level;
  readonly source: "hand" | "crm" | "roll-up";
  /** Absent where levels are not derived: roll-ups. */
  readonly derived: DerivedCell | undefined;
  /** What reps entered; absent until somebody does. */
  readonly record: CellRecord | undefined;
  readonly suggestion: Suggestion | undefined;
  readonly suggestionState: SuggestionState | undefined;
  /** Leaf cells at or beneath this one that the customer buys, and those he could. */
  readonly covered: number;
  readonly possible: number;
  /** Suggestions at or beneath this cell that are not declined. */
  readonly suggestionsInside: number;
  readonly openDeals: number;
}

/** The level set by hand, with its author; undefined where the CRM's data speaks. */
export interface HandLevel {
  readonly level: Level;
  readonly by: RecordId | undefined;
  readonly at: IsoInstant | undefined;
  readonly reason: string | undefined;
}

export const handLevelOf = (record: CellRecord | undefined): HandLevel | undefined =>
  record?.fields.level === undefined
    ? undefined
    : {
        level: record.fields.level,
        by: record.fields.levelSetBy,
        at: record.fields.levelSetAt,
        reason: record.fields.levelReason,
      };

/** Refusing wins over planning: "not here" is the later and stronger word. */
export function suggestionStateOf(record: CellRecord | undefined): SuggestionState {
  const fields = record?.fields;
  if (!fields) return "open";
  if (fields.makesSense === "no") return "declined";
  const planned = fields.nextStep !== undefined || (fields.opportunities?.length ?? 0) > 0;
  return planned ? "planned" : "open";
}

/** Has anybody entered something, beyond the cell's existence? */
export const hasContent = (record: CellRecord): boolean =>
  Object.keys(record.fields).some((name) => name !== "area" && name !== "offering");

export const cellKey = (area: string, offering: string): string => `${area}|${offering}`;
