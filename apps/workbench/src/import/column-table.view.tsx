import type { ColumnMapping, FileMapping, RecognisedFile } from "@sweetspot/crm-import";
import { type ReactNode, useMemo } from "react";
import { type TextKey, usePage } from "../page/page-context.ts";
import { formatOf, setFormat, setTarget, targetsOf } from "./mapping.model.ts";

/** One row for each column: its header, what stands in it, and what it means. */
export function ColumnTable({
  file,
  onChange,
}: {
  readonly file: RecognisedFile;
  readonly onChange: (mapping: FileMapping) => void;
}): ReactNode {
  const { t } = usePage();
  const { mapping, sample } = file;
  const targets = useMemo(
    () =>
      targetsOf(mapping.kind).map((target) => ({ target, label: t(`import.field.${target}` as TextKey) })),
    [mapping.kind, t],
  );
  return (
    <table className="wb-table wb-columns-table">
      <thead>
        <tr>
          <th scope="col">{t("import.column.header")}</th>
          <th scope="col">{t("import.column.sample")}</th>
          <th scope="col">{t("import.column.target")}</th>
          <th scope="col">{t("import.column.format")}</th>
        </tr>
      </thead>
      <tbody>
        {mapping.columns.map((column, index) => (
          // Headers may be equal or empty: the place alone tells columns apart, and it never changes.
          // oxlint-disable-next-line react/no-array-index-key
          <tr key={index}>
            <th scope="row">{column.header}</th>
            <td data-label={t("import.column.sample")} className="wb-sample">
              {toSample(sample, index)}
            </td>
            <td data-label={t("import.column.target")}>
              <select
                className="ss-input"
                aria-label={t("import.column.meaning", { header: column.header })}
                value={column.target}
                onChange={(event) => onChange(setTarget(mapping, index, event.target.value))}
              >
                {targets.map(({ target, label }) => (
                  <option key={target} value={target}>
                    {label}
                  </option>
                ))}
              </select>
            </td>
            <td data-label={t("import.column.format")}>
              <FormatChoice
                mapping={mapping}
                column={column}
                onFormat={(change) => onChange(setFormat(mapping, index, change))}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function FormatChoice(props: {
  readonly mapping: FileMapping;
  readonly column: ColumnMapping;
  readonly onFormat: (format: Pick<ColumnMapping, "dates"> | Pick<ColumnMapping, "decimal">) => void;
}): ReactNode {
  const { mapping, column, onFormat } = props;
  const { t } = usePage();
  const kind = formatOf(mapping.kind, column.target);
  if (kind === undefined) return null;
  const choices = kind === "dates" ? (["ymd", "dmy", "mdy"] as const) : ([".", ","] as const);
  const value = kind === "dates" ? column.dates : column.decimal;
  return (
    <div className="wb-format">
      <select
        className="ss-input"
        aria-label={t("import.column.format-of", { header: column.header })}
        value={value ?? choices[0]}
        onChange={(event) => onFormat({ [kind]: event.target.value } as Pick<ColumnMapping, "dates">)}
      >
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {t(`import.format.${FORMAT_NAMES[choice]}`)}
          </option>
        ))}
      </select>
      {column.assumed ? <span className="ss-chip ss-chip-warn">{t("import.assumed")}</span> : null}
    </div>
  );
}

const FORMAT_NAMES = { ymd: "ymd", dmy: "dmy", mdy: "mdy", ".": "point", ",": "comma" } as const;

/** The first few different values. */
function toSample(sample: RecognisedFile["sample"], index: number): string {
  const values = sample.flatMap((row) => row[index]?.trim() || []);
  return [...new Set(values)].slice(0, 3).join(" · ");
}
