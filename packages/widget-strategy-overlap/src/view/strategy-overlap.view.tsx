import { strategyLevel } from "@sweetspot/plan-model";
import { recordsOf } from "@sweetspot/plan-model";
import { beginBoard } from "@sweetspot/strategy-overlap";
import { Button, stateOf, StateScreen, useCrm, usePlan, WidgetFrame } from "@sweetspot/widget-kit";
import type { ReactNode } from "react";
import { BoardView } from "../board/board.view.tsx";
import { useText } from "../workspace/use-text.ts";
import { useWorkspace } from "../workspace/use-workspace.ts";

/** The strategy comparison: what the customer wants, what we do, and where the two meet. */
export function StrategyOverlapView(): ReactNode {
  const t = useText();
  const workspace = useWorkspace();
  const planView = usePlan();
  const crm = useCrm();
  const { reading, library, writable, edit } = workspace;
  const title = t("widget.title");
  const begin = (): void =>
    edit(
      beginBoard(recordsOf(strategyLevel, library.values()), {
        company: t("level.kind.company"),
        unit: t("level.kind.unit"),
        person: t("level.kind.person"),
      }),
    );
  return (
    <WidgetFrame icon="lens" title={title} subtitle={t("widget.question")}>
      <StateScreen
        state={stateOf(planView, crm, reading.board.levels.length === 0)}
        title={title}
        empty={{
          icon: "lens",
          title: t("empty.title"),
          text: writable ? t("empty.text") : t("empty.read-only"),
          ...(writable
            ? {
                actions: (
                  <Button tone="primary" onClick={begin}>
                    {t("empty.start")}
                  </Button>
                ),
              }
            : {}),
        }}
      >
        <BoardView workspace={workspace} />
      </StateScreen>
    </WidgetFrame>
  );
}
