import { valueOf } from "@sweetspot/contract";
import { Chip, useCrm, useFormat } from "@sweetspot/widget-kit";
import { type ReactNode, useMemo } from "react";
import { dealsOf } from "../model/deals.model.ts";
import type { Centre } from "./use-centre.ts";
import { useText } from "./use-text.ts";

/** Open deals and who decides each; a deal nobody decides is told, not hidden. */
export function Deals({ centre }: { readonly centre: Centre }): ReactNode {
  const { people, open } = centre;
  const { opportunities } = useCrm();
  const t = useText();
  const format = useFormat();
  const deals = useMemo(() => dealsOf(opportunities, people), [opportunities, people]);
  if (deals.length === 0) return <p className="bc-nothing">{t("deals.none")}</p>;
  return (
    <ul className="bc-deals" aria-label={t("deals.label")}>
      {deals.map(({ deal, deciders }) => {
        const amount = valueOf(deal.amount);
        const date = valueOf(deal.closeDate);
        return (
          <li key={deal.id} className="bc-deal">
            <span className="bc-names">
              <bdi className="bc-name">{deal.name}</bdi>
              <span className="ss-meta">
                {[valueOf(deal.stage), amount && format.money(amount), date && format.date(date)]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </span>
            <span className="ss-row">
              {deciders.map(({ id, fields }) => (
                <Chip key={id} icon="person" onClick={() => open({ person: id })}>
                  <bdi>{fields.name}</bdi>
                </Chip>
              ))}
              {deciders.length === 0 ? <Chip tone="warn">{t("deals.nobody")}</Chip> : null}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
