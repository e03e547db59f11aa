import type { FileMapping, FileReport, RecognisedFile } from "@sweetspot/crm-import";
import { IMPORT_KINDS } from "@sweetspot/crm-import/mapping";
import { Icon } from "@sweetspot/widget-kit/page";
import { type ReactNode, useId, useState } from "react";
import { usePage } from "../page/page-context.ts";
import { ColumnTable } from "./column-table.view.tsx";
import { formatBytes } from "./format-bytes.ts";
import type { MappedKind } from "./mapping.model.ts";
import { StageTable } from "./stage-table.view.tsx";

export interface FileCardProps {
  readonly file: RecognisedFile;
  /** What the last run made of it. */
  readonly result: FileReport | undefined;
  readonly onChange: (mapping: FileMapping | Pick<FileMapping, "kind">) => void;
  readonly onRemove: () => void;
}

const KINDS: readonly MappedKind[] = [...IMPORT_KINDS, "ignored"];

/** What a file seems to be, and what its columns seem to mean; all of it can be corrected. */
export function FileCard({ file, result, onChange, onRemove }: FileCardProps): ReactNode {
  const { t, format } = usePage();
  const id = useId();
  const { mapping, refused } = file;
  const assumed = mapping.columns.filter((column) => column.assumed).length;
  const [isOpen, setOpen] = useState(assumed > 0);
  return (
    <section className="wb-card wb-file" aria-labelledby={`${id}-name`}>
      <header className="wb-file-head">
        <Icon name={refused ? "alert" : "document"} />
        <div className="wb-file-words">
          <h2 id={`${id}-name`}>{file.name}</h2>
          <p className="ss-meta">
            {t("import.file-facts", {
              size: formatBytes(file.bytes, format.number),
              shape: t(`import.shape.${file.shape}`),
              encoding: file.encoding.toUpperCase(),
            })}
          </p>
        </div>
        {result && !result.refused ? (
          <span className="ss-meta ss-number">
            {t("import.file-rows", { good: format.number(result.good), bad: format.number(result.bad) })}
          </span>
        ) : null}
        <button
          type="button"
          className="ss-button ss-button-quiet ss-button-icon"
          aria-label={t("import.remove-file", { name: file.name })}
          onClick={onRemove}
        >
          <Icon name="trash" />
        </button>
      </header>
      {refused ? (
        <p className="wb-file-refused" role="alert">
          <strong>{t("import.refused")}</strong> {t(`import.file-problem.${refused.code}`)}{" "}
          <span className="ss-meta">{refused.message}</span>
        </p>
      ) : (
        <>
          <div className="wb-file-choices">
            <label className="ss-field">
              <span className="ss-label">{t("import.kind")}</span>
              <select
                className="ss-input"
                value={mapping.kind}
                onChange={(event) => onChange({ kind: event.target.value as MappedKind })}
              >
                {KINDS.map((kind) => (
                  <option key={kind} value={kind}>
                    {t(`import.kind.${kind}`)}
                  </option>
                ))}
              </select>
            </label>
            {mapping.kind === "ignored" ? null : (
              <label className="ss-field">
                <span className="ss-label">{t("import.key")}</span>
                <select
                  className="ss-input"
                  value={mapping.key}
                  onChange={(event) =>
                    onChange({ ...mapping, key: event.target.value as FileMapping["key"] })
                  }
                >
                  {(["id", "name", "content"] as const).map((key) => (
                    <option
                      key={key}
                      value={key}
                      disabled={key === "id" && mapping.columns.every((column) => column.target !== "id")}
                    >
                      {t(`import.key.${key}`)}
                    </option>
                  ))}
                </select>
              </label>
            )}
            <div className="wb-file-notes">
              {file.mappingIsSaved ? (
                <span className="ss-chip ss-chip-good">{t("import.mapping-saved")}</span>
              ) : null}
              {assumed > 0 ? (
                <span className="ss-chip ss-chip-warn">{t("import.assumed-count", { count: assumed })}</span>
              ) : null}
            </div>
          </div>
          {mapping.kind === "ignored" ? null : (
            <details
              className="wb-file-columns"
              open={isOpen}
              onToggle={(event) => setOpen(event.currentTarget.open)}
            >
              <summary>{t("import.columns", { count: mapping.columns.length })}</summary>
              <ColumnTable file={file} onChange={onChange} />
              {mapping.kind === "opportunities" && Object.keys(mapping.stages).length > 0 ? (
                <StageTable mapping={mapping} onChange={onChange} />
              ) : null}
            </details>
          )}
        </>
      )}
    </section>
  );
}
