import { introduction, INTRODUCTION_OUTCOMES } from "@sweetspot/plan-model";
import { Button, Combobox, DateInput, Select, TextInput, useCrm, usePlanLabels } from "@sweetspot/widget-kit";
import { type ReactNode, useState } from "react";
import type { IsoDate } from "@sweetspot/contract";
import { useText } from "../view/use-text.ts";
import { giveFeedback } from "./introduction-edits.model.ts";
import { isDirect } from "./introduction.model.ts";
import { nextValues } from "./next-words.model.ts";
import { RequestTools } from "./request-tools.view.tsx";
import { StepNote } from "./step-note.view.tsx";
import type { DetailProps } from "./introduction-detail.view.tsx";

const LIMITS = introduction.fields;

/** The one thing to do now, with what has to be recorded for it. */
export function NextStepForm(props: DetailProps): ReactNode {
  const { introductions, introduction: one, page, step } = props;
  const t = useText();
  const { fields, next } = one;
  const { today, edit } = introductions;
  const values = nextValues(fields);
  switch (next) {
    case undefined:
      return null;
    case "find-way":
      return (
        <Button
          tone="primary"
          icon="bridge"
          onClick={() => {
            page.showIntroduction(undefined);
            page.aim({
              name: fields.targetName,
              ...(fields.targetContact === undefined ? {} : { contact: fields.targetContact }),
              ...(fields.targetContact === undefined ? { person: one.fields.target as never } : {}),
            });
            page.setTab("ways");
          }}
        >
          {t("step.find-way")}
        </Button>
      );
    case "ask":
      return (
        <>
          <RequestTools text={fields.requestText ?? ""} target={fields.targetName} />
          <OnDay
            label={t("step.asked-on")}
            confirm={t("step.asked", values)}
            today={today}
            onConfirm={(askedOn) => step("asked", { askedOn })}
          />
        </>
      );
    case "hear-answer":
      return (
        <StepNote
          label={t("step.consent-note", values)}
          hint={t("step.consent-hint")}
          dateLabel={t("step.said-on")}
          confirm={t("step.agreed", values)}
          today={today}
          max={LIMITS.consentNote.max}
          onConfirm={(consentNote, consentOn) => step("agreed", { consentNote, consentOn })}
        />
      );
    case "ask-target":
    case "ask-target-self":
      return (
        <StepNote
          label={t("step.target-note", values)}
          hint={t(isDirect(fields) ? "step.target-hint-self" : "step.target-hint", values)}
          dateLabel={t("step.said-on")}
          confirm={t("step.agreed", { name: fields.targetName })}
          today={today}
          max={LIMITS.targetAgreedNote.max}
          onConfirm={(targetAgreedNote, targetAgreedOn) =>
            step("target-agreed", { targetAgreedNote, targetAgreedOn })
          }
        />
      );
    case "introduce":
      return (
        <OnDay
          label={t("step.made-on")}
          confirm={t("step.made")}
          today={today}
          onConfirm={(madeOn) => step("made", { madeOn })}
        />
      );
    case "tell-outcome":
      return <Outcome {...props} />;
    case "give-feedback":
      return <Feedback onGive={(note) => edit(giveFeedback(one, note, today))} name={values.name} />;
  }
}

interface OnDayProps {
  readonly label: string;
  readonly confirm: string;
  readonly today: IsoDate;
  readonly onConfirm: (day: IsoDate) => void;
}

function OnDay({ label, confirm, today, onConfirm }: OnDayProps): ReactNode {
  const [on, setOn] = useState<IsoDate>(today);
  return (
    <div className="rb-act">
      <DateInput label={label} value={on} max={today} onCommit={(day) => setOn(day ?? today)} />
      <Button tone="primary" onClick={() => onConfirm(on)}>
        {confirm}
      </Button>
    </div>
  );
}

type Result = (typeof INTRODUCTION_OUTCOMES)[number];

/** What came of it; also for an introduction that ends before it was made. */
export function Outcome({
  step,
  outcomes = INTRODUCTION_OUTCOMES,
}: Pick<DetailProps, "step"> & { readonly outcomes?: readonly Result[] }): ReactNode {
  const t = useText();
  const labels = usePlanLabels();
  const { opportunities } = useCrm();
  const [outcome, setOutcome] = useState<Result | undefined>(undefined);
  const [outcomeNote, setNote] = useState("");
  const [opportunity, setOpportunity] = useState<(typeof opportunities)[number]["id"] | undefined>(undefined);
  return (
    <div className="rb-act">
      <Select<Result>
        label={labels.field(introduction, "outcome").label}
        value={outcome}
        placeholder={t("step.choose")}
        options={outcomes.map((value) => ({ value, label: labels.choice(introduction, "outcome", value) }))}
        onChange={setOutcome}
      />
      {outcome === "opportunity" || outcome === "order" ? (
        <Combobox
          label={labels.field(introduction, "opportunity").label}
          value={opportunity}
          options={opportunities.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setOpportunity}
        />
      ) : null}
      <TextInput
        label={labels.field(introduction, "outcomeNote").label}
        value={outcomeNote}
        maxLength={LIMITS.outcomeNote.max}
        onCommit={setNote}
        onType={setNote}
      />
      <Button
        tone="primary"
        disabled={outcome === undefined}
        onClick={() => {
          if (outcome === undefined) return;
          step("closed", {
            outcome,
            ...(outcomeNote.trim() === "" ? {} : { outcomeNote }),
            ...(opportunity === undefined ? {} : { opportunity }),
          });
        }}
      >
        {t("step.close")}
      </Button>
    </div>
  );
}

function Feedback({
  name,
  onGive,
}: {
  readonly name: string;
  readonly onGive: (note: string) => void;
}): ReactNode {
  const t = useText();
  const [note, setNote] = useState("");
  return (
    <div className="rb-act">
      <TextInput
        label={t("step.feedback-note", { name })}
        hint={t("step.feedback-hint")}
        value={note}
        maxLength={LIMITS.feedbackNote.max}
        onCommit={setNote}
        onType={setNote}
      />
      <Button tone="primary" onClick={() => onGive(note)}>
        {t("step.feedback", { name })}
      </Button>
    </div>
  );
}
