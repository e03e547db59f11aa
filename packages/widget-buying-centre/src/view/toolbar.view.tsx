import { Button, Chip, SearchInput, SegmentedControl } from "@sweetspot/widget-kit";
import { memo, type ReactNode } from "react";
import { countIn, FOCUSES, NO_FILTER } from "../model/filter.model.ts";
import type { Centre, Tab } from "./use-centre.ts";
import { useText } from "./use-text.ts";

const TABS: readonly Tab[] = ["people", "deals", "table"];

/** What to look at: people, deals or the table; search; and the questions of the step as filters. */
export const Toolbar = memo(function Toolbar({ centre }: { readonly centre: Centre }): ReactNode {
  const { people, shown, filter, setFilter, tab, setTab, eyes } = centre;
  const t = useText();
  const focuses = FOCUSES.map((focus) => ({ focus, count: countIn(people, focus, eyes) })).filter(
    ({ focus, count }) => count > 0 || filter.focus === focus,
  );
  const filtering = filter.text !== "" || filter.focus !== undefined;
  return (
    <div className="bc-bar">
      <SegmentedControl<Tab>
        label={t("tab.label")}
        value={tab}
        options={TABS.map((value) => ({ value, label: t(`tab.${value}`) }))}
        onChange={setTab}
      />
      {tab === "deals" ? null : (
        <>
          <SearchInput
            label={t("filter.search")}
            value={filter.text}
            onChange={(text) => setFilter({ text })}
            found={
              filtering ? t("filter.found", { count: shown.filter(({ faded }) => !faded).length }) : undefined
            }
          />
          {focuses.map(({ focus, count }) => (
            <Chip
              key={focus}
              pressed={filter.focus === focus}
              onClick={() => setFilter({ focus: filter.focus === focus ? undefined : focus })}
            >
              {t(`focus.${focus}`, { count })}
            </Chip>
          ))}
          {filtering ? (
            <Button size="small" tone="quiet" icon="close" onClick={() => setFilter(NO_FILTER)}>
              {t("filter.clear")}
            </Button>
          ) : null}
        </>
      )}
    </div>
  );
});
