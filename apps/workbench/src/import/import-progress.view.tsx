import type { ImportProgress } from "@sweetspot/crm-import";
import type { ReactNode } from "react";
import { usePage } from "../page/page-context.ts";

/** How far a running import is, and the way to stop it. */
export function ImportProgressCard({
  progress,
  onCancel,
}: {
  readonly progress: ImportProgress;
  readonly onCancel: () => void;
}): ReactNode {
  const { t, format } = usePage();
  const { phase, file, bytesRead, bytesTotal, rows } = progress;
  const counts = Object.values(rows);
  const good = counts.reduce((sum, count) => sum + count.good, 0);
  const bad = counts.reduce((sum, count) => sum + count.bad, 0);
  const ratio = bytesTotal === 0 ? 0 : Math.min(bytesRead / bytesTotal, 1);
  return (
    <section className="wb-card wb-progress" aria-label={t("import.progress")}>
      <div className="wb-progress-words">
        <h2>{t(`import.phase.${phase}`)}</h2>
        <span className="ss-number">{format.percent(ratio)}</span>
      </div>
      <progress max={1} value={ratio} aria-label={t("import.progress")} />
      <p className="ss-meta ss-number">
        {file === undefined ? "" : `${file} · `}
        {t("import.file-rows", { good: format.number(good), bad: format.number(bad) })}
      </p>
      <button type="button" className="ss-button" onClick={onCancel}>
        {t("import.cancel")}
      </button>
    </section>
  );
}
