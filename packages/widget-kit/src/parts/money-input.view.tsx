import type { Money } from "@sweetspot/contract";
import { type ReactNode, useState } from "react";
import { useFormat, useT } from "../widget/widget-context.ts";
import { parseAmount, toAmountText } from "./amount.model.ts";
import { Field, type FieldProps } from "./field.view.tsx";
import { useToast } from "./toast.view.tsx";
import { useDraft } from "./use-draft.ts";

export interface MoneyInputProps extends FieldProps {
  readonly value: Money | undefined;
  /** When the field is left: the amount, or null when it was cleared. Not called while the text is unclear. */
  readonly onCommit: (value: Money | null) => void;
  /** ISO 4217; the value's own, or the host's, where absent. */
  readonly currency?: string;
  readonly placeholder?: string;
  readonly disabled?: boolean;
}

/** An amount as people type it: "420,000", "420k", in German "420.000" or "420 Tsd". */
export function MoneyInput(props: MoneyInputProps): ReactNode {
  const { value, onCommit, currency, placeholder, disabled, label, error, ...field } = props;
  const t = useT();
  const format = useFormat();
  const [unclear, setUnclear] = useState<string | undefined>(undefined);
  const shown = value === undefined ? "" : toAmountText(value.amount, format.locale);
  const code = currency ?? value?.currency ?? format.currency;
  const toast = useToast();
  const draft = useDraft(shown, (text) => {
    const typed = parseAmount(text, format.locale);
    if (typed.state === "amount") onCommit({ amount: typed.amount, currency: code });
    else if (typed.state === "empty") onCommit(null);
    // Only the field's disappearance hands over text that is no amount: whoever typed it should know.
    else toast({ tone: "bad", text: t("kit.money.not-saved", { label, text }) });
  });
  const leave = (): void => {
    const { state } = parseAmount(draft.text, format.locale);
    if (state === "unclear" || state === "negative") setUnclear(state);
    else {
      setUnclear(undefined);
      draft.commit();
    }
  };
  const problem =
    unclear === undefined
      ? undefined
      : t(unclear === "negative" ? "kit.money.negative" : "kit.money.unclear", {
          long: toAmountText(420_000, format.locale),
          short: t("kit.money.short"),
        });
  return (
    <Field {...field} label={t("kit.money.label", { label, currency: code })} error={problem ?? error}>
      {({ id, describedBy, invalid }) => (
        <input
          id={id}
          className="ss-input ss-number"
          inputMode="decimal"
          autoComplete="off"
          value={draft.text}
          placeholder={placeholder}
          disabled={disabled}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
          onChange={(event) => draft.change(event.target.value)}
          onBlur={leave}
          onKeyDown={(event) => {
            if (event.key === "Enter") leave();
          }}
        />
      )}
    </Field>
  );
}
