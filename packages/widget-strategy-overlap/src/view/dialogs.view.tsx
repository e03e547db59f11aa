import { ConflictDialog, useRecordWords } from "@sweetspot/widget-kit";
import { memo, type ReactNode } from "react";
import { LevelsDialog } from "../board/levels-dialog.view.tsx";
import { LibraryDialog } from "../library/library-dialog.view.tsx";
import { MessagesDialog } from "../messages/messages-dialog.view.tsx";
import { BankDialog } from "../questions/bank-dialog.view.tsx";
import { GapsDialog } from "../questions/gaps-dialog.view.tsx";
import { ChangesDialog } from "../time/changes-dialog.view.tsx";
import { ReviewDialog } from "../time/review-dialog.view.tsx";
import { TemplateDialog } from "../time/template-dialog.view.tsx";
import type { TimeTravel } from "../time/use-time-travel.ts";
import type { Asking, BoardEvent, DialogKind } from "../workspace/board-state.ts";
import type { Workspace } from "../workspace/use-workspace.ts";

interface DialogsProps {
  /** The board that is shown, of today or of another day. */
  readonly workspace: Workspace;
  /** The board of today. */
  readonly today: Workspace;
  readonly travel: TimeTravel;
  readonly dialog: DialogKind | undefined;
  readonly asking: Asking | undefined;
  readonly dispatch: (event: BoardEvent) => void;
}

/** A dialog that is closed is not thought through again with every edit of the board behind it. */
const atRest = <Props extends { readonly open: boolean }>(view: (props: Props) => ReactNode) =>
  memo(view, (before, after) => !before.open && !after.open);

const Resting = {
  Messages: atRest(MessagesDialog),
  Library: atRest(LibraryDialog),
  Template: atRest(TemplateDialog),
  Gaps: atRest(GapsDialog),
  Changes: atRest(ChangesDialog),
  Review: atRest(ReviewDialog),
};

/** Everything that stands over the whole board, one at a time. */
export const Dialogs = memo(function Dialogs(props: DialogsProps): ReactNode {
  const { workspace, today, travel, dialog, asking, dispatch } = props;
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
      {dialog === "levels" ? (
        <LevelsDialog workspace={workspace} open onClose={() => show(undefined)} />
      ) : null}
      <Resting.Messages {...as("messages")} />
      <Resting.Library {...as("library")} onTemplate={() => show("templates")} />
      <Resting.Template {...as("templates")} />
      <Resting.Gaps
        {...as("gaps")}
        onFiled={(insight) => dispatch({ kind: "written", ids: [insight] })}
        onGo={(insight) => {
          show(undefined);
          dispatch({ kind: "opened", what: { kind: "insight", id: insight }, by: "keyboard" });
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
      <Resting.Changes {...as("changes")} workspace={today} since={travel.day} />
      <Resting.Review {...as("review")} />
      {dialog === "conflicts" ? <Conflicts onOpenChange={as("conflicts").onOpenChange} /> : null}
    </>
  );
});

function Conflicts({ onOpenChange }: { readonly onOpenChange: (open: boolean) => void }): ReactNode {
  return <ConflictDialog open onOpenChange={onOpenChange} words={useRecordWords()} />;
}
