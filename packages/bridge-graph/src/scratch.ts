import type { Graph } from "./graph.ts";

/** One value a node, `blank` where nothing was noted since the memory was cleared. */
export interface Notes {
  readonly values: Float64Array;
  readonly noted: number[];
  readonly blank: number;
}

/** Layers of notes by the number of edges; a layer is made when it is first needed. */
export interface Scratch {
  /** Nodes there is room for. */
  readonly nodeCount: number;
  /** Read Infinity where nothing was noted. */
  readonly ball: Notes[];
  /** Read -1 where nothing was noted. */
  readonly onward: Notes[];
}

/** For people who come while the graph is kept right. */
const ROOM = 1.02;

const kept = new WeakMap<Graph, Scratch>();

/**
 * Blank working memory for one search, kept with its graph: it is cleared note by note, so that a search costs what it
 * looks at and not the size of the graph. A search runs to its end before the next begins, so one memory is enough.
 */
export function borrowScratch(graph: Graph): Scratch {
  let scratch = kept.get(graph);
  if (!scratch) {
    scratch = { nodeCount: Math.ceil(graph.nodeCount * ROOM), ball: [], onward: [] };
    kept.set(graph, scratch);
  }
  for (const notes of scratch.ball) clear(notes);
  for (const notes of scratch.onward) if (notes) clear(notes);
  return scratch;
}

/** A graph that takes another's place takes its working memory too; no search on the one may run any more. */
export function bequeathScratch(graph: Graph, heir: Graph): void {
  const scratch = kept.get(graph);
  if (scratch && scratch.nodeCount >= heir.nodeCount) kept.set(heir, scratch);
}

export const ballLayer = (scratch: Scratch, edges: number): Notes =>
  (scratch.ball[edges] ??= createNotes(scratch.nodeCount, Infinity));

export const onwardLayer = (scratch: Scratch, edges: number): Notes =>
  (scratch.onward[edges] ??= createNotes(scratch.nodeCount, -1));

export function note({ values, noted, blank }: Notes, node: number, value: number): void {
  if (values[node] === blank) noted.push(node);
  values[node] = value;
}

function clear({ values, noted, blank }: Notes): void {
  for (let place = 0; place < noted.length; place++) values[noted[place] as number] = blank;
  noted.length = 0;
}

const createNotes = (nodeCount: number, blank: number): Notes => ({
  values: new Float64Array(nodeCount).fill(blank),
  noted: [],
  blank,
});
