import { Select as Base } from "@base-ui/react/select";
import type { ReactNode } from "react";
import { useT } from "../widget/widget-context.ts";
import { Field, type FieldProps } from "./field.view.tsx";
import { Icon } from "./icon.view.tsx";
import { useOverlay } from "./overlay.ts";

export interface Choice<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
  /** A second line. */
  readonly hint?: string;
}

export interface SelectProps<Value extends string> extends FieldProps {
  readonly value: Value | undefined;
  readonly options: readonly Choice<Value>[];
  readonly onChange: (value: Value) => void;
  readonly placeholder?: string;
  readonly disabled?: boolean;
}

/** One of a few. For many, or for names, use `Combobox`. */
export function Select<Value extends string>(props: SelectProps<Value>): ReactNode {
  const { value, options, onChange, placeholder, disabled, ...field } = props;
  const overlay = useOverlay();
  const t = useT();
  return (
    <Field {...field}>
      {({ id, labelId, describedBy, invalid }) => (
        <Base.Root<Value>
          items={options}
          value={value ?? null}
          onValueChange={(next) => {
            if (next !== null) onChange(next);
          }}
          disabled={disabled === true}
          modal={false}
        >
          <Base.Trigger
            id={id}
            className="ss-input ss-select"
            aria-labelledby={labelId}
            aria-describedby={describedBy}
            aria-invalid={invalid || undefined}
          >
            <Base.Value placeholder={placeholder ?? t("kit.choose")} />
            <Icon name="chevron-down" size="small" />
          </Base.Trigger>
          <Base.Portal container={overlay}>
            <Base.Positioner
              className="ss-layer"
              positionMethod="fixed"
              alignItemWithTrigger={false}
              sideOffset={4}
              collisionPadding={8}
            >
              <Base.Popup className="ss-list">
                {options.map((option) => (
                  <Base.Item key={option.value} value={option.value} className="ss-list-item">
                    <span className="ss-list-mark">
                      <Base.ItemIndicator>
                        <Icon name="check" size="small" />
                      </Base.ItemIndicator>
                    </span>
                    <span className="ss-list-words">
                      <Base.ItemText>{option.label}</Base.ItemText>
                      {option.hint === undefined ? null : <span className="ss-meta">{option.hint}</span>}
                    </span>
                  </Base.Item>
                ))}
              </Base.Popup>
            </Base.Positioner>
          </Base.Portal>
        </Base.Root>
      )}
    </Field>
  );
}
