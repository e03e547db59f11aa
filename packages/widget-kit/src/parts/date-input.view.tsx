import type { IsoDate } from "@sweetspot/contract";
import { type FocusEvent, type ReactNode, useState } from "react";
import { useT } from "../widget/widget-context.ts";
import { Field, type FieldProps } from "./field.view.tsx";
import { useDraft } from "./use-draft.ts";

export interface DateInputProps extends FieldProps {
  readonly value: IsoDate | undefined;
  /** When the field is left: the day, or null when it was cleared. */
  readonly onCommit: (value: IsoDate | null) => void;
  readonly min?: IsoDate;
  readonly max?: IsoDate;
  readonly disabled?: boolean;
}

/** The browser's own date field: its calendar and its keyboard are the ones the user knows. */
export function DateInput(props: DateInputProps): ReactNode {
  const { value, onCommit, min, max, disabled, error, ...field } = props;
  const t = useT();
  const [impossible, setImpossible] = useState(false);
  const draft = useDraft(value ?? "", (text) => onCommit(text === "" ? null : text));
  const leave = (event: FocusEvent<HTMLInputElement>): void => {
    const { badInput, rangeOverflow, rangeUnderflow } = event.target.validity;
    const wrong = badInput || rangeOverflow || rangeUnderflow;
    setImpossible(wrong);
    if (!wrong) draft.commit();
  };
  return (
    <Field {...field} error={impossible ? t("kit.date.impossible") : error}>
      {({ id, describedBy, invalid }) => (
        <input
          id={id}
          type="date"
          className="ss-input"
          value={draft.text}
          min={min}
          max={max ?? "9999-12-31"}
          disabled={disabled}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
          onChange={(event) => draft.change(event.target.value)}
          onBlur={leave}
        />
      )}
    </Field>
  );
}
