import { MoneyInput, SegmentedControl, Select, TextArea, TextInput } from "@sweetspot/widget-kit";
import { ABSENCE_REASONS, ANSWERS, cell as cellEntity, POSSESSIONS } from "@sweetspot/plan-model";
import { type Holder, holderOf } from "@sweetspot/white-space-plan";
import type { ReactNode } from "react";
import { type Assessment, changeAssessment } from "../../edits/cell-edits.model.ts";
import { useText } from "../use-text.ts";
import { MarketShare, PotentialBasis } from "./money-lines.view.tsx";
import { useOpenedCell } from "./cell-context.ts";

const { fields: limits } = cellEntity;
type Answer = (typeof ANSWERS)[number];
type Reason = (typeof ABSENCE_REASONS)[number];

/** What the rep thinks of a white cell; of a bought one, what more it could bring and who is after it. */
export function AssessmentSection(): ReactNode {
  const { workspace, text, cell, ref } = useOpenedCell();
  const { plan, edit, writable } = workspace;
  const t = useText();
  const fields = cell.record?.fields;
  const white = cell.level === "none" || cell.level === "weak";
  const change = (assessment: Assessment): void => edit(changeAssessment(plan.cells, ref, assessment));
  const answer = (name: "makesSense" | "proposed", value: Answer): void =>
    change({ [name]: fields?.[name] === value ? null : value });
  const answers = ANSWERS.map((value) => ({ value, label: t(`answer.${value}`) }));
  const disabled = !writable;
  return (
    <section className="ws-section ws-fields" data-focus="decline">
      <h4 className="ws-section-title">{t(white ? "assess.title" : "assess.title-bought")}</h4>
      {white ? (
        <>
          <div className="ws-field-line">
            <span className="ss-label">{t("assess.makes-sense")}</span>
            <SegmentedControl<Answer>
              label={t("assess.makes-sense")}
              size="small"
              value={fields?.makesSense}
              options={answers}
              onChange={(value) => answer("makesSense", value)}
              disabled={disabled}
            />
          </div>
          <div className="ws-field-line">
            <span className="ss-label">{t("assess.proposed")}</span>
            <SegmentedControl<Answer>
              label={t("assess.proposed")}
              size="small"
              value={fields?.proposed}
              options={answers}
              onChange={(value) => answer("proposed", value)}
              disabled={disabled}
            />
          </div>
          <div className="ws-field-wide">
            <Select<Reason | "not-said">
              label={t("assess.absence")}
              value={fields?.absenceReason ?? "not-said"}
              options={[
                { value: "not-said", label: t("absence.not-said") },
                ...ABSENCE_REASONS.map((value) => ({ value, label: t(`absence.${value}`) })),
              ]}
              onChange={(value) => change({ absenceReason: value === "not-said" ? null : value })}
              disabled={disabled}
            />
          </div>
          <div className="ws-field-wide">
            <TextInput
              label={t("assess.absence-note")}
              value={fields?.absenceNote ?? ""}
              onCommit={(text) => change({ absenceNote: text.trim() || null })}
              maxLength={limits.absenceNote.max}
              disabled={disabled}
            />
          </div>
        </>
      ) : null}
      {cell.level === "not-possible" ? null : (
        <div className="ws-field-line">
          <span className="ss-label">
            {t("assess.possession")}
            {fields?.possession === undefined ? (
              <span className="ss-meta">{` · ${t("assess.possession-derived")}`}</span>
            ) : null}
          </span>
          <SegmentedControl<Holder>
            label={t("assess.possession")}
            size="small"
            value={holderOf(cell)}
            options={POSSESSIONS.map((value) => ({ value, label: text.holder(value) }))}
            onChange={(value) => change({ possession: fields?.possession === value ? null : value })}
            disabled={disabled}
          />
        </div>
      )}
      <MoneyInput
        label={t("assess.potential")}
        value={fields?.potential}
        onCommit={(potential) => change({ potential, potentialBasis: null })}
        disabled={disabled}
      />
      <TextInput
        label={t("assess.competitor")}
        placeholder={t("assess.competitor-none")}
        value={fields?.competitor ?? ""}
        onCommit={(text) => change({ competitor: text.trim() || null })}
        maxLength={limits.competitor.max}
        disabled={disabled}
      />
      <PotentialBasis />
      <MoneyInput
        label={t("assess.market")}
        value={fields?.marketVolume}
        onCommit={(marketVolume) => change({ marketVolume })}
        disabled={disabled}
      />
      <MarketShare />
      <div className="ws-field-wide">
        <TextArea
          label={t("assess.notes")}
          value={fields?.notes ?? ""}
          onCommit={(text) => change({ notes: text.trim() || null })}
          maxLength={limits.notes.max}
          disabled={disabled}
        />
      </div>
    </section>
  );
}
