import type { RecordId } from "@sweetspot/contract";
import type { Cell, Side } from "@sweetspot/strategy-overlap";
import { type BoardFilter, NO_FILTER } from "../board/filter.model.ts";
import { SHOWN_MORE } from "../board/level-rows.model.ts";

/** What the panel is about. */
export interface Opened {
  readonly kind: "insight" | "spot" | "gap";
  readonly id: RecordId;
}

/** Where somebody is writing a new insight, and about whom. */
export interface Composing {
  readonly level: RecordId;
  readonly side: Side;
  readonly member?: RecordId;
}

/** The cell questions are picked for, and whom they are about. */
export interface Asking {
  readonly cell: Cell;
  readonly member?: RecordId | undefined;
}

/** Dialogs over the whole widget. */
export type DialogKind =
  | "levels"
  | "conflicts"
  | "library"
  | "gaps"
  | "messages"
  | "templates"
  | "changes"
  | "review";

/** What a rep looks at. None of it is saved: it belongs to this page visit. */
export interface BoardState {
  readonly opened: Opened | undefined;
  /** A mouse click leaves the focus on the board; the keyboard takes it into the panel. */
  readonly openedBy: "keyboard" | "pointer";
  /** Key of the card that is being reworded in place. */
  readonly editing: string | undefined;
  readonly composing: Composing | undefined;
  /** Taken up by the keyboard, to be matched with the next one chosen. */
  readonly held: RecordId | undefined;
  readonly filter: BoardFilter;
  readonly proposals: boolean;
  readonly links: boolean;
  readonly table: boolean;
  /** How many more than at first, by level and list. */
  readonly more: Readonly<Record<string, number>>;
  /** Written in this visit: shown whatever the limit. */
  readonly kept: ReadonlySet<RecordId>;
  readonly dialog: DialogKind | undefined;
  readonly asking: Asking | undefined;
}

export const FIRST_STATE: BoardState = {
  opened: undefined,
  openedBy: "pointer",
  editing: undefined,
  composing: undefined,
  held: undefined,
  filter: NO_FILTER,
  proposals: false,
  links: false,
  table: false,
  more: {},
  kept: new Set(),
  dialog: undefined,
  asking: undefined,
};

export type BoardEvent =
  | { readonly kind: "opened"; readonly what: Opened; readonly by?: BoardState["openedBy"] }
  | { readonly kind: "closed" }
  | { readonly kind: "editing"; readonly key: string | undefined }
  | { readonly kind: "composing"; readonly where: Composing | undefined }
  | { readonly kind: "written"; readonly ids: readonly RecordId[] }
  | { readonly kind: "held"; readonly insight: RecordId | undefined }
  | { readonly kind: "filtered"; readonly filter: Partial<BoardFilter> }
  | { readonly kind: "toggled"; readonly what: "proposals" | "links" | "table" }
  | { readonly kind: "more-shown"; readonly level: RecordId; readonly list: "spots" | Side }
  | { readonly kind: "asking"; readonly where: Asking | undefined }
  | { readonly kind: "dialog"; readonly dialog: DialogKind | undefined };

export function boardReducer(state: BoardState, event: BoardEvent): BoardState {
  switch (event.kind) {
    case "opened":
      return { ...state, opened: event.what, openedBy: event.by ?? "pointer" };
    case "closed":
      return { ...state, opened: undefined };
    case "editing":
      return { ...state, editing: event.key };
    case "composing":
      return { ...state, composing: event.where, editing: undefined };
    case "written":
      return { ...state, kept: new Set([...state.kept, ...event.ids]) };
    case "held":
      return { ...state, held: event.insight };
    case "filtered":
      return { ...state, filter: { ...state.filter, ...event.filter } };
    case "toggled":
      return { ...state, [event.what]: !state[event.what] };
    case "more-shown": {
      const key = moreKey(event.level, event.list);
      return { ...state, more: { ...state.more, [key]: (state.more[key] ?? 0) + SHOWN_MORE } };
    }
    case "asking":
      return { ...state, asking: event.where, composing: undefined };
    case "dialog":
      return { ...state, dialog: event.dialog };
  }
}

export const moreKey = (level: RecordId, list: "spots" | Side): string => `${level} ${list}`;
