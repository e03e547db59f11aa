import type { MenuEntry } from "@sweetspot/widget-kit";
import { useMemo } from "react";
import type { BoardEvent, DialogKind } from "../workspace/board-state.ts";
import { useText } from "../workspace/use-text.ts";
import type { Workspace } from "../workspace/use-workspace.ts";

/** The widget's own commands, before the ways out of it. */
export function useMenu(
  { writable, libraryWritable }: Workspace,
  dispatch: (event: BoardEvent) => void,
): readonly MenuEntry[] {
  const t = useText();
  return useMemo(() => {
    const entry = (
      dialog: DialogKind,
      icon: "note" | "company" | "question" | "hierarchy" | "swap" | "task" | "stairs",
      label: string,
    ) => ({
      id: dialog,
      icon,
      label,
      onSelect: () => dispatch({ kind: "dialog", dialog }),
    });
    return [
      entry("messages", "note", t("messages.title")),
      entry("gaps", "question", t("questions.title")),
      entry("library", "company", t("library.title")),
      ...(writable ? [entry("levels", "hierarchy", t("levels.title"))] : []),
      ...(libraryWritable ? [entry("templates", "stairs", t("time.template-title"))] : []),
      entry("changes", "swap", t("time.changes-title")),
      entry("review", "task", t("time.review-title")),
    ];
  }, [writable, libraryWritable, dispatch, t]);
}
