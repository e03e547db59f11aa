import { DISMISSAL_REASONS, dismissedSuggestion } from "@sweetspot/plan-model";
import { Button, SegmentedControl, Select, TextInput, useToast } from "@sweetspot/widget-kit";
import { type ReactNode, useState } from "react";
import { dismissLookalike, type DismissalReason } from "../../edits/lookalike-edits.model.ts";
import { useText } from "../use-text.ts";
import { useOpenedCell } from "./cell-context.ts";

type Reach = "area" | "customer";

/** Why not here: asked once, so that nobody is suggested it again without knowing what was said. */
export function DismissLookalike({ onDone }: { readonly onDone: () => void }): ReactNode {
  const { workspace, text, cell, ref } = useOpenedCell();
  const t = useText();
  const toast = useToast();
  const [reason, setReason] = useState<DismissalReason>("no-need");
  const [reach, setReach] = useState<Reach>("area");
  const [note, setNote] = useState("");
  const dismiss = (): void => {
    workspace.edit(
      dismissLookalike({
        area: reach === "area" ? ref.area : undefined,
        offering: ref.offering,
        reason,
        note,
      }),
    );
    toast({ text: t("similar.dismissed"), undo: true });
    onDone();
  };
  return (
    <div className="ws-ask">
      <Select<DismissalReason>
        label={t("similar.why-not")}
        value={reason}
        options={DISMISSAL_REASONS.map((value) => ({ value, label: t(`dismissal.${value}`) }))}
        onChange={setReason}
      />
      <SegmentedControl<Reach>
        label={t("similar.reach")}
        size="small"
        value={reach}
        options={[
          { value: "area", label: t("similar.reach.area", { area: text.name(cell.area) }) },
          { value: "customer", label: t("similar.reach.customer") },
        ]}
        onChange={setReach}
      />
      <TextInput
        label={t("similar.note")}
        value={note}
        onCommit={setNote}
        maxLength={dismissedSuggestion.fields.note.max}
      />
      <p className="ws-actions">
        <Button size="small" onClick={dismiss}>
          {t("similar.dismiss")}
        </Button>
        <Button size="small" tone="quiet" onClick={onDone}>
          {t("panel.cancel")}
        </Button>
      </p>
    </div>
  );
}
