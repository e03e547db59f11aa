import type { ImportOptions } from "@sweetspot/crm-import";
import { type ReactNode, useState } from "react";
import { usePage } from "../page/page-context.ts";

/** Choices that hold for all files of the import. */
export function ImportOptionsCard({
  options,
  onChange,
}: {
  readonly options: ImportOptions;
  readonly onChange: (options: ImportOptions) => void;
}): ReactNode {
  const { t } = usePage();
  const [currency, setCurrency] = useState(options.currency);
  const isCurrency = /^[A-Z]{3}$/.test(currency);
  return (
    <fieldset className="wb-card wb-import-options">
      <legend className="ss-hidden">{t("import.options")}</legend>
      <label className="ss-field wb-currency">
        <span className="ss-label">{t("import.currency")}</span>
        <input
          className="ss-input"
          value={currency}
          maxLength={3}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={!isCurrency}
          onChange={(event) => {
            const next = event.target.value.toUpperCase();
            setCurrency(next);
            if (/^[A-Z]{3}$/.test(next)) onChange({ ...options, currency: next });
          }}
        />
      </label>
      <div className="wb-create">
        <p className="ss-label">{t("import.create")}</p>
        {(["accounts", "products", "teamMembers"] as const).map((kind) => (
          <label key={kind} className="ss-check">
            <input
              type="checkbox"
              className="ss-check-box"
              checked={options.create[kind]}
              onChange={(event) =>
                onChange({ ...options, create: { ...options.create, [kind]: event.target.checked } })
              }
            />
            <span>{t(`import.create.${kind}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
