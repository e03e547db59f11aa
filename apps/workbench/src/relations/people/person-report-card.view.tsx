import type { IsoInstant } from "@sweetspot/contract";
import { downloadFile } from "@sweetspot/host-bridge";
import { Icon } from "@sweetspot/widget-kit/page";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { usePage } from "../../page/page-context.ts";
import { ConfirmDialog } from "../confirm-dialog.view.tsx";
import type { StoredReport } from "../relations-client.ts";
import { ReportSections } from "./report-sections.view.tsx";

export interface PersonReportCardProps {
  readonly report: StoredReport;
  readonly readAt: IsoInstant;
  readonly onErase: () => Promise<void>;
  readonly onClose: () => void;
}

/** All that is stored about one person: to read, to print, to hand over, to erase. */
export function PersonReportCard({ report, readAt, onErase, onClose }: PersonReportCardProps): ReactNode {
  const { t, format } = usePage();
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const [doing, setDoing] = useState<"asking" | "erasing">();
  const { person, records, ties, introductions } = report;
  const inCrm = records.some(({ source }) => source === "CRM");
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const save = (): void =>
    downloadFile(document, {
      name: `${t("relations.report.file")}.json`,
      content: new Blob([JSON.stringify(report, undefined, 2)], { type: "application/json" }),
    });
  const erase = async (): Promise<void> => {
    setDoing("erasing");
    await onErase();
    setDoing(undefined);
  };
  return (
    <article className="wb-card wb-person-report" aria-labelledby={id}>
      <header className="wb-person-head">
        <div>
          <h2 id={id} ref={heading} tabIndex={-1}>
            {person.name}
          </h2>
          <p className="ss-meta">{t("relations.report.as-of", { time: format.dateTime(readAt) })}</p>
        </div>
        <div className="wb-source-tools wb-no-print">
          <button type="button" className="ss-button ss-button-small" onClick={() => window.print()}>
            <Icon name="print" size="small" />
            {t("relations.report.print")}
          </button>
          <button type="button" className="ss-button ss-button-small" onClick={save}>
            <Icon name="download" size="small" />
            {t("relations.report.save")}
          </button>
          <button
            type="button"
            className="ss-button ss-button-small ss-button-danger"
            onClick={() => setDoing("asking")}
          >
            <Icon name="trash" size="small" />
            {t("relations.erase")}
          </button>
          <button type="button" className="ss-button ss-button-small ss-button-quiet" onClick={onClose}>
            {t("relations.report.back")}
          </button>
        </div>
      </header>
      <ReportSections report={report} />
      {doing ? (
        <ConfirmDialog
          title={t("relations.erase.title", { name: person.name })}
          confirm={t("relations.erase")}
          isBusy={doing === "erasing"}
          onConfirm={() => void erase()}
          onClose={() => setDoing(undefined)}
        >
          {inCrm ? <p className="ss-chip ss-chip-warn wb-crm-first">{t("relations.erase.crm")}</p> : null}
          <p>
            {t("relations.erase.goes", {
              records: records.length,
              ties: ties.length,
              plans: introductions.length,
            })}
          </p>
          <p>{t("relations.erase.stays")}</p>
        </ConfirmDialog>
      ) : null}
    </article>
  );
}
