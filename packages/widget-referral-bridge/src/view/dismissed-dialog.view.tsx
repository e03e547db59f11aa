import { dismissedTie } from "@sweetspot/plan-model";
import { Button, Dialog, useKeptFocus, usePlanEdit, usePlanLabels } from "@sweetspot/widget-kit";
import type { ReactNode } from "react";
import { bringBackTie } from "../edits/dismiss-edits.model.ts";
import type { Bridge } from "./use-bridge.ts";
import { useText } from "./use-text.ts";
import type { Ways } from "./use-ways.ts";

/** Relations that somebody of the team found wrong, to bring back. */
export function DismissedDialog({ page, ways }: { readonly page: Bridge; readonly ways: Ways }): ReactNode {
  const { dialog, show, dismissed } = ways;
  const t = useText();
  const labels = usePlanLabels();
  const edit = usePlanEdit();
  const { ref, keep } = useKeptFocus<HTMLUListElement>();
  return (
    <Dialog
      open={dialog?.kind === "dismissed"}
      onOpenChange={() => show(undefined)}
      title={t("dismissed.title")}
    >
      {dismissed.length === 0 ? <p>{t("dismissed.none")}</p> : null}
      <ul ref={ref} className="rb-dismissed">
        {dismissed.map(({ id, fields }) => (
          <li key={id}>
            <div>
              <p>
                <bdi>{fields.statement ?? fields.tie}</bdi>
              </p>
              <p className="ss-meta">
                {fields.reason === undefined ? "" : labels.choice(dismissedTie, "reason", fields.reason)}
                {fields.note === undefined ? "" : ` · ${fields.note}`}
              </p>
            </div>
            {page.writable ? (
              <Button
                size="small"
                icon="undo"
                onClick={() => {
                  keep();
                  edit(bringBackTie(id));
                }}
              >
                {t("dismissed.bring-back")}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
