import { createTranslator, Icon } from "@sweetspot/widget-kit/page";
import { type ReactNode, useEffect, useMemo } from "react";
import type { Gateway } from "../gateway/gateway-client.ts";
import { useDesk } from "../gateway/desk.ts";
import { PAGE_CATALOGS } from "../page/page-catalogs.ts";
import { PageContext, usePage } from "../page/page-context.ts";
import { useView } from "../page/use-view.ts";
import { AdminsOnly } from "./admins-only.view.tsx";
import { DropZone } from "./drop-zone.view.tsx";
import { FileCard } from "./file-card.view.tsx";
import { createImportClient, type ImportClient } from "./import-client.ts";
import { createImportDesk, type ImportDesk } from "./import-desk.ts";
import { ImportOptionsCard } from "./import-options.view.tsx";
import { ImportProgressCard } from "./import-progress.view.tsx";
import { ImportReportCard } from "./import-report.view.tsx";
import de from "./locales/de.json";
import en from "./locales/en.json";
import id from "./locales/id.json";
import { UnmatchedCard } from "./unmatched.view.tsx";

/** An import goes on while the user looks at other pages, and is there again when they come back. */
const clients = new WeakMap<Gateway, ImportClient>();
const desks = new WeakMap<ImportClient, ImportDesk>();

function clientOf(gateway: Gateway): ImportClient {
  const client = clients.get(gateway) ?? createImportClient(gateway);
  clients.set(gateway, client);
  return client;
}

function deskOf(client: ImportClient): ImportDesk {
  const desk = desks.get(client) ?? createImportDesk(client);
  desks.set(client, desk);
  return desk;
}

/** Files of a CRM's export become accounts, deals and products. Brings its own texts, which are many. */
export function ImportPage(): ReactNode {
  const page = usePage();
  const environment = useMemo(
    () => ({ ...page, t: createTranslator([...PAGE_CATALOGS, { en, de, id }], page.locale).t }),
    [page],
  );
  return (
    <PageContext value={environment}>
      <ImportPlace />
    </PageContext>
  );
}

function ImportPlace(): ReactNode {
  const { t } = usePage();
  const { member, gateway } = useDesk();
  const client = clientOf(gateway);
  useEffect(() => {
    document.title = `${t("nav.import")} · ${t("app.name")}`;
  }, [t]);
  return (
    <div className="wb-import">
      <header className="wb-import-head">
        <h1>{t("import.title")}</h1>
        <p>{t("import.lead")}</p>
      </header>
      {member.role === "admin" ? <Import client={client} /> : <AdminsOnly />}
    </div>
  );
}

function Import({ client }: { readonly client: ImportClient }): ReactNode {
  const { t } = usePage();
  const desk = deskOf(client);
  const { job, uploading, error } = useView(desk);

  const files = job?.files ?? [];
  const isRunning = job?.state === "running";
  const usable = files.filter((file) => !file.refused && file.mapping.kind !== "ignored");
  return (
    <>
      {error ? (
        <p className="wb-card wb-import-error" role="alert">
          <Icon name="alert" />
          <span>
            {t(`kit.error.${error.code}.short`)} <span className="ss-meta">{error.message}</span>
          </span>
        </p>
      ) : null}
      {isRunning && job.progress ? (
        <ImportProgressCard progress={job.progress} onCancel={() => void desk.cancel()} />
      ) : (
        <DropZone
          uploading={uploading}
          isSmall={files.length > 0}
          onFiles={(found) => void desk.addFiles(found)}
        />
      )}
      {job?.report && !isRunning ? <ImportReportCard job={job} client={client} /> : null}
      {job?.report && !isRunning && job.report.unmatched.length > 0 ? (
        <UnmatchedCard
          key={job.report.durationMs}
          unmatched={job.report.unmatched}
          client={client}
          onApply={(aliases) => void desk.runWithAliases(aliases)}
        />
      ) : null}
      {files.length > 0 && !isRunning ? (
        <>
          <section className="wb-import-files" aria-label={t("import.files")}>
            {files.map((file) => (
              <FileCard
                key={file.name}
                file={file}
                result={job?.report?.files.find((result) => result.name === file.name)}
                onChange={(mapping) => void desk.changeMapping(file.name, mapping)}
                onRemove={() => void desk.removeFile(file.name)}
              />
            ))}
          </section>
          {job ? (
            <ImportOptionsCard
              options={job.options}
              onChange={(options) => void desk.changeOptions(options)}
            />
          ) : null}
          <div className="wb-import-actions">
            <button
              type="button"
              className="ss-button ss-button-primary"
              disabled={usable.length === 0 || uploading.length > 0}
              onClick={() => void desk.run()}
            >
              <Icon name="upload" size="small" />
              {job?.report
                ? t("import.run-again", { count: usable.length })
                : t("import.run", { count: usable.length })}
            </button>
            <button type="button" className="ss-button" onClick={() => void desk.startOver()}>
              {t("import.start-over")}
            </button>
          </div>
        </>
      ) : null}
    </>
  );
}
