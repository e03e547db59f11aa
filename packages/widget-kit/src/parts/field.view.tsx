import { type ReactNode, useId } from "react";
import { classNames } from "./class-names.ts";
import { Icon } from "./icon.view.tsx";

export interface FieldProps {
  readonly label: string;
  /** Keeps the label for screen readers only. */
  readonly hideLabel?: boolean;
  readonly hint?: string;
  /** What is wrong and what to type instead. */
  readonly error?: string | undefined;
}

export interface FieldIds {
  readonly id: string;
  readonly labelId: string;
  /** Of hint and error, for `aria-describedby`. */
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
}

interface Props extends FieldProps {
  readonly className?: string;
  readonly children: (ids: FieldIds) => ReactNode;
}

/** Label, control, hint and error, tied together for screen readers. */
export function Field({ label, hideLabel, hint, error, className, children }: Props): ReactNode {
  const id = useId();
  const invalid = error !== undefined && error !== "";
  const describedBy = [hint === undefined ? "" : `${id}-hint`, invalid ? `${id}-error` : ""]
    .filter(Boolean)
    .join(" ");
  return (
    <div className={classNames("ss-field", className)}>
      <label id={`${id}-label`} htmlFor={id} className={hideLabel === true ? "ss-hidden" : "ss-label"}>
        {label}
      </label>
      {children({ id, labelId: `${id}-label`, describedBy: describedBy || undefined, invalid })}
      {hint === undefined ? null : (
        <span id={`${id}-hint`} className="ss-meta">
          {hint}
        </span>
      )}
      <span id={`${id}-error`} className="ss-error" aria-live="polite">
        {invalid ? (
          <>
            <Icon name="alert" size="small" />
            {error}
          </>
        ) : null}
      </span>
    </div>
  );
}
