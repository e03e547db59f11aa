import type { PlanConflict, PlanFields, PlanValue } from "@sweetspot/contract";
import { findEntity } from "@sweetspot/plan-model";
import { type ReactNode, useState } from "react";
import { Button } from "../parts/button.view.tsx";
import { SegmentedControl } from "../parts/segmented-control.view.tsx";
import { TextArea } from "../parts/text-input.view.tsx";
import { useT } from "../widget/widget-context.ts";
import type { ConflictWords } from "./conflict-dialog.view.tsx";

export interface ConflictMergeProps {
  readonly conflict: PlanConflict;
  readonly words: ConflictWords;
  readonly mine: PlanFields;
  readonly theirs: PlanFields;
  readonly onMerge: (merged: PlanFields) => void;
  readonly onCancel: () => void;
}

/** Free text is edited into one; of anything else one side is chosen, field by field. */
export function ConflictMerge({
  conflict,
  words,
  mine,
  theirs,
  onMerge,
  onCancel,
}: ConflictMergeProps): ReactNode {
  const t = useT();
  const [merged, setMerged] = useState<PlanFields>(() =>
    Object.fromEntries(
      Object.keys({ ...theirs, ...mine }).map((field) => [
        field,
        isFreeText(conflict.type, field) ? bothTexts(mine[field], theirs[field]) : (mine[field] ?? null),
      ]),
    ),
  );
  const set = (field: string, value: PlanValue): void =>
    setMerged((before) => ({ ...before, [field]: value }));
  return (
    <div className="ss-conflict-merge">
      {Object.keys(merged).map((field) => {
        const label = words.fieldLabel(conflict, field);
        const value = merged[field] ?? null;
        if (isFreeText(conflict.type, field)) {
          return (
            <TextArea
              key={field}
              label={label}
              value={typeof value === "string" ? value : ""}
              onCommit={(text) => set(field, text.trim() === "" ? null : text)}
            />
          );
        }
        return (
          <div key={field} className="ss-field">
            <span className="ss-label">{label}</span>
            <SegmentedControl
              label={label}
              size="small"
              value={value === (mine[field] ?? null) ? "mine" : "theirs"}
              onChange={(side) => set(field, (side === "mine" ? mine : theirs)[field] ?? null)}
              options={[
                {
                  value: "mine",
                  label: words.fieldText(conflict, field, mine[field] ?? null) || t("kit.empty"),
                },
                {
                  value: "theirs",
                  label: words.fieldText(conflict, field, theirs[field] ?? null) || t("kit.empty"),
                },
              ]}
            />
          </div>
        );
      })}
      <div className="ss-row">
        <Button size="small" tone="primary" onClick={() => onMerge(merged)}>
          {t("kit.conflict.keep-merged")}
        </Button>
        <Button size="small" tone="quiet" onClick={onCancel}>
          {t("kit.cancel")}
        </Button>
      </div>
    </div>
  );
}

const isFreeText = (type: string, field: string): boolean => findEntity(type)?.fields[field]?.kind === "text";

/** Both sides' words below each other, as a start for one text. */
const bothTexts = (mine: PlanValue | undefined, theirs: PlanValue | undefined): string =>
  [...new Set([mine, theirs].filter((text) => typeof text === "string" && text !== ""))].join("\n");
