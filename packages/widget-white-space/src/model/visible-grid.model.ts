import type { Axis, AxisNode, GridModel } from "@sweetspot/white-space-plan";

/** A row of the body, or a column, as it stands on the screen. */
export interface VisibleNode {
  readonly node: AxisNode;
  readonly expandable: boolean;
  readonly expanded: boolean;
  /** Place among its siblings shown, from 1, and their number; for assistive tech. */
  readonly place: number;
  readonly siblings: number;
}

/** One header cell over the columns: a group spans its columns, a leaf reaches down to the grid. */
export interface HeaderCell extends VisibleNode {
  /** Header row, from 0 at the top. */
  readonly line: number;
  /** First column below it, from 0. */
  readonly column: number;
  readonly columnSpan: number;
  readonly lineSpan: number;
}

export interface VisibleGrid {
  readonly rows: readonly VisibleNode[];
  readonly columns: readonly VisibleNode[];
  /** Header rows, top first. */
  readonly headers: readonly (readonly HeaderCell[])[];
}

export interface VisibleOptions {
  readonly collapsedAreas: ReadonlySet<string>;
  readonly collapsedOfferings: ReadonlySet<string>;
  /** Leaves a search or filter lets through; undefined lets all through. Parents stay with their leaves. */
  readonly areas?: ReadonlySet<string> | undefined;
  readonly offerings?: ReadonlySet<string> | undefined;
}

/** Rows, columns and headers that are on the screen now. */
export function createVisibleGrid(areas: Axis, offerings: Axis, options: VisibleOptions): VisibleGrid {
  const rows = visibleNodes(areas, options.collapsedAreas, options.areas, "every-node");
  const columns = visibleNodes(offerings, options.collapsedOfferings, options.offerings, "ends-only");
  return { rows, columns, headers: headersOver(columns, offerings) };
}

/** All nodes of an axis that are not below a collapsed one, as rows. */
export const visibleRows = (
  axis: Axis,
  collapsed: ReadonlySet<string>,
  shown?: ReadonlySet<string>,
): VisibleNode[] => visibleNodes(axis, collapsed, shown, "every-node");

/** Rows show every node that is not below a collapsed one; columns show only the ends, their parents are headers. */
function visibleNodes(
  axis: Axis,
  collapsed: ReadonlySet<string>,
  shown: ReadonlySet<string> | undefined,
  which: "every-node" | "ends-only",
): VisibleNode[] {
  const isShown = (node: AxisNode): boolean =>
    shown === undefined || node.leaves.some((leaf) => shown.has(leaf));
  const siblings = siblingPlaces(axis, isShown);
  const hiddenBelow = new Set<string>();
  return axis.nodes.flatMap((node): VisibleNode[] => {
    const below = node.parent !== undefined && hiddenBelow.has(node.parent);
    const expandable = node.children.length > 0;
    const expanded = expandable && !collapsed.has(node.id);
    if (below || (expandable && !expanded)) hiddenBelow.add(node.id);
    if (below || !isShown(node) || (which === "ends-only" && expanded)) return [];
    return [{ node, expandable, expanded, ...(siblings.get(node.id) ?? { place: 1, siblings: 1 }) }];
  });
}

function siblingPlaces(
  axis: Axis,
  isShown: (node: AxisNode) => boolean,
): ReadonlyMap<string, { readonly place: number; readonly siblings: number }> {
  const groups = new Map<string | undefined, string[]>();
  for (const node of axis.nodes)
    if (isShown(node)) groups.set(node.parent, [...(groups.get(node.parent) ?? []), node.id]);
  return new Map(
    [...groups.values()].flatMap((ids) =>
      ids.map((id, index) => [id, { place: index + 1, siblings: ids.length }] as const),
    ),
  );
}

function headersOver(columns: readonly VisibleNode[], axis: Axis): HeaderCell[][] {
  const lines = columns.reduce((depth, column) => Math.max(depth, column.node.depth + 1), 1);
  const headers: HeaderCell[][] = Array.from({ length: lines }, () => []);
  columns.forEach((column, index) => {
    for (const above of ancestors(column.node, axis)) {
      const line = headers[above.depth] as HeaderCell[];
      const last = line.at(-1);
      if (last?.node.id === above.id) line[line.length - 1] = { ...last, columnSpan: last.columnSpan + 1 };
      else
        line.push({
          node: above,
          expandable: true,
          expanded: true,
          place: 1,
          siblings: 1,
          line: above.depth,
          column: index,
          columnSpan: 1,
          lineSpan: 1,
        });
    }
    const line = column.node.depth;
    headers[line]?.push({ ...column, line, column: index, columnSpan: 1, lineSpan: lines - line });
  });
  return headers;
}

function ancestors(node: AxisNode, axis: Axis): AxisNode[] {
  const found: AxisNode[] = [];
  for (let id = node.parent; id !== undefined;) {
    const above = axis.byId.get(id);
    if (!above) break;
    found.unshift(above);
    id = above.parent;
  }
  return found;
}

/** A grid of up to so many columns is shown whole. */
const FEW_COLUMNS = 12;

/**
 * Groups of offerings that start folded in a wide grid: those nobody here buys and nothing speaks for. A company's
 * library may hold everything it sells; what this customer is about should be in sight first.
 */
export function untouchedGroups(
  model: Pick<GridModel, "offerings" | "grid" | "suggestions">,
): ReadonlySet<string> {
  if (model.offerings.leaves.length <= FEW_COLUMNS) return new Set();
  const suggested = new Set(model.suggestions.map((suggestion) => suggestion.offering));
  const groups = model.offerings.nodes.filter(
    (node) =>
      node.children.length > 0 &&
      model.grid.coverage({ offering: node.id }).covered === 0 &&
      !node.leaves.some((leaf) => suggested.has(leaf)),
  );
  const tops = model.offerings.nodes.filter((node) => node.parent === undefined);
  return groups.length === tops.length && tops.every((top) => groups.includes(top))
    ? new Set()
    : new Set(groups.map((node) => node.id));
}
