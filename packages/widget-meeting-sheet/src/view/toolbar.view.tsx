import { Chip, SearchInput, SegmentedControl } from "@sweetspot/widget-kit";
import type { ReactNode } from "react";
import { findVisits, FOCUSES, isIn } from "../model/sheets.model.ts";
import { useText } from "./use-text.ts";
import type { Tab, Visits } from "./use-visits.ts";

/** What to look at; a focus fades the other visits. */
export function Toolbar({ page }: { readonly page: Visits }): ReactNode {
  const { visits, user, search, setSearch, focus, setFocus, tab, setTab } = page;
  const t = useText();
  return (
    <div className="ms-bar">
      <SegmentedControl<Tab>
        label={t("tab.label")}
        value={tab}
        options={[
          { value: "visits", label: t("tab.visits") },
          { value: "table", label: t("tab.table") },
        ]}
        onChange={setTab}
      />
      <SearchInput
        label={t("filter.search")}
        value={search}
        onChange={setSearch}
        found={search === "" ? undefined : t("filter.found", { count: findVisits(visits, search).length })}
      />
      {FOCUSES.map((one) => ({ one, count: visits.filter((visit) => isIn(visit, one, user)).length }))
        .filter(({ one, count }) => count > 0 || one === focus)
        .map(({ one, count }) => (
          <Chip key={one} pressed={focus === one} onClick={() => setFocus(focus === one ? undefined : one)}>
            {t(`focus.${one}`, { count })}
          </Chip>
        ))}
    </div>
  );
}
