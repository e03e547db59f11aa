import { Select, softHyphens } from "@sweetspot/widget-kit";
import { holdingOf } from "@sweetspot/white-space-plan";
import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject,
  useMemo,
} from "react";
import { handBackLevels } from "../edits/cell-edits.model.ts";
import { toCellFace } from "../model/cell-face.model.ts";
import { type GridCommand, type Place, toGridCommand } from "../model/treegrid-keys.model.ts";
import { visibleRows } from "../model/visible-grid.model.ts";
import { useCursor } from "./cursor.ts";
import { GridCell } from "./grid-cell.view.tsx";
import { paintCells, toRefs } from "./grid-commands.ts";
import type { CellText } from "./use-cell-text.ts";
import { useGridFocus } from "./use-grid-focus.ts";
import { useText } from "./use-text.ts";
import type { Workspace } from "./use-workspace.ts";

const PAGE = 10;

export interface NarrowGridProps {
  readonly workspace: Workspace;
  readonly text: CellText;
  readonly table: RefObject<HTMLTableElement | null>;
}

/** One area at a time, its offerings as rows; the keys are those of the wide grid. */
export function NarrowGrid({ workspace, text, table }: NarrowGridProps): ReactNode {
  const { model, state, dispatch, filtered, foldedOfferings: folded, plan, edit, similar } = workspace;
  const { active } = useCursor(workspace.cursor);
  const t = useText();
  const leaves = model.areas.leaves.filter((leaf) => filtered.areas?.has(leaf.id) ?? true);
  const area = leaves.find((leaf) => leaf.id === active?.row) ?? leaves[0];
  const rows = useMemo(
    () => visibleRows(model.offerings, folded, filtered.offerings),
    [model.offerings, folded, filtered.offerings],
  );
  const found = rows.findIndex((row) => row.node.id === active?.column);
  const line =
    found === -1
      ? Math.max(
          0,
          rows.findIndex((row) => !row.expandable),
        )
      : found;
  const row = rows[line];
  const place: Place = { row: line, column: row?.expandable === true ? 0 : 1 };
  const focus = useGridFocus(table, active, true);
  if (!area || !row) return <p className="ws-nothing">{t("filter.nothing")}</p>;

  const moveTo = (index: number): void => {
    const target = rows[Math.max(0, Math.min(rows.length - 1, index))];
    if (target) dispatch({ kind: "moved", to: { row: area.id, column: target.node.id } });
  };
  const leaf = { area: area.id, offering: row.node.id };
  const run = (command: GridCommand): void => {
    if (command.kind === "toggle-row") {
      dispatch({ kind: "column-toggled", id: row.node.id, expand: command.expand, folded });
      return;
    }
    if (command.kind === "move" || command.kind === "extend") {
      const target = rows[Math.max(0, Math.min(rows.length - 1, command.to.row))];
      if (target) focus.request({ row: area.id, column: target.node.id });
      moveTo(command.to.row);
      return;
    }
    if (row.expandable) return;
    if (command.kind === "set-level") paintCells(workspace, [leaf], command.level, "");
    if (command.kind === "hand-back") edit(handBackLevels(plan.cells, toRefs(workspace, [leaf])));
    if (command.kind === "not-possible") dispatch({ kind: "opened", cell: leaf, intent: "not-possible" });
    if (command.kind === "open") dispatch({ kind: "opened", cell: leaf, by: "keyboard" });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const command = toGridCommand(
      { key: event.key, shift: false, control: event.ctrlKey || event.metaKey, alt: event.altKey },
      place,
      {
        rows: rows.length,
        columns: 2,
        headers: [],
        expanded: (index) => (rows[index]?.expandable === true ? rows[index].expanded : undefined),
        parentRow: (index) => {
          const parent = rows.findIndex((item) => item.node.id === rows[index]?.node.parent);
          return parent === -1 ? undefined : parent;
        },
        page: PAGE,
        painting: false,
      },
    );
    if (!command || command.kind === "cancel") return;
    event.preventDefault();
    run(command);
  };
  const onClick = (event: MouseEvent): void => {
    const target = (event.target as Element).closest<HTMLElement>("[data-row]");
    const clicked = target && rows[Number(target.dataset["row"])];
    if (!clicked) return;
    const { id } = clicked.node;
    if (clicked.expandable) dispatch({ kind: "column-toggled", id, expand: !clicked.expanded, folded });
    else dispatch({ kind: "opened", cell: { area: area.id, offering: id }, by: "keyboard" });
  };
  // Screen readers bring the focus to cells by themselves: the tab stop follows.
  const onFocus = (event: FocusEvent): void => {
    const target = event.target.closest<HTMLElement>("[data-row]");
    const index = Number(target?.dataset["row"] ?? line);
    if (index !== line) moveTo(index);
  };
  const inside = new Map<string, number>();
  for (const suggestion of model.suggestions)
    inside.set(suggestion.area, (inside.get(suggestion.area) ?? 0) + 1);

  return (
    <div className="ws-narrow">
      <Select<string>
        label={model.perspective?.fields.name ?? t("structure.areas")}
        value={area.id}
        options={leaves.map((item) => ({
          value: item.id,
          label: t("narrow.area", { name: text.path(item), count: inside.get(item.id) ?? 0 }),
        }))}
        onChange={(id) => dispatch({ kind: "moved", to: { row: id, column: row.node.id } })}
      />
      {/* A treegrid is one control: the keys and clicks of all its cells are handled here. */}
      <table
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
        role="treegrid"
        ref={table}
        className="ws-grid ws-grid-narrow"
        aria-label={t("narrow.label", { area: text.path(area) })}
        aria-rowcount={rows.length}
        aria-colcount={2}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onFocus={onFocus}
      >
        <tbody>
          {rows.map((item, index) => {
            const cell = model.cell(area.id, item.node.id);
            const here = index === line;
            return (
              <tr
                key={item.node.id}

                className="ws-row"
                aria-level={item.node.depth + 1}
                aria-expanded={item.expandable ? item.expanded : undefined}
                aria-posinset={item.place}
                aria-setsize={item.siblings}
                aria-rowindex={index + 1}
                data-row={index}
                data-parent={item.expandable || undefined}
              >
                <th
                  scope="row"
                  className="ws-name"
                  tabIndex={here && item.expandable ? 0 : -1}
                  aria-colindex={1}
                  data-depth={Math.min(item.node.depth, 5)}
                  data-expanded={item.expandable ? item.expanded : undefined}
                >
                  {softHyphens(text.name(item.node))}
                </th>
                <GridCell
                  drawn={{
                    cell,
                    face: toCellFace(
                      cell,
                      filtered.passes !== undefined && cell.leaf && !filtered.passes(cell),
                      workspace.comparison.byCell.get(cell.key),
                      similar,
                    ),
                    amounts:
                      state.lens === "money"
                        ? workspace.money.sum(cell.area.leaves, cell.offering.leaves)
                        : undefined,
                    held:
                      state.lens === "possession"
                        ? holdingOf(model, cell.area.leaves, cell.offering.leaves)
                        : undefined,
                  }}
                  column={1}
                  active={here && !item.expandable}
                  selected={false}
                  opened={false}
                  text={text}
                  currency={model.currency}
                />
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
