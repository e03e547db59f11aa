import type { WidgetOptions } from "@sweetspot/contract";
import {
  Button,
  ConflictDialog,
  HistoryPanel,
  type MenuEntry,
  stateOf,
  StateScreen,
  useCrm,
  useFormat,
  usePlan,
  WidgetFrame,
} from "@sweetspot/widget-kit";
import { type ReactNode, useRef } from "react";
import { firstDays } from "../time/periods.model.ts";
import { isOfGrid } from "../time/grid-history.model.ts";
import { CsvDialog } from "./dialogs/csv-dialog.view.tsx";
import { MoneyDialog } from "./dialogs/money-dialog.view.tsx";
import { RulesDialog } from "./dialogs/rules-dialog.view.tsx";
import { StartDialog } from "./dialogs/start-dialog.view.tsx";
import { StructureDialog } from "./dialogs/structure-dialog.view.tsx";
import { UnmatchedDialog } from "./dialogs/unmatched-dialog.view.tsx";
import { FirstSteps, useMissing } from "./first-steps.view.tsx";
import type { DialogKind } from "./grid-state.ts";
import { Legend } from "./legend.view.tsx";
import { MainView } from "./main.view.tsx";
import { Proposals } from "./proposals.view.tsx";
import { Toolbar } from "./toolbar.view.tsx";
import { useCellText } from "./use-cell-text.ts";
import { useConflictWords } from "./use-conflict-words.ts";
import { useCsv } from "./use-csv.ts";
import { useExports } from "./use-exports.ts";
import { useOffice } from "./use-office.ts";
import { useText } from "./use-text.ts";
import { useWorkspace } from "./use-workspace.ts";

/** The white-space widget: what the customer buys from us where, and what he could. */
export function WhiteSpaceView({ options }: { readonly options: WidgetOptions }): ReactNode {
  const t = useText();
  const workspace = useWorkspace(options);
  const text = useCellText();
  const crm = useCrm();
  const planView = usePlan();
  const csv = useCsv(workspace);
  const format = useFormat();
  const words = useConflictWords(workspace);
  const holder = useRef<HTMLDivElement>(null);
  const exports = useExports(workspace, text, holder);
  const office = useOffice(workspace, text, { csv, exports });
  const missing = useMissing(workspace);
  const { model, writable, dispatch, state, eyes, comparison } = workspace;
  const show = (dialog: DialogKind): void => dispatch({ kind: "dialog-opened", dialog });
  const title = t("widget.title");
  const complete = missing === "nothing";
  const past = comparison.days && comparison.days.to < eyes.today ? comparison.days.to : undefined;
  const still = past && t("time.read-only", { day: format.date(past) });
  const menu: readonly MenuEntry[] = [
    ...(writable
      ? [{ id: "add", icon: "plus" as const, label: t("menu.add"), onSelect: () => show("start") }]
      : []),
    { id: "structure", icon: "hierarchy", label: t("menu.structure"), onSelect: () => show("structure") },
    ...(complete
      ? [
          {
            id: "compare",
            icon: "clock" as const,
            label: t("menu.compare"),
            onSelect: () => dispatch({ kind: "days-compared", days: firstDays(eyes.today) }),
          },
        ]
      : []),
    { id: "history", icon: "person", label: t("menu.history"), onSelect: () => show("history") },
    { id: "rules", icon: "settings", label: t("menu.rules"), onSelect: () => show("rules") },
    { id: "money", icon: "swap", label: t("menu.money"), onSelect: () => show("money") },
    ...(model.derived.unmatched.records.length > 0
      ? [
          {
            id: "unmatched",
            icon: "question" as const,
            label: t("menu.unmatched"),
            onSelect: () => show("unmatched"),
          },
        ]
      : []),
    ...(writable
      ? [{ id: "import", icon: "upload" as const, label: t("menu.import"), onSelect: () => show("csv") }]
      : []),
    ...(complete ? office : []),
  ];
  return (
    <WidgetFrame
      icon="grid"
      title={title}
      subtitle={
        complete
          ? t("widget.subtitle", {
              areas: model.areas.leaves.length,
              offerings: model.offerings.leaves.length,
            })
          : t("widget.question")
      }
      menu={menu}
      bar={complete ? <Toolbar workspace={workspace} /> : undefined}
      footer={
        complete ? (
          <Legend similar={workspace.similar !== undefined} lens={state.lens} text={text} />
        ) : undefined
      }
      {...(complete ? { table: exports.table, csv: csv.table, picture: exports.picture } : {})}
      still={still}
      onResolve={() => show("conflicts")}
    >
      <StateScreen
        state={stateOf(planView, crm, missing === "everything")}
        title={title}
        empty={{
          icon: "grid",
          title: t("empty.title"),
          text: writable ? t("empty.text") : t("empty.read-only"),
          ...(writable
            ? {
                actions: (
                  <>
                    <Button tone="primary" onClick={() => show("start")}>
                      {t("empty.start")}
                    </Button>
                    <Button onClick={() => show("csv")}>{t("menu.import")}</Button>
                  </>
                ),
              }
            : {}),
        }}
        onResolve={() => show("conflicts")}
      >
        {complete ? <MainView workspace={workspace} text={text} /> : null}
        {missing === "proposal" ? <Proposals workspace={workspace} onByHand={() => show("start")} /> : null}
        {missing === "areas" || missing === "offerings" || missing === "visible-offerings" ? (
          <FirstSteps workspace={workspace} missing={missing} />
        ) : null}
      </StateScreen>
      <div ref={holder} className="ws-picture" aria-hidden="true" />
      <StartDialog workspace={workspace} />
      <StructureDialog workspace={workspace} />
      <RulesDialog workspace={workspace} />
      <MoneyDialog workspace={workspace} />
      <CsvDialog workspace={workspace} csv={csv} />
      <UnmatchedDialog workspace={workspace} />
      <HistoryPanel
        open={state.dialog === "history"}
        onOpenChange={() => dispatch({ kind: "dialog-closed" })}
        about={title}
        only={isOfGrid}
      />
      <ConflictDialog
        open={state.dialog === "conflicts"}
        onOpenChange={() => dispatch({ kind: "dialog-closed" })}
        words={words}
      />
    </WidgetFrame>
  );
}
