import type { RecordId } from "@sweetspot/contract";
import type { TextLanguage } from "@sweetspot/strategy-overlap";
import type { SpotFilter } from "../model/spots.model.ts";

export type DialogKind = "proofs" | "compare" | "sheet" | "conflicts";

/** What one mounted widget shows. */
export interface ViewState {
  /** The sweet spot that is open; the list while there is none. */
  readonly spot: RecordId | undefined;
  /** Key of the audience that is open; the first one where absent or gone. */
  readonly audience: string | undefined;
  /** The wording that is open; the one that is told where absent or gone. */
  readonly variant: RecordId | undefined;
  readonly filter: SpotFilter;
  readonly layout: "cards" | "table";
  /** The sweet spot that was open last: the list gives it the focus. */
  readonly left: RecordId | undefined;
  /** The language of the frames; the proposition's own where absent. */
  readonly frames: TextLanguage | undefined;
  readonly dialog: DialogKind | undefined;
}

export type ViewEvent =
  | {
      readonly kind: "spot-opened";
      readonly spot: RecordId;
      readonly audience?: string | undefined;
      readonly variant?: RecordId | undefined;
    }
  | { readonly kind: "list-opened" }
  | { readonly kind: "audience-opened"; readonly audience: string }
  | { readonly kind: "variant-opened"; readonly variant: RecordId }
  | { readonly kind: "filter-changed"; readonly filter: Partial<SpotFilter> }
  | { readonly kind: "layout-chosen"; readonly layout: ViewState["layout"] }
  | { readonly kind: "frames-chosen"; readonly language: TextLanguage }
  | { readonly kind: "dialog-opened"; readonly dialog: DialogKind }
  | { readonly kind: "dialog-closed" };

export const FIRST_STATE: ViewState = {
  spot: undefined,
  audience: undefined,
  variant: undefined,
  filter: { text: "", without: false },
  layout: "cards",
  left: undefined,
  frames: undefined,
  dialog: undefined,
};

export function viewReducer(state: ViewState, event: ViewEvent): ViewState {
  switch (event.kind) {
    case "spot-opened": {
      const { spot, audience, variant } = event;
      return { ...state, spot, audience, variant, frames: undefined };
    }
    case "list-opened":
      return {
        ...state,
        spot: undefined,
        audience: undefined,
        variant: undefined,
        frames: undefined,
        left: state.spot,
      };
    case "audience-opened":
      return { ...state, audience: event.audience, variant: undefined, frames: undefined };
    case "variant-opened":
      return { ...state, variant: event.variant, frames: undefined };
    case "filter-changed":
      return { ...state, filter: { ...state.filter, ...event.filter } };
    case "layout-chosen":
      return { ...state, layout: event.layout };
    case "frames-chosen":
      return { ...state, frames: event.language };
    case "dialog-opened":
      return { ...state, dialog: event.dialog };
    case "dialog-closed":
      return { ...state, dialog: undefined };
  }
}
