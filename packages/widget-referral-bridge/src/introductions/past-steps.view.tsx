import { introduction } from "@sweetspot/plan-model";
import { useFormat, usePlanLabels } from "@sweetspot/widget-kit";
import type { ReactNode } from "react";
import { useText } from "../view/use-text.ts";
import type { IntroductionFields } from "./introduction.model.ts";

/** What happened on which day, with the words somebody agreed in. */
export function PastSteps({ fields }: { readonly fields: IntroductionFields }): ReactNode {
  const t = useText();
  const labels = usePlanLabels();
  const format = useFormat();
  const choice = (name: "consent" | "notUsableBecause" | "outcome", value: string | undefined): string =>
    value === undefined ? "" : labels.choice(introduction, name, value);
  const over = fields.state === "not-usable" || fields.state === "closed" ? fields.stateDate : undefined;
  const isNo = fields.consent === "refused" || fields.consent === "withdrawn";
  const steps = [
    { name: "askedOn", on: fields.askedOn, words: [] },
    { name: "agreedOn", on: fields.agreedOn, words: [fields.consentNote] },
    { name: "consent", on: isNo ? fields.consentOn : undefined, words: [choice("consent", fields.consent)] },
    { name: "targetAgreedOn", on: fields.targetAgreedOn, words: [fields.targetAgreedNote] },
    { name: "madeOn", on: fields.madeOn, words: [] },
    {
      name: fields.state === "closed" ? "outcome" : "notUsableBecause",
      on: over,
      words:
        fields.state === "closed"
          ? [choice("outcome", fields.outcome), fields.outcomeNote]
          : [choice("notUsableBecause", fields.notUsableBecause), fields.notUsableNote],
    },
    { name: "feedbackOn", on: fields.feedbackOn, words: [fields.feedbackNote] },
  ];
  const past = steps.filter(({ on }) => on !== undefined);
  if (past.length === 0) return null;
  return (
    <section className="rb-part">
      <h3>{t("detail.past")}</h3>
      <ol className="rb-intro-past">
        {past.map(({ name, on, words }) => (
          <li key={name}>
            <span className="ss-meta">{format.date(on ?? "")}</span>
            <span>{labels.field(introduction, name).label}</span>
            <bdi className="ss-meta">{words.filter(Boolean).join(" · ")}</bdi>
          </li>
        ))}
      </ol>
    </section>
  );
}
