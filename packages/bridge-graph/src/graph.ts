/** Edges as parallel columns: edge `i` joins `u[i]` and `v[i]`. */
export interface GraphInput {
  /** Nodes are the numbers 0 … `nodeCount - 1`. */
  readonly nodeCount: number;
  readonly u: Int32Array;
  readonly v: Int32Array;
  /** Positive integers: the lower, the better the edge. See `toCost` for strengths. */
  readonly cost: Int32Array;
}

/**
 * An undirected graph in compressed rows: the neighbours of `node` stand in `neighbours` and `costs` from
 * `offsets[node]` to `offsets[node + 1]`, by ascending node number, one entry a pair.
 */
export interface Graph {
  readonly nodeCount: number;
  /** Pairs of nodes that an edge joins. */
  readonly edgeCount: number;
  readonly offsets: Int32Array;
  readonly neighbours: Int32Array;
  readonly costs: Int32Array;
}

/**
 * Builds the graph that `cheapestPaths` searches. Of several edges of one pair the cheapest counts; an edge from a node
 * to itself lies on no simple path and is left out. Takes time and memory in proportion to nodes and edges.
 *
 * @throws RangeError naming the column and the edge that is wrong
 */
export function buildGraph(input: GraphInput): Graph {
  checkInput(input);
  // Transposing orders the rows of the result by the rows it reads; twice, and both ends are in order.
  return withoutRepeats(
    input.nodeCount,
    transpose(input.nodeCount, transpose(input.nodeCount, toArcs(input))),
  );
}

function checkInput({ nodeCount, u, v, cost }: GraphInput): void {
  if (!Number.isInteger(nodeCount) || nodeCount < 0 || nodeCount >= 2 ** 31)
    throw new RangeError(`nodeCount is ${nodeCount}; it must be a whole number from 0 to 2^31 - 1.`);
  if (u.length !== v.length || u.length !== cost.length)
    throw new RangeError(
      `u, v and cost must have one entry an edge; they have ${u.length}, ${v.length} and ${cost.length}.`,
    );
  for (let edge = 0; edge < u.length; edge++) {
    if (!(at(u, edge) >= 0 && at(u, edge) < nodeCount)) throw wrongEnd("u", edge, at(u, edge), nodeCount);
    if (!(at(v, edge) >= 0 && at(v, edge) < nodeCount)) throw wrongEnd("v", edge, at(v, edge), nodeCount);
    if (!(at(cost, edge) > 0))
      throw new RangeError(`cost[${edge}] is ${at(cost, edge)}; a cost must be 1 or more.`);
  }
}

const wrongEnd = (column: string, edge: number, node: number, nodeCount: number): RangeError =>
  new RangeError(`${column}[${edge}] is ${node}; nodes go from 0 to ${nodeCount - 1}.`);

/** Every edge in both directions. */
interface Arcs {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly cost: Int32Array;
}

const makeArcs = (length: number): Arcs => ({
  from: new Int32Array(length),
  to: new Int32Array(length),
  cost: new Int32Array(length),
});

function toArcs({ u, v, cost }: GraphInput): Arcs {
  let loops = 0;
  for (let edge = 0; edge < u.length; edge++) if (at(u, edge) === at(v, edge)) loops += 1;
  const arcs = makeArcs(2 * (u.length - loops));
  for (let edge = 0, arc = 0; edge < u.length; edge++) {
    if (at(u, edge) === at(v, edge)) continue;
    arcs.from[arc] = arcs.to[arc + 1] = at(u, edge);
    arcs.to[arc] = arcs.from[arc + 1] = at(v, edge);
    arcs.cost[arc] = arcs.cost[arc + 1] = at(cost, edge);
    arc += 2;
  }
  return arcs;
}

/** Turns every arc round and puts them in the order of their new `from`, by counting. */
function transpose(nodeCount: number, { from, to, cost }: Arcs): Arcs {
  const next = new Int32Array(nodeCount + 1);
  for (const end of to) next[end + 1] = at(next, end + 1) + 1;
  for (let node = 0; node < nodeCount; node++) next[node + 1] = at(next, node + 1) + at(next, node);
  const turned = makeArcs(to.length);
  for (let arc = 0; arc < to.length; arc++) {
    const end = at(to, arc);
    const place = at(next, end);
    next[end] = place + 1;
    turned.from[place] = end;
    turned.to[place] = at(from, arc);
    turned.cost[place] = at(cost, arc);
  }
  return turned;
}

function withoutRepeats(nodeCount: number, { from, to, cost }: Arcs): Graph {
  const offsets = new Int32Array(nodeCount + 1);
  let kept = 0;
  for (let arc = 0, node = 0; node < nodeCount; node++) {
    for (; arc < to.length && at(from, arc) === node; arc++) {
      const repeats = kept > at(offsets, node) && at(to, kept - 1) === at(to, arc);
      if (repeats) cost[kept - 1] = Math.min(at(cost, kept - 1), at(cost, arc));
      else {
        to[kept] = at(to, arc);
        cost[kept] = at(cost, arc);
        kept += 1;
      }
    }
    offsets[node + 1] = kept;
  }
  return {
    nodeCount,
    edgeCount: kept / 2,
    offsets,
    neighbours: to.slice(0, kept),
    costs: cost.slice(0, kept),
  };
}

/** Where the edge from one node to another stands among `neighbours` and `costs`; -1 where there is none. */
export function arcTo({ offsets, neighbours }: Graph, from: number, to: number): number {
  let low = at(offsets, from);
  let high = at(offsets, from + 1) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const node = at(neighbours, middle);
    if (node === to) return middle;
    if (node < to) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** An entry that is there: every index here lies within its array. */
const at = (array: Int32Array, index: number): number => array[index] as number;
