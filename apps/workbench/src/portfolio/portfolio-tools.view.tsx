import {
  PORTFOLIO_FILTERS,
  PORTFOLIO_GROUPS,
  PORTFOLIO_SORTS,
  type PortfolioPage,
  type PortfolioQuery,
} from "@sweetspot/contract";
import { Icon } from "@sweetspot/widget-kit/page";
import { type ReactNode, useId } from "react";
import { usePage } from "../page/page-context.ts";
import type { QueryChange } from "./portfolio-query.model.ts";

/** Search, order, groups and filters. */
export function PortfolioTools(props: {
  readonly query: PortfolioQuery;
  readonly offerings: PortfolioPage["offerings"];
  readonly onChange: (change: QueryChange) => void;
}): ReactNode {
  const { query, offerings, onChange } = props;
  const { t } = usePage();
  return (
    <search className="wb-portfolio-tools">
      <label className="ss-search">
        <Icon name="search" />
        <span className="ss-hidden">{t("portfolio.search")}</span>
        <input
          type="text"
          inputMode="search"
          autoComplete="off"
          spellCheck={false}
          value={query.search ?? ""}
          placeholder={t("portfolio.search")}
          onChange={({ target }) => onChange({ search: target.value })}
        />
      </label>
      <Choice
        label={t("portfolio.sort")}
        value={query.sort ?? "name"}
        choices={PORTFOLIO_SORTS.map((sort) => ({ value: sort, label: t(`portfolio.sort.${sort}`) }))}
        onChange={(sort) =>
          onChange({ sort: PORTFOLIO_SORTS.find((one) => one === sort), reversed: undefined })
        }
      />
      <Choice
        label={t("portfolio.group")}
        value={query.group ?? ""}
        choices={[
          { value: "", label: t("portfolio.group.none") },
          ...PORTFOLIO_GROUPS.map((group) => ({ value: group, label: t(`portfolio.group.${group}`) })),
        ]}
        onChange={(group) => onChange({ group: PORTFOLIO_GROUPS.find((one) => one === group) })}
      />
      <Choice
        label={t("portfolio.only")}
        value={query.only ?? ""}
        choices={[
          { value: "", label: t("portfolio.only.all") },
          ...PORTFOLIO_FILTERS.map((only) => ({ value: only, label: t(`portfolio.only.${only}`) })),
        ]}
        onChange={(only) => onChange({ only: PORTFOLIO_FILTERS.find((one) => one === only) })}
      />
      <Choice
        label={t("portfolio.without")}
        value={query.without ?? ""}
        choices={[
          { value: "", label: t("portfolio.without.any") },
          ...offerings.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(without) => onChange({ without: offerings.find(({ id }) => id === without)?.id })}
      />
    </search>
  );
}

function Choice(props: {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}): ReactNode {
  const id = useId();
  return (
    <div className="wb-portfolio-choice">
      <label className="ss-label" htmlFor={id}>
        {props.label}
      </label>
      <select
        id={id}
        className="ss-input"
        value={props.value}
        onChange={({ target }) => props.onChange(target.value)}
      >
        {props.choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}
