/** The beginning of a path: a node and how it was reached. */
export interface Prefix {
  readonly node: number;
  readonly parent: Prefix | undefined;
  readonly cost: number;
  readonly edges: number;
  /** What a path with this beginning costs at least. */
  readonly bound: number;
}

/** A binary heap: the lowest bound first; of equal ones the one whose nodes come first, number by number from the source. */
export type PrefixQueue = Prefix[];

export function pushPrefix(heap: PrefixQueue, prefix: Prefix): void {
  let index = heap.length;
  while (index > 0) {
    const above = (index - 1) >> 1;
    const other = heap[above] as Prefix;
    if (!comesBefore(prefix, other)) break;
    heap[index] = other;
    index = above;
  }
  heap[index] = prefix;
}

export function popPrefix(heap: PrefixQueue): Prefix | undefined {
  const first = heap[0];
  const moved = heap.pop();
  if (first && moved && heap.length > 0) sinkFromTop(heap, moved);
  return first;
}

function sinkFromTop(heap: PrefixQueue, moved: Prefix): void {
  let index = 0;
  for (;;) {
    let below = 2 * index + 1;
    if (below >= heap.length) break;
    if (below + 1 < heap.length && comesBefore(heap[below + 1] as Prefix, heap[below] as Prefix)) below += 1;
    const other = heap[below] as Prefix;
    if (!comesBefore(other, moved)) break;
    heap[index] = other;
    index = below;
  }
  heap[index] = moved;
}

function comesBefore(a: Prefix, b: Prefix): boolean {
  if (a.bound !== b.bound) return a.bound < b.bound;
  return compareNodes(a, b) < 0;
}

/** Number by number from the source on; a beginning comes before what goes on from it. */
function compareNodes(a: Prefix, b: Prefix): number {
  if (a === b) return 0;
  if (a.edges > b.edges) return compareNodes(a.parent as Prefix, b) || 1;
  if (b.edges > a.edges) return compareNodes(a, b.parent as Prefix) || -1;
  const earlier = a.parent && b.parent ? compareNodes(a.parent, b.parent) : 0;
  return earlier || a.node - b.node;
}
