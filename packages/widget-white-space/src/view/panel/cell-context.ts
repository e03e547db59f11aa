import type { CellModel } from "@sweetspot/white-space-plan";
import { createContext, use } from "react";
import type { CellRef } from "../../edits/cell-edits.model.ts";
import type { CellText } from "../use-cell-text.ts";
import type { Workspace } from "../use-workspace.ts";

/** The cell a panel is about, for its sections. */
export interface OpenedCell {
  readonly workspace: Workspace;
  readonly text: CellText;
  readonly cell: CellModel;
  readonly ref: CellRef;
}

export const OpenedCellContext = createContext<OpenedCell | undefined>(undefined);

export function useOpenedCell(): OpenedCell {
  const opened = use(OpenedCellContext);
  if (!opened)
    throw new Error("A section of the cell panel stands outside the panel. Render it inside CellPanel.");
  return opened;
}
