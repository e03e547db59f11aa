import { INSIGHT_KINDS, insight as insightEntity } from "@sweetspot/plan-model";
import { Button, Chip, SearchInput, SegmentedControl, usePlanLabels } from "@sweetspot/widget-kit";
import { memo, type ReactNode, useMemo } from "react";
import { TimeButton } from "../time/time-button.view.tsx";
import type { TimeTravel } from "../time/use-time-travel.ts";
import type { BoardReading } from "../workspace/board-reading.model.ts";
import type { BoardEvent } from "../workspace/board-state.ts";
import { useText } from "../workspace/use-text.ts";
import type { Workspace } from "../workspace/use-workspace.ts";
import { type BoardFilter, createFilter, isFiltered, isUnconfirmed, NO_FILTER } from "./filter.model.ts";

interface FilterBarProps {
  readonly workspace: Workspace;
  readonly filter: BoardFilter;
  readonly showsProposals: boolean;
  readonly showsLinks: boolean;
  readonly dispatch: (event: BoardEvent) => void;
  readonly proposals: number;
  /** Which day is shown. */
  readonly travel: TimeTravel;
}

const ALL = "all";

/** What is looked for, the rest of the board fades, and of which day. */
export const FilterBar = memo(function FilterBar(props: FilterBarProps): ReactNode {
  const { workspace, filter, showsProposals, showsLinks, dispatch, proposals, travel } = props;
  const { reading, shape, today } = workspace;
  const t = useText();
  const labels = usePlanLabels();
  const { insights, board } = reading;
  const { unconfirmed, needs, gaps } = useMemo(() => countIn(reading), [reading]);
  const found = useMemo(() => {
    const passes = createFilter(filter);
    return (
      passes && insights.filter((one) => passes.insight(one, board.readingOf(one.id) ?? "matched")).length
    );
  }, [filter, insights, board]);
  const set = (change: Partial<typeof filter>): void => dispatch({ kind: "filtered", filter: change });
  return (
    <div className="so-bar">
      <SegmentedControl
        size="small"
        label={labels.field(insightEntity, "kind").label}
        value={filter.kind ?? ALL}
        options={[
          { value: ALL, label: t("filter.all") },
          ...INSIGHT_KINDS.map((value) => ({
            value,
            label: labels.choice(insightEntity, "kind", value),
            ...(shape === "wide" ? { icon: value } : {}),
          })),
        ]}
        onChange={(kind) => set({ kind: INSIGHT_KINDS.find((one) => one === kind) })}
      />
      <SearchInput
        label={t("filter.search")}
        value={filter.search}
        onChange={(search) => set({ search })}
        found={found === undefined ? undefined : t("filter.found", { count: found })}
      />
      {unconfirmed > 0 || filter.unconfirmed ? (
        <Chip
          icon="circle-dashed"
          pressed={filter.unconfirmed}
          onClick={() => set({ unconfirmed: !filter.unconfirmed })}
        >
          {t("filter.unconfirmed", { count: unconfirmed })}
        </Chip>
      ) : null}
      {needs > 0 || filter.needs ? (
        <Chip icon="plus" pressed={filter.needs} onClick={() => set({ needs: !filter.needs })}>
          {t("filter.needs", { count: needs })}
        </Chip>
      ) : null}
      {gaps > 0 ? (
        <Chip icon="gap" onClick={() => dispatch({ kind: "dialog", dialog: "gaps" })}>
          {t("filter.gaps", { count: gaps })}
        </Chip>
      ) : null}
      {proposals > 0 ? (
        <Chip
          tone="suggestion"
          icon="sparkle"
          pressed={showsProposals}
          onClick={() => dispatch({ kind: "toggled", what: "proposals" })}
        >
          {t("filter.proposals", { count: proposals })}
        </Chip>
      ) : null}
      {isFiltered(filter) ? (
        <Button size="small" tone="quiet" icon="close" onClick={() => set(NO_FILTER)}>
          {t("filter.clear")}
        </Button>
      ) : null}
      <span className="so-bar-end">
        <TimeButton
          travel={travel}
          today={today}
          onChanges={() => dispatch({ kind: "dialog", dialog: "changes" })}
        />
        {reading.links.length > 0 && shape !== "narrow" ? (
          <Button
            size="small"
            tone="quiet"
            icon="hierarchy"
            pressed={showsLinks}
            onClick={() => dispatch({ kind: "toggled", what: "links" })}
          >
            {t("filter.links")}
          </Button>
        ) : null}
      </span>
    </div>
  );
});

const countIn = ({ insights, gaps, board }: BoardReading) => ({
  unconfirmed: insights.filter(({ fields }) => isUnconfirmed(fields)).length,
  needs: board.levels.reduce((sum, { id }) => sum + board.countsOf(id).openNeeds, 0),
  gaps: gaps.filter(({ fields }) => fields.level !== undefined && fields.answer === undefined).length,
});
