import { type ReactNode, useId } from "react";

export interface ChoiceGroupProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly label: string; readonly lang?: string }[];
  readonly onChange: (value: Value) => void;
}

/** One of a few, all in sight: radio buttons that look like one control. */
export function ChoiceGroup<Value extends string>(props: ChoiceGroupProps<Value>): ReactNode {
  const name = useId();
  return (
    <fieldset className="wb-choices">
      <legend className="ss-label">{props.label}</legend>
      <div className="wb-choices-row">
        {props.choices.map(({ value, label, lang }) => (
          <label key={value} className="wb-choice" lang={lang}>
            <input
              type="radio"
              className="ss-hidden"
              name={name}
              checked={value === props.value}
              onChange={() => props.onChange(value)}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
