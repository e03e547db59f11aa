import type { PlanEdit, PlanRecord } from "@sweetspot/contract";
import { findEntity } from "@sweetspot/plan-model";
import { memo, type ReactNode } from "react";
import type { RecordWords } from "../plan/record-words.model.ts";
import { usePlanLabels } from "../plan/use-record-words.ts";
import { useT } from "../widget/widget-context.ts";
import {
  type FieldChange,
  type HistoryChange,
  type HistoryPlace,
  type HistoryStep,
  toRestoring,
} from "./history.model.ts";

interface Props {
  readonly step: HistoryStep;
  readonly words: RecordWords;
  readonly place: HistoryPlace;
  /** Absent where the reader may not write. */
  readonly onRestore: ((edit: PlanEdit) => void) | undefined;
}

/** What one commit did: to each record, field by field. */
export const HistoryStepView = memo(function HistoryStepView({
  step,
  words,
  place,
  onRestore,
}: Props): ReactNode {
  return step.changes.map((change) => (
    <OneChange key={change.record} change={change} words={words} place={place} onRestore={onRestore} />
  ));
});

function OneChange({
  change,
  words,
  place,
  onRestore,
}: Omit<Props, "step"> & { readonly change: HistoryChange }): ReactNode {
  const t = useT();
  const labels = usePlanLabels();
  const { record: id, type, said: fields, kind } = change;
  const entity = findEntity(type);
  const what = entity ? labels.entity(entity).one : type;
  const name = words.nameOf({ id, type, fields } as PlanRecord);
  const named = name.startsWith(what) ? name : `${what}: ${name}`;
  const back = onRestore && kind === "removed" ? toRestoring(change, undefined, place) : undefined;
  return (
    <div className="ss-history-change">
      <p className="ss-history-name">
        <bdi>{named}</bdi>{" "}
        {kind === "changed" ? null : <em className="ss-meta">{t(`kit.history.${kind}`)}</em>}
      </p>
      {back === undefined ? null : (
        <button type="button" className="ss-link" onClick={() => onRestore?.(back)}>
          {t("kit.history.bring-back")}
        </button>
      )}
      {change.fields.map((field) => (
        <OneField key={field.field} {...{ change, field, words, place, onRestore }} />
      ))}
    </div>
  );
}

interface FieldProps extends Omit<Props, "step"> {
  readonly change: HistoryChange;
  readonly field: FieldChange;
}

function OneField({ change, field, words, place, onRestore }: FieldProps): ReactNode {
  const t = useT();
  const label = words.labelOf(change.type, field.field);
  const textOf = (value: FieldChange["before"]): string => words.valueText(change.type, field.field, value);
  const edit = onRestore ? toRestoring(change, field, place) : undefined;
  return (
    <div className="ss-history-field">
      <p className="ss-meta">{label}</p>
      <p className="ss-history-values">
        <del>{textOf(field.before)}</del> <ins>{textOf(field.after)}</ins>
      </p>
      {edit === undefined ? null : (
        <button
          type="button"
          className="ss-link"
          aria-label={t("kit.history.restore-named", { field: label })}
          onClick={() => onRestore?.(edit)}
        >
          {t("kit.history.restore")}
        </button>
      )}
    </div>
  );
}
