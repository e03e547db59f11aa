import type { MatchSuggestion } from "@sweetspot/strategy-overlap";
import { useMemo, useState } from "react";
import { type BoardState, moreKey } from "../workspace/board-state.ts";
import { usePersonName } from "../workspace/use-person-name.ts";
import type { Workspace } from "../workspace/use-workspace.ts";
import { createLevelDrawer } from "./level-drawer.model.ts";
import { FIRST_SHOWN, type LevelRows } from "./level-rows.model.ts";

/** The board as it is drawn; levels on which nothing looks different are the same objects as before. */
export function useLevelRows(
  { reading }: Workspace,
  { more, kept }: BoardState,
  proposals: readonly MatchSuggestion[],
): readonly LevelRows[] {
  const personOf = usePersonName(reading);
  const [draw] = useState(createLevelDrawer);
  return useMemo(
    () =>
      draw(reading, {
        proposals,
        kept,
        personOf,
        limitOf: (level, list) => FIRST_SHOWN + (more[moreKey(level, list)] ?? 0),
      }),
    [draw, reading, proposals, kept, more, personOf],
  );
}
