import type { CSSProperties, KeyboardEvent, ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Field, type FieldProps } from "./field.view.tsx";
import { useDraft } from "./use-draft.ts";

export interface TextInputProps extends FieldProps {
  readonly value: string;
  /** When the field is left or Enter is pressed, if the text changed. */
  readonly onCommit: (value: string) => void;
  /** On every key, for what follows the typing. */
  readonly onType?: (value: string) => void;
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly disabled?: boolean;
}

export function TextInput(props: TextInputProps): ReactNode {
  const { value, onCommit, onType, placeholder, maxLength, disabled, ...field } = props;
  const draft = useDraft(value, onCommit);
  return (
    <Field {...field}>
      {({ id, describedBy, invalid }) => (
        <input
          id={id}
          className="ss-input"
          dir="auto"
          value={draft.text}
          placeholder={placeholder}
          maxLength={maxLength}
          disabled={disabled}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
          onChange={(event) => {
            draft.change(event.target.value);
            onType?.(event.target.value);
          }}
          onBlur={draft.commit}
          onKeyDown={(event) => {
            if (event.key === "Enter") draft.commit();
          }}
        />
      )}
    </Field>
  );
}

export interface TextAreaProps extends TextInputProps {
  readonly rows?: number;
}

/** Grows with its text. Ctrl+Enter hands the text over without leaving the field. */
export function TextArea(props: TextAreaProps): ReactNode {
  const { value, onCommit, onType, placeholder, maxLength, disabled, rows = 3, ...field } = props;
  const draft = useDraft(value, onCommit);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) draft.commit();
  };
  return (
    <Field {...field}>
      {({ id, describedBy, invalid }) => (
        <textarea
          id={id}
          className={classNames("ss-input", "ss-textarea")}
          dir="auto"
          rows={rows}
          style={{ "--rows": rows } as CSSProperties}
          value={draft.text}
          placeholder={placeholder}
          maxLength={maxLength}
          disabled={disabled}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
          onChange={(event) => {
            draft.change(event.target.value);
            onType?.(event.target.value);
          }}
          onBlur={draft.commit}
          onKeyDown={onKeyDown}
        />
      )}
    </Field>
  );
}
