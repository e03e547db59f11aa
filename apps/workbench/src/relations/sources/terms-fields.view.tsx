import { type ReactNode, useId } from "react";
import { usePage } from "../../page/page-context.ts";
import type { SourceTerms } from "../relations-client.ts";

/** The terms of a source as they are being typed. */
export interface TermsText {
  readonly purpose: string;
  readonly months: string;
}

export const toTermsText = ({ purpose, retentionMonths }: SourceTerms): TermsText => ({
  purpose,
  months: retentionMonths === undefined ? "" : String(retentionMonths),
});

/** Undefined as long as the purpose is missing or the months are none. */
export function toTerms({ purpose, months }: TermsText): SourceTerms | undefined {
  const text = purpose.trim();
  if (text === "") return undefined;
  if (months.trim() === "") return { purpose: text };
  const retentionMonths = Number(months);
  return Number.isInteger(retentionMonths) && retentionMonths >= 1 && retentionMonths <= 1200
    ? { purpose: text, retentionMonths }
    : undefined;
}

/** What a source may be used for, and for how long it may be kept. */
export function TermsFields({
  text,
  onChange,
}: {
  readonly text: TermsText;
  readonly onChange: (text: TermsText) => void;
}): ReactNode {
  const { t } = usePage();
  const id = useId();
  return (
    <>
      <label className="ss-field wb-purpose">
        <span className="ss-label">{t("relations.purpose")}</span>
        <textarea
          className="ss-input ss-textarea"
          rows={2}
          maxLength={2000}
          required
          value={text.purpose}
          placeholder={t("relations.purpose.example")}
          onChange={(event) => onChange({ ...text, purpose: event.target.value })}
        />
      </label>
      <label className="ss-field wb-months">
        <span className="ss-label">{t("relations.retention.label")}</span>
        <input
          type="number"
          className="ss-input"
          min={1}
          max={1200}
          step={1}
          value={text.months}
          aria-describedby={id}
          onChange={(event) => onChange({ ...text, months: event.target.value })}
        />
        <span id={id} className="ss-meta">
          {t("relations.retention.help")}
        </span>
      </label>
    </>
  );
}
