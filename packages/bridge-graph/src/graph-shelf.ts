import type { TieChoice } from "./bridge.ts";
import type { Graph } from "./graph.ts";
import { buildPairGraph, patchPairGraph } from "./pair-graph.ts";
import { createPairRows, type TieFilter } from "./pair-rows.ts";
import { bequeathScratch } from "./scratch.ts";
import type { TieIndex } from "./tie-index.ts";

/** Graphs of the ties that count, by choice, kept right while ties change. */
export interface GraphShelf {
  graph(choice: TieChoice): Graph;
  /** The pairs among these people, of whom all ends of changed pairs are, have to be read anew. */
  touch(people: readonly number[]): void;
}

interface Shelved {
  readonly key: string;
  graph: Graph;
  /** The graph before: nobody reads it any more, and the next may take its memory. */
  spare: Graph | undefined;
  readonly stale: Set<number>;
  readonly filter: TieFilter | undefined;
}

/** Besides the graph of all ties so many are kept: a rep tries filters out one by one. */
const KEPT = 2;

export function createGraphShelf(index: TieIndex): GraphShelf {
  let whole: Shelved | undefined;
  let filtered: readonly Shelved[] = [];
  /** Graphs that more than one choice reads, or did: their memory is never written over. */
  const lent = new WeakSet<Graph>();
  return {
    graph: (choice) => fresh(find(choice)),
    touch: (people) => {
      for (const shelved of whole ? [whole, ...filtered] : filtered)
        for (const person of people) shelved.stale.add(person);
    },
  };

  function find(choice: TieChoice): Shelved {
    const filter = toTieFilter(choice);
    if (!filter) return (whole ??= shelve("", undefined));
    const key = keyOf(choice);
    const found = filtered.find((shelved) => shelved.key === key) ?? derive(choice, key, filter);
    filtered = [found, ...filtered.filter((shelved) => shelved !== found)].slice(0, KEPT);
    return found;
  }

  /** What leaves single ties or bodies out differs from what it comes from by few rows. */
  function derive(choice: TieChoice, key: string, filter: TieFilter): Shelved {
    const { exclude, ...rest } = choice;
    if (!exclude) return shelve(key, filter);
    const touched = [
      ...(exclude.ties ?? []).map((tie) => index.touchedBy(tie)),
      ...(exclude.organisations ?? []).map((id) => index.touchedByBody(index.bodyOf(id) ?? -1)),
    ];
    const graph = fresh(find(rest));
    lent.add(graph);
    return { key, graph, spare: undefined, stale: new Set(touched.flat()), filter };
  }

  function shelve(key: string, filter: TieFilter | undefined): Shelved {
    const graph = buildPairGraph(index.people.length, createPairRows(index, filter));
    return { key, graph, spare: undefined, stale: new Set(), filter };
  }

  function fresh(shelved: Shelved): Graph {
    const count = index.people.length;
    if (shelved.stale.size > 0 || shelved.graph.nodeCount !== count) {
      const before = shelved.graph;
      const rows = createPairRows(index, shelved.filter);
      shelved.graph = patchPairGraph(before, count, shelved.stale, rows, shelved.spare);
      shelved.spare = lent.has(before) ? undefined : before;
      if (shelved.spare) bequeathScratch(before, shelved.graph);
      shelved.stale.clear();
    }
    return shelved.graph;
  }
}

/** @returns undefined where every tie counts */
export function toTieFilter(choice: TieChoice): TieFilter | undefined {
  const types = choice.relationTypes && new Set(choice.relationTypes);
  const ties = new Set(choice.exclude?.ties);
  const organisations = new Set(choice.exclude?.organisations);
  const { currentOnly } = choice;
  if (!types && !currentOnly && ties.size === 0 && organisations.size === 0) return undefined;
  return (tie) =>
    (!types || types.has(tie.tie.type)) &&
    (!currentOnly || tie.current) &&
    !ties.has(tie.tie.id) &&
    !(tie.tie.organisation !== undefined && organisations.has(tie.tie.organisation));
}

/** Excluded people are no part of it: the search goes round them. */
function keyOf({ relationTypes, currentOnly, exclude }: TieChoice): string {
  const sorted = (ids: readonly string[] | undefined): readonly string[] | undefined => ids?.toSorted();
  return JSON.stringify([
    sorted(relationTypes),
    currentOnly === true,
    sorted(exclude?.ties) ?? [],
    sorted(exclude?.organisations) ?? [],
  ]);
}
