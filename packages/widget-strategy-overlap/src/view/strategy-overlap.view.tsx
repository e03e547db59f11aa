import { recordsOf, strategyLevel } from "@sweetspot/plan-model";
import { beginBoard } from "@sweetspot/strategy-overlap";
import {
  Button,
  IconButton,
  stateOf,
  StateScreen,
  TableTwin,
  useCrm,
  usePlan,
  WidgetFrame,
} from "@sweetspot/widget-kit";
import { memo, type ReactNode, useCallback, useMemo, useReducer, useRef } from "react";
import { BoardView } from "../board/board.view.tsx";
import { FilterBar } from "../board/filter-bar.view.tsx";
import { Legend } from "../board/legend.view.tsx";
import { useExports } from "../export/use-exports.ts";
import { useProposals } from "../lane/use-proposals.ts";
import { useCustomerName } from "../messages/message-context.ts";
import { ChangedCopies } from "../library/changed-copies.view.tsx";
import { TimeBar } from "../time/time-bar.view.tsx";
import { useTimeTravel } from "../time/use-time-travel.ts";
import { boardReducer, FIRST_STATE } from "../workspace/board-state.ts";
import { usePersonName } from "../workspace/use-person-name.ts";
import { useText } from "../workspace/use-text.ts";
import { useWorkspace, type Workspace } from "../workspace/use-workspace.ts";
import { Dialogs } from "./dialogs.view.tsx";
import { Panel } from "./panel.view.tsx";
import { useMenu } from "./use-menu.ts";

const NO_MENU: ReturnType<typeof useMenu> = [];
const NO_PROPOSALS: ReturnType<typeof useProposals> = [];

/** The strategy comparison: what the customer wants, what we do, and where the two meet. */
export function StrategyOverlapView(): ReactNode {
  const t = useText();
  const today = useWorkspace();
  const { workspace, travel } = useTimeTravel(today);
  const { reading, library, writable, edit } = workspace;
  const planView = usePlan();
  const crm = useCrm();
  const customer = useCustomerName();
  const personOf = usePersonName(reading);
  const [state, dispatch] = useReducer(boardReducer, FIRST_STATE);
  const writing = state.editing !== undefined || state.composing !== undefined;
  const found = useProposals(reading.board, workspace.language, { paused: writing });
  // The past is looked at, not worked on.
  const proposals = travel.day === undefined ? found : NO_PROPOSALS;
  const picture = useRef<HTMLDivElement>(null);
  const exports = useExports(workspace, customer, personOf, picture);
  const title = t("widget.title");
  const begun = reading.board.levels.length > 0;
  const menu = useMenu(today, dispatch);
  const resolve = useCallback(() => dispatch({ kind: "dialog", dialog: "conflicts" }), [dispatch]);
  const changes = (): void => dispatch({ kind: "dialog", dialog: "changes" });
  const tools = useMemo(
    () => (
      <IconButton
        icon="table"
        label={t("board.as-table")}
        pressed={state.table}
        onClick={() => dispatch({ kind: "toggled", what: "table" })}
      />
    ),
    [t, state.table, dispatch],
  );
  const legend = useMemo(() => <Legend writable={writable} />, [writable]);
  const begin = (): void => {
    const begun = beginBoard(recordsOf(strategyLevel, library.values()), {
      company: t("level.kind.company"),
      unit: t("level.kind.unit"),
      person: t("level.kind.person"),
    });
    edit(begun);
    // One sentence is enough to begin: the field for it is open.
    const [top] = begun.puts;
    if (top) dispatch({ kind: "composing", where: { level: top.id, side: "customer" } });
  };
  return (
    <WidgetFrame
      icon="lens"
      title={title}
      subtitle={customer === "" ? t("widget.question") : t("widget.subtitle", { customer })}
      menu={begun ? menu : NO_MENU}
      tools={begun ? tools : undefined}
      bar={
        begun ? (
          <FilterBar
            workspace={workspace}
            filter={state.filter}
            showsProposals={state.proposals}
            showsLinks={state.links}
            dispatch={dispatch}
            proposals={proposals.length}
            travel={travel}
          />
        ) : undefined
      }
      footer={begun ? legend : undefined}
      {...(begun ? { table: exports.table, picture: exports.picture } : {})}
      still={travel.day === undefined ? undefined : t("time.no-undo")}
      onResolve={resolve}
    >
      <StateScreen
        state={stateOf(planView, crm, !begun && travel.day === undefined)}
        title={title}
        empty={{
          icon: "lens",
          title: t("empty.title"),
          text: writable ? t("empty.text") : t("empty.read-only"),
          ...(writable
            ? {
                actions: (
                  <>
                    <Button tone="primary" onClick={begin}>
                      {t("empty.start")}
                    </Button>
                    {today.libraryWritable ? (
                      <Button onClick={() => dispatch({ kind: "dialog", dialog: "templates" })}>
                        {t("time.template-title")}
                      </Button>
                    ) : null}
                  </>
                ),
              }
            : {}),
        }}
        onResolve={resolve}
      >
        <TimeBar travel={travel} onChanges={changes} />
        {travel.day === undefined ? <ChangedCopies workspace={workspace} /> : null}
        {state.table ? (
          <TableTwin table={exports.table()} />
        ) : (
          <Main {...{ workspace, state, dispatch, proposals, customer }} />
        )}
      </StateScreen>
      <div ref={picture} className="so-picture" aria-hidden="true" />
      <Dialogs
        workspace={workspace}
        today={today}
        travel={travel}
        dialog={state.dialog}
        asking={state.asking}
        dispatch={dispatch}
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
