import type { RelationPerson } from "@sweetspot/contract";
import { Icon, useFormat } from "@sweetspot/widget-kit";
import type { RecordId } from "@sweetspot/contract";
import type { ReactNode } from "react";
import { useText } from "../view/use-text.ts";
import { askingHints, asksOf } from "./asking-rules.model.ts";
import type { Introductions } from "./use-introductions.ts";

interface Props {
  readonly introductions: Introductions;
  readonly goBetween: string | undefined;
  readonly name: string;
  /** The introduction this is about, once there is one. */
  readonly but?: RecordId;
  readonly counted?: RelationPerson["asked"];
}

/** Whether it is too early or too often to ask somebody again: a hint, never a prohibition. */
export function AskingHints({ introductions, goBetween, name, but, counted }: Props): ReactNode {
  const t = useText();
  const format = useFormat();
  const { records, rules, today } = introductions;
  if (goBetween === undefined) return null;
  const asks = asksOf(records.values(), {
    goBetween,
    today,
    ...(but === undefined ? {} : { but }),
    ...(counted === undefined ? {} : { counted }),
  });
  return askingHints(asks, rules, today).map((hint) => (
    <p key={hint.hint} className="rb-notice">
      <Icon name="clock" size="small" />
      <span>
        {hint.hint === "cooling-off"
          ? t("asking.cooling-off", { name, last: format.date(hint.last), until: format.date(hint.until) })
          : t("asking.too-often", { name, count: hint.count, limit: rules.asksPerQuarter })}
      </span>
    </p>
  ));
}
