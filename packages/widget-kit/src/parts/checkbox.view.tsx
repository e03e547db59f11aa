import { type ReactNode, useId } from "react";

export interface CheckboxProps {
  readonly label: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  /** Some, but not all, of what it stands for. */
  readonly indeterminate?: boolean;
  readonly hint?: string;
  readonly disabled?: boolean;
}

/** The browser's own checkbox in the kit's colours. */
export function Checkbox(props: CheckboxProps): ReactNode {
  const { label, checked, onChange, indeterminate = false, hint, disabled } = props;
  const id = useId();
  return (
    <div className="ss-check">
      <input
        id={id}
        type="checkbox"
        className="ss-check-box"
        checked={checked}
        disabled={disabled}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        ref={(input) => {
          if (input !== null) input.indeterminate = indeterminate;
        }}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className="ss-check-words">
        <label htmlFor={id}>{label}</label>
        {hint === undefined ? null : (
          <span id={`${id}-hint`} className="ss-meta">
            {hint}
          </span>
        )}
      </span>
    </div>
  );
}
