import { introduction, UNUSABLE_REASONS } from "@sweetspot/plan-model";
import { Button, Select, TextInput, usePlanLabels } from "@sweetspot/widget-kit";
import { type ReactNode, useState } from "react";
import { useText } from "../view/use-text.ts";
import type { DetailProps } from "./introduction-detail.view.tsx";
import { following } from "./introduction.model.ts";
import { Outcome } from "./next-step.view.tsx";

type Reason = (typeof UNUSABLE_REASONS)[number];

/** What else may happen: the way cannot be used, or it ends before anybody was introduced. */
export function OtherSteps(props: DetailProps): ReactNode {
  const t = useText();
  const [open, setOpen] = useState<"not-usable" | "closed" | undefined>(undefined);
  const { fields, state } = props.introduction;
  const offered = following(fields).filter(
    (to) => to === "not-usable" || (to === "closed" && state !== "made"),
  );
  if (offered.length === 0) return null;
  return (
    <div className="rb-intro-other">
      <p className="ss-row">
        {offered.map((to) =>
          to === "not-usable" || to === "closed" ? (
            <Button
              key={to}
              size="small"
              tone="quiet"
              aria-expanded={open === to}
              onClick={() => setOpen(open === to ? undefined : to)}
            >
              {t(`other.${to}`)}
            </Button>
          ) : null,
        )}
      </p>
      {open === "not-usable" ? <NotUsable {...props} /> : null}
      {open === "closed" ? <Outcome step={props.step} outcomes={["no-interest", "no-answer"]} /> : null}
    </div>
  );
}

function NotUsable({ step }: DetailProps): ReactNode {
  const t = useText();
  const labels = usePlanLabels();
  const [because, setBecause] = useState<Reason | undefined>(undefined);
  const [note, setNote] = useState("");
  return (
    <div className="rb-act">
      <Select<Reason>
        label={labels.field(introduction, "notUsableBecause").label}
        value={because}
        placeholder={t("step.choose")}
        options={UNUSABLE_REASONS.map((value) => ({
          value,
          label: labels.choice(introduction, "notUsableBecause", value),
        }))}
        onChange={setBecause}
      />
      <TextInput
        label={labels.field(introduction, "notUsableNote").label}
        value={note}
        maxLength={introduction.fields.notUsableNote.max}
        onCommit={setNote}
        onType={setNote}
      />
      <Button
        tone="primary"
        disabled={because === undefined}
        onClick={() => {
          if (because === undefined) return;
          step("not-usable", {
            notUsableBecause: because,
            ...(note.trim() === "" ? {} : { notUsableNote: note }),
          });
        }}
      >
        {t("step.not-usable")}
      </Button>
    </div>
  );
}
