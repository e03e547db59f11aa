import { audienceKey, type ToldGroup } from "../model/audience.model.ts";
import type { PropositionRecord } from "../model/reading.model.ts";
import type { SpotEntry } from "../model/spots.model.ts";
import type { ViewState } from "./view-state.ts";

/** The open proposition of an open sweet spot. */
export interface OpenProposition {
  readonly entry: SpotEntry;
  readonly group: ToldGroup;
  readonly proposition: PropositionRecord;
}

/** What is open: the audience and wording asked for, the first ones where they are gone. */
export function openedIn({
  spots,
  state,
}: {
  readonly spots: readonly SpotEntry[];
  readonly state: ViewState;
}): OpenProposition | undefined {
  const entry = spots.find(({ id }) => id === state.spot);
  const group =
    entry?.groups.find(({ audience }) => audienceKey(audience) === state.audience) ??
    entry?.groups.find(({ variants }) => variants.some(({ id }) => id === state.variant)) ??
    entry?.groups[0];
  if (!entry || !group) return undefined;
  return { entry, group, proposition: group.variants.find(({ id }) => id === state.variant) ?? group.told };
}
