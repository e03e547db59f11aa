import type { RecordId } from "@sweetspot/contract";
import { ConflictDialog, useRecordWords } from "@sweetspot/widget-kit";
import type { ReactNode } from "react";
import { LevelsDialog } from "../board/levels-dialog.view.tsx";
import { LibraryDialog } from "../library/library-dialog.view.tsx";
import { MessagesDialog } from "../messages/messages-dialog.view.tsx";
import { BankDialog } from "../questions/bank-dialog.view.tsx";
import { GapsDialog } from "../questions/gaps-dialog.view.tsx";
import { ChangesDialog } from "../time/changes-dialog.view.tsx";
import { ReviewDialog } from "../time/review-dialog.view.tsx";
import { TemplateDialog } from "../time/template-dialog.view.tsx";
import type { TimeTravel } from "../time/use-time-travel.ts";
import type { BoardEvent, BoardState, DialogKind } from "../workspace/board-state.ts";
import type { Workspace } from "../workspace/use-workspace.ts";

interface DialogsProps {
  /** The board that is shown, of today or of another day. */
  readonly workspace: Workspace;
  /** The board of today. */
  readonly today: Workspace;
  readonly travel: TimeTravel;
  readonly state: BoardState;
  readonly dispatch: (event: BoardEvent) => void;
  /** Puts the keyboard on a card. */
  readonly onShow: (insight: RecordId) => void;
}

/** Everything that stands over the whole board, one at a time. */
export function Dialogs({ workspace, today, travel, state, dispatch, onShow }: DialogsProps): ReactNode {
  const words = useRecordWords();
  const { dialog, asking } = state;
  const show = (next: DialogKind | undefined): void => dispatch({ kind: "dialog", dialog: next });
  const as = (kind: DialogKind) => ({
    workspace,
    open: dialog === kind,
    onOpenChange: (open: boolean): void => {
      if (!open) show(undefined);
    },
  });
  const [first] = workspace.reading.board.levels;
  return (
    <>
      <LevelsDialog workspace={workspace} open={dialog === "levels"} onClose={() => show(undefined)} />
      <MessagesDialog {...as("messages")} />
      <LibraryDialog {...as("library")} onTemplate={() => show("templates")} />
      <TemplateDialog {...as("templates")} />
      <GapsDialog
        {...as("gaps")}
        onFiled={(insight) => dispatch({ kind: "written", ids: [insight] })}
        onGo={(insight) => {
          show(undefined);
          onShow(insight);
        }}
        {...(workspace.writable && first
          ? {
              onAsk: () =>
                dispatch({
                  kind: "asking",
                  where: { cell: { level: first.id, side: "customer", kind: "strategy" } },
                }),
            }
          : {})}
      />
      <BankDialog
        workspace={workspace}
        cell={asking?.cell}
        member={asking?.member}
        onClose={() => dispatch({ kind: "asking", where: undefined })}
      />
      <ChangesDialog {...as("changes")} workspace={today} since={travel.day} />
      <ReviewDialog {...as("review")} />
      <ConflictDialog {...as("conflicts")} words={words} />
    </>
  );
}
