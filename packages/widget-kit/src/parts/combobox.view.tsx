import { Combobox as Base } from "@base-ui/react/combobox";
import type { ReactNode } from "react";
import { useT } from "../widget/widget-context.ts";
import { Field, type FieldProps } from "./field.view.tsx";
import { Icon } from "./icon.view.tsx";
import { useOverlay } from "./overlay.ts";
import type { Choice } from "./select.view.tsx";

export interface ComboboxProps<Value extends string> extends FieldProps {
  readonly value: Value | undefined;
  readonly options: readonly Choice<Value>[];
  /** Undefined when the field was cleared. */
  readonly onChange: (value: Value | undefined) => void;
  readonly placeholder?: string;
  readonly disabled?: boolean;
}

/** One of many, found by typing part of its name. */
export function Combobox<Value extends string>(props: ComboboxProps<Value>): ReactNode {
  const { value, options, onChange, placeholder, disabled, ...field } = props;
  const overlay = useOverlay();
  const t = useT();
  const chosen = options.find((option) => option.value === value) ?? null;
  return (
    <Field {...field}>
      {({ id, describedBy, invalid }) => (
        <Base.Root<Choice<Value>>
          items={options}
          value={chosen}
          onValueChange={(next) => onChange(next?.value)}
          isItemEqualToValue={(item, other) => item.value === other.value}
          disabled={disabled === true}
        >
          <div className="ss-combobox">
            <Base.Input
              id={id}
              className="ss-input"
              placeholder={placeholder ?? t("kit.search")}
              aria-describedby={describedBy}
              aria-invalid={invalid || undefined}
            />
            <div className="ss-combobox-ends">
              <Base.Clear className="ss-combobox-end" aria-label={t("kit.clear")}>
                <Icon name="close" size="small" />
              </Base.Clear>
              <Base.Trigger className="ss-combobox-end" aria-label={t("kit.open-list")}>
                <Icon name="chevron-down" size="small" />
              </Base.Trigger>
            </div>
          </div>
          <Base.Portal container={overlay}>
            <Base.Positioner className="ss-layer" positionMethod="fixed" sideOffset={4} collisionPadding={8}>
              <Base.Popup className="ss-list">
                <Base.Empty className="ss-list-empty">{t("kit.nothing-found")}</Base.Empty>
                <Base.List>
                  {(option: Choice<Value>) => (
                    <Base.Item key={option.value} value={option} className="ss-list-item">
                      <span className="ss-list-mark">
                        <Base.ItemIndicator>
                          <Icon name="check" size="small" />
                        </Base.ItemIndicator>
                      </span>
                      <span className="ss-list-words">
                        {option.label}
                        {option.hint === undefined ? null : <span className="ss-meta">{option.hint}</span>}
                      </span>
                    </Base.Item>
                  )}
                </Base.List>
              </Base.Popup>
            </Base.Positioner>
          </Base.Portal>
        </Base.Root>
      )}
    </Field>
  );
}
