import { Icon, useCrm, useFormat, useSurface } from "@sweetspot/widget-kit";
import { type ReasonGroup, type ReasonRecord, toLevelReasons } from "@sweetspot/white-space-plan";
import type { ReactNode } from "react";
import { useText } from "../use-text.ts";
import { useOpenedCell } from "./cell-context.ts";

/** The very records behind the level, rule by rule, so that a rep can check it. */
export function WhySection(): ReactNode {
  const { workspace, cell } = useOpenedCell();
  const { facts, model, plan } = workspace;
  const { opportunities, assets } = useCrm();
  const t = useText();
  const format = useFormat();
  if (!cell.derived) return null;
  const { derived } = cell;
  const groups = toLevelReasons(derived, { opportunities, assets, currency: facts.currency });
  const share = derived.areaRecentValue > 0 ? derived.recentValue / derived.areaRecentValue : undefined;
  const months = { recent: plan.rules.recentMonths, fading: plan.rules.fadingMonths };
  return (
    <details className="ws-why" open={cell.source === "crm"}>
      <summary>
        {cell.source === "hand" ? t("why.crm-says", { level: t(`level.${derived.level}`) }) : t("why.title")}
      </summary>
      {groups
        .filter((group) => group.rule !== "asset" || plan.rules.assetsCount)
        .filter((group) => group.rule !== "older" || group.records.length > 0)
        .map((group) => (
          <WhyGroup key={group.rule} group={group} label={t(`why.rule.${group.rule}`, months)} />
        ))}
      {share === undefined || derived.recentValue === 0 ? null : (
        <p className="ss-meta">
          {t("why.share", {
            share: format.percent(share),
            value:
              facts.currency === undefined
                ? ""
                : format.money({ amount: derived.areaRecentValue, currency: facts.currency }),
          })}
        </p>
      )}
      {derived.lostDeals > 0 ? (
        <p className="ss-meta">{t("why.lost", { count: derived.lostDeals })}</p>
      ) : null}
      {model.derived.nowFromData ? (
        <p className="ss-meta">{t("why.as-of", { date: format.date(model.derived.now) })}</p>
      ) : null}
    </details>
  );
}

function WhyGroup({ group, label }: { readonly group: ReasonGroup; readonly label: string }): ReactNode {
  const t = useText();
  const none = group.records.length === 0;
  return (
    <div className="ws-why-group" data-decides={group.decides || undefined}>
      <p className="ws-why-rule">
        {group.rule === "open" ? (
          <span className="ws-ring" aria-hidden="true" />
        ) : (
          <Icon name={none ? "close" : "check"} size="small" />
        )}
        <span>{label}</span>
        <span className="ws-why-count">
          {t(group.rule === "asset" ? "why.assets" : "why.deals", { count: group.records.length })}
        </span>
      </p>
      {none ? null : (
        <ul>
          {group.records.map((record) => (
            <WhyRecord key={record.id} record={record} />
          ))}
        </ul>
      )}
    </div>
  );
}

function WhyRecord({ record }: { readonly record: ReasonRecord }): ReactNode {
  const t = useText();
  const format = useFormat();
  const { navigate } = useSurface();
  const name = record.name ?? t("why.unknown-record");
  const go =
    navigate && record.kind === "deal" ? () => navigate({ type: "opportunity", id: record.id }) : undefined;
  return (
    <li className="ws-why-record">
      <span className="ws-why-name">
        {go ? (
          <button type="button" className="ss-link" onClick={go}>
            {name}
          </button>
        ) : (
          name
        )}
        <span className="ss-meta">
          {[
            record.date === undefined ? t("why.no-date") : format.date(record.date),
            record.stage ?? "",
            record.via === "name" ? t("why.by-name") : "",
          ]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </span>
      <span className="ws-why-count">{record.amount ? format.money(record.amount) : ""}</span>
    </li>
  );
}
