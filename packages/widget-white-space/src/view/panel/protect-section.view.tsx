import { Chip, useFormat } from "@sweetspot/widget-kit";
import { addMonths, lastWon, toProtect } from "@sweetspot/white-space-plan";
import type { ReactNode } from "react";
import { useText } from "../use-text.ts";
import { useOpenedCell } from "./cell-context.ts";

/** What is bought must be kept: the last win, and the day it stops counting. */
export function ProtectSection(): ReactNode {
  const { workspace, cell } = useOpenedCell();
  const t = useText();
  const format = useFormat();
  if ((cell.level !== "strong" && cell.level !== "present") || !cell.derived) return null;
  const won = lastWon(cell.derived);
  if (won === undefined) return null;
  const fades = addMonths(won, workspace.plan.rules.recentMonths);
  const soon = toProtect(workspace.model).find((entry) => entry.cell.key === cell.key)?.fadesOn;
  return (
    <section className="ws-section">
      <h4 className="ws-section-title">
        {t("protect.title")}
        {soon === undefined ? null : (
          <Chip tone="warn" icon="clock">
            {t("protect.soon", { when: format.relativeDays(soon) })}
          </Chip>
        )}
      </h4>
      <p>{t("protect.last-won", { date: format.date(won), when: format.relativeDays(won) })}</p>
      {fades > workspace.model.derived.now ? (
        <p className="ss-meta">{t("protect.fades", { date: format.date(fades) })}</p>
      ) : null}
    </section>
  );
}
