import { Button, Chip, SearchInput, SegmentedControl, TableTwin } from "@sweetspot/widget-kit";
import type { Level } from "@sweetspot/strategy-overlap";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { isFiltering, passes, type SpotEntry } from "../model/spots.model.ts";
import { SpotCard } from "./spot-card.view.tsx";
import { TaskList } from "./task-list.view.tsx";
import { audienceKey } from "../model/audience.model.ts";
import { useTable } from "./use-exports.ts";
import { useText } from "./use-text.ts";
import type { Workspace } from "./use-workspace.ts";

/** Where a proposition begins: all sweet spots by level, with what is told about each; what is open beside them. */
export function SpotList({ workspace }: { readonly workspace: Workspace }): ReactNode {
  const { story, spots, state, tasks } = workspace;
  const levels = story.board.levels.filter(({ id }) => spots.some(({ level }) => level === id));
  const work = useRef<HTMLDivElement>(null);
  const { left } = state;
  useEffect(() => {
    if (left === undefined) return;
    const cards = [...(work.current?.querySelectorAll<HTMLElement>(".vp-spot") ?? [])];
    cards
      .find(({ dataset }) => dataset["spot"] === left)
      ?.querySelector("button")
      ?.focus();
  }, [left]);
  return (
    <div className="vp-split">
      <div className="vp-work" ref={work}>
        {state.layout === "table" ? (
          <SpotTable workspace={workspace} />
        ) : (
          levels.map((level) => (
            <LevelSpots
              key={level.id}
              workspace={workspace}
              level={level}
              entries={spots.filter(({ level: own }) => own === level.id)}
            />
          ))
        )}
      </div>
      <aside className="vp-side">
        <TaskList workspace={workspace} tasks={tasks} />
      </aside>
    </div>
  );
}

/** Further sweet spots of a level wait behind a button: each card costs, above all in a sandbox. */
const FIRST = 40;

interface LevelSpotsProps {
  readonly workspace: Workspace;
  readonly level: Level;
  readonly entries: readonly SpotEntry[];
}

/** The sweet spots of one level; those that do not pass the filter fade, those that do are never left out. */
function LevelSpots({ workspace, level, entries }: LevelSpotsProps): ReactNode {
  const { story, tasks, writable, start, dispatch, state } = workspace;
  const t = useText();
  const [count, setCount] = useState(FIRST);
  const filtering = isFiltering(state.filter);
  const shown = entries
    .map((entry) => ({ entry, fits: passes(story, entry, state.filter) }))
    .filter(({ entry, fits }, place) => place < count || entry.id === state.left || (filtering && fits));
  return (
    <section className="vp-level">
      <h3 className="vp-level-name" dir="auto">
        {level.fields.name}
      </h3>
      <ul className="vp-spots">
        {shown.map(({ entry, fits }) => (
          <SpotCard
            key={entry.id}
            story={story}
            tasks={tasks}
            writable={writable}
            start={start}
            dispatch={dispatch}
            entry={entry}
            faded={!fits}
          />
        ))}
      </ul>
      {entries.length > shown.length ? (
        <Button size="small" tone="quiet" onClick={() => setCount(count + FIRST)}>
          {t("tasks.more", { count: entries.length - shown.length })}
        </Button>
      ) : null}
    </section>
  );
}

/** The same as a table; a row opens what it tells. */
function SpotTable({ workspace }: { readonly workspace: Workspace }): ReactNode {
  const { spots, dispatch } = workspace;
  const table = useTable(workspace);
  const open = (row: string): void => {
    const untold = spots.find(({ id }) => id === row);
    if (untold) dispatch({ kind: "spot-opened", spot: untold.id });
    for (const entry of spots)
      for (const { audience, variants, spot } of entry.groups) {
        const variant = variants.find(({ id }) => id === row);
        if (variant)
          dispatch({ kind: "spot-opened", spot, audience: audienceKey(audience), variant: variant.id });
      }
  };
  return (
    <div className="vp-table">
      <TableTwin table={table()} onSelect={open} />
    </div>
  );
}

/** Search, the filter for what nobody tells yet, and the library of proofs. */
export function ListBar({ workspace }: { readonly workspace: Workspace }): ReactNode {
  const { story, spots, state, dispatch } = workspace;
  const t = useText();
  const { filter } = state;
  const without = spots.filter(({ groups }) => groups.length === 0).length;
  const found = spots.filter((entry) => passes(story, entry, filter)).length;
  return (
    <div className="vp-bar">
      <SearchInput
        label={t("list.search")}
        value={filter.text}
        onChange={(text) => dispatch({ kind: "filter-changed", filter: { text } })}
        found={!isFiltering(filter) ? undefined : t("list.found", { count: found })}
      />
      {without > 0 ? (
        <Chip
          pressed={filter.without}
          onClick={() => dispatch({ kind: "filter-changed", filter: { without: !filter.without } })}
        >
          {t("list.without", { count: without })}
        </Chip>
      ) : null}
      <div className="vp-bar-end">
        <SegmentedControl
          size="small"
          label={t("layout.label")}
          value={state.layout}
          options={[
            { value: "cards", label: t("layout.cards"), icon: "lens" },
            { value: "table", label: t("layout.table"), icon: "table" },
          ]}
          onChange={(layout) => dispatch({ kind: "layout-chosen", layout })}
        />
        <Button
          size="small"
          tone="quiet"
          icon="shield"
          onClick={() => dispatch({ kind: "dialog-opened", dialog: "proofs" })}
        >
          {t("proofs.open", { count: story.proofs.length })}
        </Button>
      </div>
    </div>
  );
}
