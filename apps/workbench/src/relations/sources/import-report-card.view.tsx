import { downloadFile } from "@sweetspot/host-bridge";
import type { RelationImportReport } from "@sweetspot/relation-import";
import { Icon } from "@sweetspot/widget-kit/page";
import { type ReactNode, useState } from "react";
import { usePage } from "../../page/page-context.ts";
import { toHash } from "../../page/route.model.ts";
import type { RelationJob, RelationsClient } from "../relations-client.ts";
import { ProblemTable } from "../../import/problem-table.view.tsx";

const KINDS = ["people", "bodies", "ties"] as const;
const COLUMNS = ["created", "updated", "unchanged", "ended"] as const;

/** What an import did, row by row where it did not. */
export function ImportReportCard({
  job,
  report,
  client,
}: {
  readonly job: RelationJob;
  readonly report: RelationImportReport;
  readonly client: RelationsClient;
}): ReactNode {
  const { t, format } = usePage();
  const [failed, setFailed] = useState(false);
  const isDone = report.outcome === "finished";
  const columns = COLUMNS.filter((column) => column !== "ended" || job.source.whole === true);
  const download = (): void => {
    setFailed(false);
    client.readBadRows(job.id).then(
      (content) => downloadFile(document, { name: "bad-rows.csv", content }),
      () => setFailed(true),
    );
  };
  return (
    <section className="wb-card wb-report" aria-labelledby="relation-report">
      <header className="wb-report-head">
        <span className={isDone ? "ss-screen-mark wb-mark-good" : "ss-screen-mark ss-screen-bad"}>
          <Icon name={isDone ? "check" : "alert"} />
        </span>
        <div>
          <h2 id="relation-report">{t(`relations.outcome.${report.outcome}`, { name: job.source.name })}</h2>
          <p className="ss-meta">
            {report.failure ??
              t("import.took", {
                seconds: format.number(report.durationMs / 1000, { maximumFractionDigits: 1 }),
              })}
          </p>
        </div>
        {isDone ? (
          <a className="ss-button wb-button-link" href={toHash({ page: "relations", part: "matches" })}>
            {t("relations.to-matches")}
          </a>
        ) : null}
      </header>
      {isDone ? (
        <table className="wb-table wb-counts-table">
          <thead>
            <tr>
              <th scope="col">{t("import.count.kind")}</th>
              {columns.map((column) => (
                <th scope="col" key={column} className="ss-end">
                  {column === "ended" ? t("relations.count.ended") : t(`import.count.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {KINDS.map((kind) => (
              <tr key={kind}>
                <th scope="row">{t(`relations.kind.${kind}`)}</th>
                {columns.map((column) => (
                  <td
                    key={column}
                    className="ss-end ss-number"
                    data-label={column === "ended" ? t("relations.count.ended") : t(`import.count.${column}`)}
                  >
                    {format.number(report.counts[kind][column])}
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
              what: `relations.problem.${code}`,
              effect: `relations.effect.${effect}`,
              remedy: `relations.remedy.${code}`,
            })}
            problems={report.problems}
            total={report.problemCount}
          />
        </div>
      ) : null}
    </section>
  );
}
