/** A hierarchy by position: node numbers are places in the list given, -1 is "no parent". */
export interface Tree {
  readonly ids: readonly string[];
  readonly indexOf: ReadonlyMap<string, number>;
  readonly parent: readonly number[];
  readonly children: readonly (readonly number[])[];
  readonly leaves: readonly number[];
  /** Parents only, each after all parents below it. */
  readonly parentsUpwards: readonly number[];
}

export interface TreeNode {
  readonly id: string;
  readonly parent?: string | undefined;
}

const NO_CHILDREN: readonly number[] = [];

/**
 * Reads a hierarchy. Two people may move nodes at once, so bad parents must not take the grid down: a parent that is
 * missing or refused by `accepts` is ignored, and the nodes of a circle all become roots.
 *
 * @throws Error when an id is given twice.
 */
export function createTree<N extends TreeNode>(
  nodes: readonly N[],
  what: string,
  accepts: (child: N, parent: N) => boolean = () => true,
): Tree {
  const indexOf = new Map(nodes.map((node, index) => [node.id, index]));
  if (indexOf.size !== nodes.length) throw new Error(`An ${what} is given twice: ids must be unique.`);
  const parent: number[] = nodes.map(() => -1);
  nodes.forEach((node, index) => {
    const above = node.parent === undefined ? undefined : indexOf.get(node.parent);
    const parentNode = above === undefined ? undefined : nodes[above];
    if (above !== undefined && parentNode && accepts(node, parentNode)) parent[index] = above;
  });
  cutCircles(parent);

  const children: number[][] = nodes.map(() => NO_CHILDREN as number[]);
  parent.forEach((above, index) => {
    if (above < 0) return;
    if (children[above] === NO_CHILDREN) children[above] = [index];
    else children[above]?.push(index);
  });
  const leaves = children.flatMap((below, index) => (below.length === 0 ? [index] : []));
  return {
    ids: nodes.map((node) => node.id),
    indexOf,
    parent,
    children,
    leaves,
    parentsUpwards: parentsUpwards(parent, children),
  };
}

/** The node itself and everything above it. */
export function pathUp(tree: Tree, node: number): number[] {
  const path: number[] = [];
  for (let at = node; at >= 0; at = tree.parent[at] ?? -1) path.push(at);
  return path;
}

/** The leaves below a node; a leaf is its own. */
export function leavesBelow(tree: Tree, node: number): number[] {
  const below = tree.children[node] ?? NO_CHILDREN;
  return below.length === 0 ? [node] : below.flatMap((child) => leavesBelow(tree, child));
}

function cutCircles(parent: number[]): void {
  const seenIn = parent.map(() => -1);
  const circles: number[] = [];
  for (let start = 0; start < parent.length; start += 1) {
    let at = start;
    while (at >= 0 && seenIn[at] === -1) {
      seenIn[at] = start;
      at = parent[at] ?? -1;
    }
    if (at < 0 || seenIn[at] !== start) continue;
    let on = at;
    do {
      circles.push(on);
      on = parent[on] ?? at;
    } while (on !== at);
  }
  for (const node of circles) parent[node] = -1;
}

function parentsUpwards(parent: readonly number[], children: readonly (readonly number[])[]): number[] {
  const order: number[] = [];
  const queue = [...parent.keys()].filter((node) => parent[node] === -1);
  for (const node of queue) {
    const below = children[node] ?? NO_CHILDREN;
    if (below.length === 0) continue;
    order.push(node);
    queue.push(...below);
  }
  return order.toReversed();
}

// Array.from with a function takes five times as long, and a large grid has thousands of rows.
// oxlint-disable-next-line unicorn/no-new-array
export const zeros = (length: number): number[] => new Array<number>(length).fill(0);
