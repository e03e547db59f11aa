import type { RelationImportProgress } from "@sweetspot/relation-import";
import type { ReactNode } from "react";
import { usePage } from "../../page/page-context.ts";

/** How far a running import is, and the way to stop it. */
export function RelationProgressCard({
  progress,
  onCancel,
}: {
  /** Absent before its first look. */
  readonly progress: RelationImportProgress | undefined;
  readonly onCancel: () => void;
}): ReactNode {
  const { t, format } = usePage();
  const { phase, file, bytesRead, bytesTotal, good, bad } = progress ?? BEGINNING;
  const ratio = bytesTotal === 0 ? 0 : Math.min(bytesRead / bytesTotal, 1);
  return (
    <section className="wb-card wb-progress" aria-label={t("import.progress")}>
      <div className="wb-progress-words">
        <h2>{t(`relations.phase.${phase}`)}</h2>
        <span className="ss-number">{format.percent(ratio)}</span>
      </div>
      <progress max={1} value={ratio} aria-label={t("import.progress")} />
      <p className="ss-meta ss-number">
        {file === undefined ? "" : `${file} · `}
        {t("import.file-rows", { good: format.number(good), bad: format.number(bad) })}
      </p>
      <p className="ss-meta">{t("relations.unseen-until-done")}</p>
      <button type="button" className="ss-button" onClick={onCancel}>
        {t("import.cancel")}
      </button>
    </section>
  );
}

const BEGINNING: RelationImportProgress = {
  phase: "looking",
  bytesRead: 0,
  bytesTotal: 0,
  good: 0,
  bad: 0,
};
