import type { InsightRecord } from "../workspace/board-reading.model.ts";
import type { Workspace } from "../workspace/use-workspace.ts";

/** What every part of an insight's panel is given. */
export interface InsightPartProps {
  readonly workspace: Workspace;
  readonly insight: InsightRecord;
}
