import { type ReactNode, useEffect, useState } from "react";
import { DropZone } from "../../import/drop-zone.view.tsx";
import { usePage } from "../../page/page-context.ts";
import { useView } from "../../page/use-view.ts";
import { Failure } from "../failure.view.tsx";
import type { RelationsClient, Source } from "../relations-client.ts";
import { FilePreviewCard } from "./file-preview-card.view.tsx";
import { ImportReportCard } from "./import-report-card.view.tsx";
import { ImportSourceCard } from "./import-source-card.view.tsx";
import type { RelationImportDesk } from "./relation-import-desk.ts";
import { RelationProgressCard } from "./relation-progress-card.view.tsx";

/** Files of one source come in: dropped, shown, named, imported, reported. */
export function ImportBox({
  desk,
  client,
  sources,
}: {
  readonly desk: RelationImportDesk;
  readonly client: RelationsClient;
  readonly sources: readonly Source[];
}): ReactNode {
  const { t } = usePage();
  const { job, uploading, error } = useView(desk);
  const files = job?.files ?? [];
  const isRunning = job?.state === "running";
  const usable = files.filter(({ preview }) => !preview.refused);
  return (
    <>
      {error ? <Failure error={error} /> : null}
      {isRunning ? (
        <RelationProgressCard progress={job.progress} onCancel={() => void desk.cancel()} />
      ) : (
        <DropZone
          words={{ title: t("relations.drop"), text: t("relations.drop.text") }}
          accept=".jsonl,.ndjson,.json,application/jsonl,application/json"
          uploading={uploading}
          isSmall={files.length > 0}
          onFiles={(found) => void desk.addFiles(found)}
        />
      )}
      {job?.report && !isRunning ? (
        <Arrival key={job.report.durationMs}>
          <ImportReportCard job={job} report={job.report} client={client} />
        </Arrival>
      ) : null}
      {files.length > 0 && !isRunning ? (
        <>
          <section className="wb-import-files" aria-label={t("import.files")}>
            {files.map((file) => (
              <FilePreviewCard
                key={file.name}
                file={file}
                result={job?.report?.files.find(({ name }) => name === file.name)}
                onRemove={() => void desk.removeFile(file.name)}
              />
            ))}
          </section>
          <ImportSourceCard
            key={job?.id}
            sources={sources}
            files={usable.length}
            last={job?.report ? job.source : undefined}
            isReady={usable.length > 0 && usable.length === files.length && uploading.length === 0}
            onRun={(source) => void desk.run(source)}
            onStartOver={() => void desk.startOver()}
          />
        </>
      ) : null}
    </>
  );
}

/** A report comes into sight when it comes: it stands above the files that are looked at. */
function Arrival({ children }: { readonly children: ReactNode }): ReactNode {
  const [box, setBox] = useState<HTMLDivElement | null>(null);
  useEffect(() => {
    // What it answers (a promise, in some browsers) is no clean-up.
    void box?.scrollIntoView({ block: "nearest" });
  }, [box]);
  return (
    <div ref={setBox} className="wb-arrival">
      {children}
    </div>
  );
}
