import {
  ConflictDialog,
  stateOf,
  StateScreen,
  useCrm,
  usePlan,
  useRecordWords,
  WidgetFrame,
} from "@sweetspot/widget-kit";
import type { ReactNode } from "react";
import { ListBar, SpotList } from "./spot-list.view.tsx";
import { useText } from "./use-text.ts";
import { useWorkspace } from "./use-workspace.ts";

/** The value-proposition builder: what to promise whom, what it is worth to him, how we keep it, why he can rely on it. */
export function ValuePropositionView(): ReactNode {
  const t = useText();
  const workspace = useWorkspace();
  const plan = usePlan();
  const crm = useCrm();
  const words = useRecordWords();
  const { spots, state, dispatch } = workspace;
  const title = t("widget.title");
  const told = spots.filter(({ groups }) => groups.length > 0).length;
  const resolve = (): void => dispatch({ kind: "dialog-opened", dialog: "conflicts" });
  return (
    <WidgetFrame
      icon="stairs"
      title={title}
      subtitle={
        spots.length === 0 ? t("widget.question") : t("widget.subtitle", { told, spots: spots.length })
      }
      bar={spots.length === 0 ? undefined : <ListBar workspace={workspace} />}
      onResolve={resolve}
    >
      <StateScreen
        state={stateOf(plan, crm, spots.length === 0)}
        title={title}
        empty={{ icon: "stairs", title: t("empty.title"), text: t("empty.text") }}
        onResolve={resolve}
      >
        <SpotList workspace={workspace} />
      </StateScreen>
      <ConflictDialog
        open={state.dialog === "conflicts"}
        onOpenChange={() => dispatch({ kind: "dialog-closed" })}
        words={words}
      />
    </WidgetFrame>
  );
}
