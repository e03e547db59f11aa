import { Icon } from "@sweetspot/widget-kit/page";
import { type ReactNode, useMemo } from "react";
import { usePage } from "../../page/page-context.ts";
import type { Proposal } from "../relations-client.ts";
import type { MatchFilter } from "./compare.model.ts";

/** Which of the pairs are looked at. */
export function MatchFilters({
  filter,
  proposals,
  onChange,
}: {
  readonly filter: MatchFilter;
  readonly proposals: readonly Proposal[];
  readonly onChange: (filter: MatchFilter) => void;
}): ReactNode {
  const { t } = usePage();
  const sources = useMemo(
    () =>
      [
        ...new Set(
          proposals.flatMap(({ oneRecord, otherRecord }) =>
            [oneRecord, otherRecord].flatMap((record) => record?.source ?? []),
          ),
        ),
      ].toSorted(),
    [proposals],
  );
  return (
    <div className="wb-match-filters">
      <label className="ss-search">
        <Icon name="search" size="small" />
        <span className="ss-hidden">{t("relations.matches.search")}</span>
        <input
          type="text"
          inputMode="search"
          autoComplete="off"
          value={filter.search}
          placeholder={t("relations.matches.search")}
          onChange={(event) => onChange({ ...filter, search: event.target.value })}
        />
      </label>
      <select
        className="ss-input"
        aria-label={t("relations.source")}
        value={filter.source}
        onChange={(event) => onChange({ ...filter, source: event.target.value })}
      >
        <option value="">{t("relations.matches.all-sources")}</option>
        {sources.map((source) => (
          <option key={source} value={source}>
            {source}
          </option>
        ))}
      </select>
      <select
        className="ss-input"
        aria-label={t("relations.likelihood")}
        value={filter.likelihood}
        onChange={(event) =>
          onChange({ ...filter, likelihood: event.target.value as MatchFilter["likelihood"] })
        }
      >
        {(["all", "likely", "unlikely"] as const).map((likelihood) => (
          <option key={likelihood} value={likelihood}>
            {t(`relations.likelihood.${likelihood}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
