import { memo, type ReactNode } from "react";
import { IconButton } from "../parts/button.view.tsx";
import { usePlanPart, usePlanSession, useT, useWidgetEnvironment } from "../widget/widget-context.ts";

/** Undo and redo, each named after the edit it would take back or bring back. */
export const UndoButtons = memo(function UndoButtons(): ReactNode {
  const undo = usePlanPart((view) => view.undo.undo);
  const redo = usePlanPart((view) => view.undo.redo);
  const session = usePlanSession();
  const t = useT();
  const nameOf = useEditName();
  return (
    <>
      <IconButton
        icon="undo"
        label={undo === undefined ? t("kit.undo.none") : t("kit.undo.named", { name: nameOf(undo) })}
        shortcut={t("kit.undo.keys")}
        aria-disabled={undo === undefined}
        onClick={() => session.undo()}
      />
      <IconButton
        icon="redo"
        label={redo === undefined ? t("kit.redo.none") : t("kit.redo.named", { name: nameOf(redo) })}
        shortcut={t("kit.redo.keys")}
        aria-disabled={redo === undefined}
        onClick={() => session.redo()}
      />
    </>
  );
});

/** The text `edit.<name>` of the widget; another widget's edit is called by a general name. */
export function useEditName(): (name: string) => string {
  const { t, has } = useWidgetEnvironment().translator;
  return (name) => (has(`edit.${name}`) ? t(`edit.${name}`) : t("kit.undo.other"));
}
