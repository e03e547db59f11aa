import { useMemo, useState } from "react";
import { createRowDrawer, type DrawnRow } from "../model/drawn-rows.model.ts";
import type { Workspace } from "./use-workspace.ts";

/** The rows as they are drawn; those that look as before are the same objects as before. */
export function useDrawnRows(workspace: Workspace): readonly DrawnRow[] {
  const { model, frame, filtered, state, comparison, similar } = workspace;
  const [draw] = useState(createRowDrawer);
  const money = state.lens === "money" ? workspace.money : undefined;
  const possession = state.lens === "possession";
  const { passes } = filtered;
  const changes = comparison.byCell;
  return useMemo(
    () => draw({ model, frame, passes, money, possession, changes, similar }),
    [draw, model, frame, passes, money, possession, changes, similar],
  );
}
