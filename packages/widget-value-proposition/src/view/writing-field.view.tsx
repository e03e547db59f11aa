import { TextArea } from "@sweetspot/widget-kit";
import { type ReactNode, useState } from "react";
import { toStorable } from "../model/writing.model.ts";
import { useText } from "./use-text.ts";

/** Texts too long to be saved, by field, for as long as the widget stands: what was pasted is not thrown away. */
export type TooLong = Map<string, string>;

export interface WritingFieldProps {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly value: string;
  /** Characters that fit. */
  readonly max: number;
  readonly placeholder?: string;
  readonly rows?: number;
  readonly writable: boolean;
  /** Unique in the widget. */
  readonly name: string;
  readonly tooLong: TooLong;
  readonly onWrite: (text: string) => void;
  readonly onType?: (text: string) => void;
}

/** A text written in place; where nobody may write, the text itself. A text that is too long waits to be shortened. */
export function WritingField(props: WritingFieldProps): ReactNode {
  const {
    label,
    hideLabel,
    value,
    max,
    placeholder,
    rows = 2,
    writable,
    name,
    tooLong,
    onWrite,
    onType,
  } = props;
  const t = useText();
  const [long, setLong] = useState(() => tooLong.get(name));
  if (!writable)
    return (
      <div className="vp-read">
        <span className={hideLabel === true ? "ss-hidden" : "ss-label"}>{label}</span>
        <p dir="auto">{value === "" ? "–" : value}</p>
      </div>
    );
  const commit = (typed: string): void => {
    const text = toStorable(typed);
    if (text.trim().length > max) {
      tooLong.set(name, text);
      setLong(text);
      return;
    }
    tooLong.delete(name);
    setLong(undefined);
    if (text !== value) onWrite(text);
  };
  return (
    <TextArea
      label={label}
      {...(hideLabel === true ? { hideLabel } : {})}
      value={long ?? value}
      rows={rows}
      error={long === undefined ? undefined : t("field.too-long", { max, length: long.trim().length })}
      {...(placeholder === undefined ? {} : { placeholder })}
      {...(onType === undefined ? {} : { onType })}
      onCommit={commit}
    />
  );
}
