import { Button, Chip, SearchInput } from "@sweetspot/widget-kit";
import type { ReactNode } from "react";
import { passes, type SpotEntry } from "../model/spots.model.ts";
import { SpotCard } from "./spot-card.view.tsx";
import { TaskList } from "./task-list.view.tsx";
import { useText } from "./use-text.ts";
import type { Workspace } from "./use-workspace.ts";

/** Where a proposition begins: all sweet spots by level, with what is told about each; what is open beside them. */
export function SpotList({ workspace }: { readonly workspace: Workspace }): ReactNode {
  const { story, spots, state, tasks } = workspace;
  const levels = story.board.levels.filter(({ id }) => spots.some(({ level }) => level === id));
  const faded = (entry: SpotEntry): boolean => !passes(story, entry, state.filter);
  return (
    <div className="vp-split">
      <div className="vp-work">
        {levels.map(({ id, fields }) => (
          <section key={id} className="vp-level" aria-label={fields.name}>
            <h3 className="vp-level-name" dir="auto">
              {fields.name}
            </h3>
            <ul className="vp-spots">
              {spots
                .filter(({ level }) => level === id)
                .map((entry) => (
                  <SpotCard key={entry.id} workspace={workspace} entry={entry} faded={faded(entry)} />
                ))}
            </ul>
          </section>
        ))}
      </div>
      <aside className="vp-side">
        <TaskList workspace={workspace} tasks={tasks} />
      </aside>
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
        found={filter.text === "" && !filter.without ? undefined : t("list.found", { count: found })}
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
