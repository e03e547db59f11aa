import type { RecordId, WidgetOptions } from "@sweetspot/contract";
import type { Level } from "@sweetspot/white-space";
import { type GridFilter, NO_FILTER } from "../model/filter.model.ts";
import type { Spot } from "../model/grid-frame.model.ts";
import type { ComparedDays } from "../time/use-comparison.ts";

/** A leaf cell by its nodes. */
export interface CellAt {
  readonly area: string;
  readonly offering: string;
}

export type Brush = Level | "hand-back";
/** Dialogs over the whole widget. */
export type DialogKind =
  | "start"
  | "structure"
  | "rules"
  | "csv"
  | "unmatched"
  | "money"
  | "conflicts"
  | "history";
export const LENSES = ["level", "possession", "money"] as const;
export type Lens = (typeof LENSES)[number];

/** What a rep looks at, the cursor apart. None of it is saved: it belongs to this page visit. */
export interface GridState {
  readonly perspective: RecordId | undefined;
  readonly lens: Lens;
  readonly collapsedAreas: ReadonlySet<string>;
  /** Undefined until somebody folds a column: then the grid folds what nobody here buys. */
  readonly collapsedOfferings: ReadonlySet<string> | undefined;
  readonly filter: GridFilter;
  /** The cell whose panel is open. */
  readonly opened: CellAt | undefined;
  /** What the panel was opened for. */
  readonly intent: "look" | "not-possible" | "decline" | "plan";
  /** A mouse click leaves the focus in the grid; the keyboard takes it into the panel. */
  readonly openedBy: "keyboard" | "pointer";
  readonly brush: Brush | undefined;
  /** Why the brush "not possible" is painted. */
  readonly brushReason: string;
  readonly dialog: DialogKind | undefined;
  /** Two days whose levels are compared. */
  readonly compared: ComparedDays | undefined;
}

export const FIRST_STATE: GridState = {
  perspective: undefined,
  lens: "level",
  collapsedAreas: new Set(),
  collapsedOfferings: undefined,
  filter: NO_FILTER,
  opened: undefined,
  intent: "look",
  openedBy: "pointer",
  brush: undefined,
  brushReason: "",
  dialog: undefined,
  compared: undefined,
};

/** What an admin chose for the place (`options` in `widget.json`), as the state a rep begins in. */
export const toFirstState = (options: WidgetOptions): GridState => ({
  ...FIRST_STATE,
  lens: LENSES.find((lens) => lens === options["lens"]) ?? "level",
  filter: { ...NO_FILTER, suggested: options["suggestions"] === true },
});

export type GridEvent =
  | { readonly kind: "perspective-chosen"; readonly perspective: RecordId }
  | { readonly kind: "lens-chosen"; readonly lens: Lens }
  | { readonly kind: "row-toggled"; readonly id: string; readonly expand: boolean }
  | {
      readonly kind: "column-toggled";
      readonly id: string;
      readonly expand: boolean;
      /** What is folded now. */
      readonly folded: ReadonlySet<string>;
    }
  | { readonly kind: "all-rows-toggled"; readonly ids: readonly string[]; readonly expand: boolean }
  | { readonly kind: "filter-changed"; readonly filter: Partial<GridFilter> }
  | { readonly kind: "moved"; readonly to: Spot }
  | { readonly kind: "extended"; readonly from: Spot; readonly to: Spot }
  | { readonly kind: "range-dropped" }
  | {
      readonly kind: "opened";
      readonly cell: CellAt;
      readonly intent?: GridState["intent"];
      readonly by?: GridState["openedBy"];
    }
  | { readonly kind: "closed" }
  | { readonly kind: "brush-taken"; readonly brush: Brush | undefined }
  | { readonly kind: "brush-reason-given"; readonly reason: string }
  | { readonly kind: "days-compared"; readonly days: ComparedDays | undefined }
  | { readonly kind: "dialog-opened"; readonly dialog: DialogKind }
  | { readonly kind: "dialog-closed" };

export function gridReducer(state: GridState, event: GridEvent): GridState {
  switch (event.kind) {
    case "perspective-chosen":
      return {
        ...FIRST_STATE,
        lens: state.lens,
        collapsedOfferings: state.collapsedOfferings,
        perspective: event.perspective,
        compared: state.compared,
      };
    case "lens-chosen":
      return { ...state, lens: event.lens };
    case "row-toggled":
      return { ...state, collapsedAreas: toggled(state.collapsedAreas, [event.id], event.expand) };
    case "column-toggled":
      return { ...state, collapsedOfferings: toggled(event.folded, [event.id], event.expand) };
    case "all-rows-toggled":
      return { ...state, collapsedAreas: toggled(state.collapsedAreas, event.ids, event.expand) };
    case "filter-changed":
      return { ...state, filter: { ...state.filter, ...event.filter } };
    case "moved":
    case "extended":
    case "range-dropped":
      return state;
    case "opened":
      return {
        ...state,
        opened: event.cell,
        intent: event.intent ?? "look",
        openedBy: event.by ?? "pointer",
      };
    case "closed":
      return { ...state, opened: undefined, intent: "look" };
    case "brush-taken":
      return { ...state, brush: event.brush };
    case "brush-reason-given":
      return { ...state, brushReason: event.reason };
    case "days-compared":
      return { ...state, compared: event.days, brush: undefined };
    case "dialog-opened":
      return { ...state, dialog: event.dialog };
    case "dialog-closed":
      return { ...state, dialog: undefined };
  }
}

function toggled(
  collapsed: ReadonlySet<string>,
  ids: readonly string[],
  expand: boolean,
): ReadonlySet<string> {
  const next = new Set(collapsed);
  for (const id of ids) {
    if (expand) next.delete(id);
    else next.add(id);
  }
  return next;
}
