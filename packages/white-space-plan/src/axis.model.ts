import type { RecordId } from "@sweetspot/contract";

/** An area or an offering before it is placed in its tree. */
export interface AxisItem {
  readonly record: RecordId;
  readonly name: string;
  readonly parent: RecordId | undefined;
  readonly order: number | undefined;
}

/** One row or column of the grid. */
export interface AxisNode {
  /** Unique on its axis; also the engine's id. */
  readonly id: string;
  readonly record: RecordId;
  readonly name: string;
  readonly parent: string | undefined;
  /** 0 at the top. */
  readonly depth: number;
  /**
   * What a parent holds itself beside its children, as a leaf of its own: the accounts matched to "Germany" that
   * belong to none of its regions, or the levels set before it was divided. Nothing a rep entered ever disappears.
   */
  readonly own: boolean;
  readonly children: readonly string[];
  /** Names from the top down to this node. */
  readonly path: readonly string[];
  /** Leaves at or below this node. */
  readonly leaves: readonly string[];
}

export interface Axis {
  /** Parents before children, siblings in their order. */
  readonly nodes: readonly AxisNode[];
  readonly byId: ReadonlyMap<string, AxisNode>;
  readonly leaves: readonly AxisNode[];
  /** Number of levels of the tree. */
  readonly depth: number;
}

export interface AxisOptions {
  /** Place chosen for this account; items not named follow in their own order. */
  readonly rank?: ReadonlyMap<RecordId, number>;
  /** Does a parent hold something itself? Then it gets an `own` leaf. */
  readonly holdsOwn?: (record: RecordId) => boolean;
}

const ownId = (record: RecordId): string => `own:${record}`;

/** Places items in their tree. A parent that is missing, or part of a circle, makes the item stand at the top. */
export function createAxis(items: readonly AxisItem[], options: AxisOptions = {}): Axis {
  const known = new Map(items.map((item) => [item.record, item]));
  const below = new Map<RecordId | undefined, AxisItem[]>();
  for (const item of items) {
    const parent = item.parent !== undefined && isBelowTop(item, known) ? item.parent : undefined;
    below.set(parent, [...(below.get(parent) ?? []), item]);
  }
  const compare = compareItems(options.rank ?? new Map());
  const nodes: AxisNode[] = [];

  const place = (item: AxisItem, parent: AxisNode | undefined): string[] => {
    const children = (below.get(item.record) ?? []).toSorted(compare);
    const path = [...(parent?.path ?? []), item.name];
    const depth = (parent?.depth ?? -1) + 1;
    const base = { record: item.record, name: item.name, depth, own: false, path, parent: parent?.id };
    const position = nodes.length;
    if (children.length === 0) {
      nodes.push({ ...base, id: item.record, children: [], leaves: [item.record] });
      return [item.record];
    }
    const own = options.holdsOwn?.(item.record) === true ? [ownId(item.record)] : [];
    const node: AxisNode = { ...base, id: item.record, children: [], leaves: [] };
    nodes.push(node);
    for (const id of own)
      nodes.push({
        ...base,
        id,
        depth: depth + 1,
        own: true,
        parent: node.id,
        children: [],
        leaves: [id],
      });
    const leaves = [...own, ...children.flatMap((child) => place(child, node))];
    nodes[position] = { ...node, children: [...own, ...children.map((child) => child.record)], leaves };
    return leaves;
  };

  for (const item of (below.get(undefined) ?? []).toSorted(compare)) place(item, undefined);
  return {
    nodes,
    byId: new Map(nodes.map((node) => [node.id, node])),
    leaves: nodes.filter((node) => node.children.length === 0),
    depth: nodes.reduce((depth, node) => Math.max(depth, node.depth + 1), 0),
  };
}

/** Does the chain of parents end at the top, without a gap at the first step and without a circle? */
function isBelowTop(item: AxisItem, known: ReadonlyMap<RecordId, AxisItem>): boolean {
  if (item.parent === undefined || !known.has(item.parent)) return false;
  const seen = new Set<RecordId>([item.record]);
  let above: AxisItem | undefined = known.get(item.parent);
  while (above) {
    if (seen.has(above.record)) return false;
    seen.add(above.record);
    above = above.parent === undefined ? undefined : known.get(above.parent);
  }
  return true;
}

function compareItems(rank: ReadonlyMap<RecordId, number>): (one: AxisItem, other: AxisItem) => number {
  const place = (item: AxisItem): number => rank.get(item.record) ?? Number.POSITIVE_INFINITY;
  const order = (item: AxisItem): number => item.order ?? Number.POSITIVE_INFINITY;
  return (one, other) =>
    compareNumbers(place(one), place(other)) ||
    compareNumbers(order(one), order(other)) ||
    compareTexts(one.name, other.name) ||
    compareTexts(one.record, other.record);
}

/** Infinity minus infinity is no number, hence not a plain difference. */
const compareNumbers = (one: number, other: number): number => (one === other ? 0 : one < other ? -1 : 1);
const compareTexts = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1);
