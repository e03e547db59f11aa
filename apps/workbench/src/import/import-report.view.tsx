import { downloadFile } from "@sweetspot/host-bridge";
import { IMPORT_KINDS } from "@sweetspot/crm-import/mapping";
import { Icon } from "@sweetspot/widget-kit/page";
import { type ReactNode, useState } from "react";
import { usePage } from "../page/page-context.ts";
import { toHash } from "../page/route.model.ts";
import type { ImportClient, ImportJob } from "./import-client.ts";
import { ProblemTable } from "./problem-table.view.tsx";

/** What an import did, row by row where it did not. */
export function ImportReportCard({
  job,
  client,
}: {
  readonly job: ImportJob;
  readonly client: ImportClient;
}): ReactNode {
  const { t, format } = usePage();
  const [failed, setFailed] = useState(false);
  const { report } = job;
  if (!report) return null;
  const kinds = IMPORT_KINDS.filter((kind) => report.counts[kind]);
  const download = (): void => {
    setFailed(false);
    client.readBadRows(job.id).then(
      (blob) => downloadFile(document, { name: "bad-rows.csv", content: blob }),
      () => setFailed(true),
    );
  };
  return (
    <section className="wb-card wb-report" aria-labelledby="import-report">
      <header className="wb-report-head">
        <span
          className={
            report.outcome === "finished" ? "ss-screen-mark wb-mark-good" : "ss-screen-mark ss-screen-bad"
          }
        >
          <Icon name={report.outcome === "finished" ? "check" : "alert"} />
        </span>
        <div>
          <h2 id="import-report">{t(`import.outcome.${report.outcome}`)}</h2>
          <p className="ss-meta">
            {report.failure ??
              t("import.took", {
                seconds: format.number(report.durationMs / 1000, { maximumFractionDigits: 1 }),
              })}
          </p>
        </div>
        <a className="ss-button wb-button-link" href={toHash({ page: "accounts", search: "" })}>
          {t("unknown.accounts")}
        </a>
      </header>
      {kinds.length > 0 ? (
        <table className="wb-table wb-counts-table">
          <thead>
            <tr>
              <th scope="col">{t("import.count.kind")}</th>
              {(["created", "updated", "unchanged"] as const).map((column) => (
                <th scope="col" key={column} className="ss-end">
                  {t(`import.count.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {kinds.map((kind) => (
              <tr key={kind}>
                <th scope="row">{t(`import.kind.${kind}`)}</th>
                {(["created", "updated", "unchanged"] as const).map((column) => (
                  <td key={column} className="ss-end ss-number" data-label={t(`import.count.${column}`)}>
                    {format.number(report.counts[kind]?.[column] ?? 0)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {report.problemCount > 0 ? (
        <div className="wb-problems">
          <div className="wb-problems-head">
            <h3>
              {t("import.problems", {
                count: report.problemCount,
                number: format.number(report.problemCount),
              })}
            </h3>
            <button type="button" className="ss-button ss-button-small" onClick={download}>
              <Icon name="download" size="small" />
              {t("import.download")}
            </button>
          </div>
          {failed ? (
            <p className="ss-error" role="alert">
              {t("import.download-failed")}
            </p>
          ) : null}
          <ProblemTable
            textsOf={({ code, effect }) => ({
              what: `import.problem.${code}`,
              effect: `import.effect.${effect}`,
              remedy: `import.remedy.${code}`,
            })}
            problems={report.problems}
            total={report.problemCount}
          />
        </div>
      ) : null}
    </section>
  );
}
