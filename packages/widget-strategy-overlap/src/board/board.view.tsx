import { INSIGHT_KINDS, SIDES } from "@sweetspot/plan-model";
import type { ReactNode } from "react";
import { useText } from "../workspace/use-text.ts";
import type { Workspace } from "../workspace/use-workspace.ts";

/** Levels from the top, the customer beside us. */
export function BoardView({ workspace }: { readonly workspace: Workspace }): ReactNode {
  const t = useText();
  const { board } = workspace.reading;
  return (
    <div className="so-board">
      {board.levels.map((level) => (
        <section key={level.id} aria-label={level.fields.name}>
          <h3 dir="auto">{level.fields.name}</h3>
          <div className="so-halves">
            {SIDES.map((side) => (
              <ul key={side} aria-label={t(`side.${side}`)}>
                {INSIGHT_KINDS.flatMap((kind) => board.insightsIn({ level: level.id, side, kind })).map(
                  (insight) => (
                    <li key={insight.id} dir="auto">
                      {insight.fields.statement}
                    </li>
                  ),
                )}
              </ul>
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}
