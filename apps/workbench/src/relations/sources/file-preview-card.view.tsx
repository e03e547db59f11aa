import type { RelationFileReport } from "@sweetspot/relation-import";
import { Icon } from "@sweetspot/widget-kit/page";
import { type ReactNode, useId } from "react";
import { formatBytes } from "../../import/format-bytes.ts";
import { type TextKey, usePage } from "../../page/page-context.ts";
import type { RelationJobFile } from "../relations-client.ts";

export interface FilePreviewCardProps {
  readonly file: RelationJobFile;
  /** What the last run made of it. */
  readonly result: RelationFileReport | undefined;
  readonly onRemove: () => void;
}

/** What a file seems to hold, with its first rows as they would be taken. */
export function FilePreviewCard({ file, result, onRemove }: FilePreviewCardProps): ReactNode {
  const { t, format } = usePage();
  const id = useId();
  const { preview } = file;
  const refused = preview.refused ?? result?.refused;
  const passedOver = preview.columns.filter(({ field }) => field === undefined);
  const taken = result ? result.good.people + result.good.bodies + result.good.ties : 0;
  return (
    <section className="wb-card wb-file" aria-labelledby={id}>
      <header className="wb-file-head">
        <Icon name={refused ? "alert" : "document"} />
        <div className="wb-file-words">
          <h2 id={id}>{file.name}</h2>
          <p className="ss-meta">
            {[
              preview.form === "json-lines"
                ? t("relations.file.lines")
                : preview.kind && t(`relations.file.${preview.kind}`),
              formatBytes(file.bytes, format.number),
              preview.encoding?.toUpperCase(),
            ]
              .filter(Boolean)
              .join(" · ")}
          </p>
        </div>
        {result && !refused ? (
          <span className="ss-meta ss-number">
            {t("import.file-rows", { good: format.number(taken), bad: format.number(result.bad) })}
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
          <strong>{t("import.refused")}</strong> {t(`import.file-problem.${refused.code}` as TextKey)}{" "}
          <span className="ss-meta">{refused.message}</span>
        </p>
      ) : (
        <details className="wb-file-columns" open={result === undefined}>
          <summary>{t("relations.preview", { count: preview.sample.length })}</summary>
          <SampleTable preview={preview} />
          {passedOver.length > 0 ? (
            <p className="ss-meta wb-passed-over">
              {t("relations.passed-over", {
                count: passedOver.length,
                columns: passedOver.map(({ header }) => header).join(", "),
              })}
            </p>
          ) : null}
        </details>
      )}
    </section>
  );
}

function SampleTable({ preview }: Pick<RelationJobFile, "preview">): ReactNode {
  const { t } = usePage();
  const shown = preview.columns.flatMap(({ header, field }, at) =>
    field === undefined || preview.sample.every(({ cells }) => cells[at] === "")
      ? []
      : [{ header, at, label: t(`relations.field.${field}` as TextKey) }],
  );
  return (
    // What scrolls sideways must be reached by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="wb-sample-scroll" tabIndex={0} aria-label={t("relations.preview.table")}>
      <table className="wb-sample-table">
        <thead>
          <tr>
            {preview.form === "json-lines" ? <th scope="col">{t("relations.field.kind")}</th> : null}
            {shown.map(({ header, label, at }) => (
              <th scope="col" key={at}>
                {label}
                {header === label ? null : <span className="ss-meta">{header}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.sample.map(({ kind, cells }, row) => (
            // Rows of a file may be equal; their places never change.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={row}>
              {preview.form === "json-lines" ? (
                <td>{kind ? t(`relations.kind-one.${kind}`) : null}</td>
              ) : null}
              {shown.map(({ at }) => (
                <td key={at}>{cells[at]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
