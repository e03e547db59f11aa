import type { ReactNode } from "react";
import { IconButton } from "../parts/button.view.tsx";
import { usePlan, usePlanSession, useT, useWidgetEnvironment } from "../widget/widget-context.ts";

/** Undo and redo, each named after the edit it would take back or bring back. */
export function UndoButtons(): ReactNode {
  const { undo } = usePlan();
  const session = usePlanSession();
  const t = useT();
  const nameOf = useEditName();
  return (
    <>
      <IconButton
        icon="undo"
        label={
          undo.undo === undefined ? t("kit.undo.none") : t("kit.undo.named", { name: nameOf(undo.undo) })
        }
        shortcut={t("kit.undo.keys")}
        aria-disabled={undo.undo === undefined}
        onClick={() => session.undo()}
      />
      <IconButton
        icon="redo"
        label={
          undo.redo === undefined ? t("kit.redo.none") : t("kit.redo.named", { name: nameOf(undo.redo) })
        }
        shortcut={t("kit.redo.keys")}
        aria-disabled={undo.redo === undefined}
        onClick={() => session.redo()}
      />
    </>
  );
}

/** The text `edit.<name>` of the widget; another widget's edit is called by a general name. */
export function useEditName(): (name: string) => string {
  const { t, has } = useWidgetEnvironment().translator;
  return (name) => (has(`edit.${name}`) ? t(`edit.${name}`) : t("kit.undo.other"));
}
