import { recordsOf, strategyLevel } from "@sweetspot/plan-model";
import { beginBoard } from "@sweetspot/strategy-overlap";
import {
  Button,
  ConflictDialog,
  IconButton,
  type MenuEntry,
  stateOf,
  StateScreen,
  TableTwin,
  useCrm,
  usePlan,
  useRecordWords,
  WidgetFrame,
} from "@sweetspot/widget-kit";
import { memo, type ReactNode, useCallback, useReducer, useRef } from "react";
import { BoardView } from "../board/board.view.tsx";
import { FilterBar } from "../board/filter-bar.view.tsx";
import { Legend } from "../board/legend.view.tsx";
import { LevelsDialog } from "../board/levels-dialog.view.tsx";
import { useExports } from "../export/use-exports.ts";
import { useProposals } from "../lane/use-proposals.ts";
import { useCustomerName } from "../messages/message-context.ts";
import { MessagesDialog } from "../messages/messages-dialog.view.tsx";
import { boardReducer, type DialogKind, FIRST_STATE } from "../workspace/board-state.ts";
import { usePersonName } from "../workspace/use-person-name.ts";
import { useText } from "../workspace/use-text.ts";
import { useWorkspace, type Workspace } from "../workspace/use-workspace.ts";
import { Panel } from "./panel.view.tsx";

/** The strategy comparison: what the customer wants, what we do, and where the two meet. */
export function StrategyOverlapView(): ReactNode {
  const t = useText();
  const workspace = useWorkspace();
  const { reading, library, writable, edit } = workspace;
  const planView = usePlan();
  const crm = useCrm();
  const words = useRecordWords();
  const customer = useCustomerName();
  const personOf = usePersonName(reading);
  const [state, dispatch] = useReducer(boardReducer, FIRST_STATE);
  const proposals = useProposals(reading.board, workspace.language);
  const picture = useRef<HTMLDivElement>(null);
  const exports = useExports(workspace, customer, personOf, picture);
  const title = t("widget.title");
  const begun = reading.board.levels.length > 0;
  const show = (dialog: DialogKind | undefined): void => dispatch({ kind: "dialog", dialog });
  const closeDialog = useCallback(() => dispatch({ kind: "dialog", dialog: undefined }), []);
  const begin = (): void => {
    edit(
      beginBoard(recordsOf(strategyLevel, library.values()), {
        company: t("level.kind.company"),
        unit: t("level.kind.unit"),
        person: t("level.kind.person"),
      }),
    );
  };
  const menu: readonly MenuEntry[] = begun
    ? [
        { id: "messages", icon: "note", label: t("messages.title"), onSelect: () => show("messages") },
        ...(writable
          ? [
              {
                id: "levels",
                icon: "hierarchy" as const,
                label: t("levels.title"),
                onSelect: () => show("levels"),
              },
            ]
          : []),
      ]
    : [];
  return (
    <WidgetFrame
      icon="lens"
      title={title}
      subtitle={customer === "" ? t("widget.question") : t("widget.subtitle", { customer })}
      menu={menu}
      tools={
        begun ? (
          <IconButton
            icon="table"
            label={t("board.as-table")}
            pressed={state.table}
            onClick={() => dispatch({ kind: "toggled", what: "table" })}
          />
        ) : undefined
      }
      bar={
        begun ? (
          <FilterBar
            workspace={workspace}
            state={state}
            dispatch={dispatch}
            proposals={proposals.length}
            onGaps={() => show("gaps")}
          />
        ) : undefined
      }
      footer={begun ? <Legend writable={writable} /> : undefined}
      {...(begun ? { table: exports.table, picture: exports.picture } : {})}
      onResolve={() => show("conflicts")}
    >
      <StateScreen
        state={stateOf(planView, crm, !begun)}
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
        onResolve={() => show("conflicts")}
      >
        {state.table ? (
          <TableTwin table={exports.table()} />
        ) : (
          <Main {...{ workspace, state, dispatch, proposals, customer }} />
        )}
      </StateScreen>
      <div ref={picture} className="so-picture" aria-hidden="true" />
      <LevelsDialog workspace={workspace} open={state.dialog === "levels"} onClose={closeDialog} />
      <MessagesDialog
        workspace={workspace}
        open={state.dialog === "messages"}
        onOpenChange={(open) => {
          if (!open) closeDialog();
        }}
      />
      <ConflictDialog
        open={state.dialog === "conflicts"}
        onOpenChange={(open) => {
          if (!open) closeDialog();
        }}
        words={words}
      />
    </WidgetFrame>
  );
}

interface MainProps {
  readonly workspace: Workspace;
  readonly state: Parameters<typeof boardReducer>[0];
  readonly dispatch: (event: Parameters<typeof boardReducer>[1]) => void;
  readonly proposals: ReturnType<typeof useProposals>;
  readonly customer: string;
}

/** Board and panel; drawn anew when something on them changes, not with every step of saving. */
const Main = memo(function Main({ workspace, state, dispatch, proposals, customer }: MainProps): ReactNode {
  const split = useRef<HTMLDivElement>(null);
  const onClose = (): void => {
    dispatch({ kind: "closed" });
    split.current?.querySelector<HTMLElement>('[data-key][tabindex="0"]')?.focus();
  };
  return (
    <div ref={split} className="so-split" data-panel={state.opened ? true : undefined}>
      <BoardView
        workspace={workspace}
        state={state}
        dispatch={dispatch}
        proposals={proposals}
        customerName={customer}
      />
      <Panel
        workspace={workspace}
        state={state}
        dispatch={dispatch}
        proposals={proposals}
        onClose={onClose}
      />
    </div>
  );
});
