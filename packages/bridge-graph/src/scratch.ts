import type { Graph } from "./graph.ts";

/** One value a node, `blank` where nothing was noted since the memory was cleared. */
export interface Notes {
  readonly values: Float64Array;
  note(node: number, value: number): void;
}

interface ClearableNotes extends Notes {
  clear(): void;
}

export interface Scratch {
  /** Notes that read Infinity where nothing was noted. */
  ball(edges: number): Notes;
  /** Notes that read -1 where nothing was noted. */
  onward(edges: number): Notes;
}

const kept = new WeakMap<Graph, { readonly scratch: Scratch; readonly clear: () => void }>();

/**
 * Blank working memory for one search, kept with its graph: it is cleared note by note, so that a search costs what it
 * looks at and not the size of the graph. A search runs to its end before the next begins, so one memory is enough.
 */
export function borrowScratch(graph: Graph): Scratch {
  let memory = kept.get(graph);
  if (!memory) {
    memory = createScratch(graph.nodeCount);
    kept.set(graph, memory);
  }
  memory.clear();
  return memory.scratch;
}

function createScratch(nodeCount: number): { readonly scratch: Scratch; readonly clear: () => void } {
  const all: ClearableNotes[] = [];
  const by = (blank: number): ((edges: number) => Notes) => {
    const layers: Notes[] = [];
    return (edges) => {
      const found = layers[edges];
      if (found) return found;
      const made = createNotes(nodeCount, blank);
      all.push(made);
      layers[edges] = made;
      return made;
    };
  };
  return {
    scratch: { ball: by(Infinity), onward: by(-1) },
    clear: () => {
      for (const notes of all) notes.clear();
    },
  };
}

function createNotes(nodeCount: number, blank: number): ClearableNotes {
  const values = new Float64Array(nodeCount).fill(blank);
  const noted: number[] = [];
  return {
    values,
    note: (node, value) => {
      if (values[node] === blank) noted.push(node);
      values[node] = value;
    },
    clear: () => {
      for (const node of noted) values[node] = blank;
      noted.length = 0;
    },
  };
}
