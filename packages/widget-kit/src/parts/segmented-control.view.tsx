import { Toggle } from "@base-ui/react/toggle";
import { ToggleGroup } from "@base-ui/react/toggle-group";
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Icon } from "./icon.view.tsx";
import type { IconName } from "./icon-paths.ts";

export interface Segment<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly icon?: IconName;
}

export interface SegmentedControlProps<Value extends string> {
  /** What is chosen, for screen readers. */
  readonly label: string;
  /** Undefined while nothing is chosen. */
  readonly value: Value | undefined;
  readonly options: readonly Segment<Value>[];
  readonly onChange: (value: Value) => void;
  readonly size?: "small";
  readonly disabled?: boolean;
}

/** One of two to five, all in sight. Arrow keys move between them. */
export function SegmentedControl<Value extends string>(props: SegmentedControlProps<Value>): ReactNode {
  const { label, value, options, onChange, size, disabled } = props;
  return (
    <ToggleGroup<Value>
      className={classNames("ss-segments", size && "ss-segments-small")}
      aria-label={label}
      disabled={disabled === true}
      value={value === undefined ? [] : [value]}
      onValueChange={([next]) => {
        if (next !== undefined) onChange(next);
      }}
    >
      {options.map((option) => (
        <Toggle key={option.value} value={option.value} className="ss-segment">
          {option.icon === undefined ? null : <Icon name={option.icon} size="small" />}
          {option.label}
        </Toggle>
      ))}
    </ToggleGroup>
  );
}
