import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { cheapestPaths } from "./cheapest-paths.ts";
import { buildGraph, type Graph } from "./graph.ts";

/** Graphs of real boards with exact answers, computed by other engines; they may not be part of the repository. */
const folder = path.resolve(import.meta.dirname, "../../../../shared/data/graph/paths-golden");

interface Golden {
  readonly nodes: number;
  readonly queries: readonly {
    readonly s: readonly number[];
    readonly t: number;
    /** Costs of the five cheapest paths, by the number of edges allowed. */
    readonly best: Readonly<Record<string, readonly number[]>>;
  }[];
}

const read = (name: string): Buffer => gunzipSync(readFileSync(path.join(folder, name)));

function readGraph(name: string, nodeCount: number): Graph {
  const numbers = wholeNumbersIn(read(name));
  const column = (index: number): Int32Array => numbers.filter((_, place) => place % 3 === index);
  return buildGraph({ nodeCount, u: column(0), v: column(1), cost: column(2) });
}

/** The numbers of a CSV file below its header; half a million rows take too long by splitting text. */
function wholeNumbersIn(csv: Buffer): Int32Array {
  const numbers = new Int32Array(csv.length / 2);
  let count = 0;
  for (let place = csv.indexOf("\n") + 1, number = 0; place < csv.length; place++) {
    const digit = (csv[place] ?? 0) - 48;
    if (digit >= 0) number = 10 * number + digit;
    else {
      numbers[count++] = number;
      number = 0;
    }
  }
  return numbers.subarray(0, count);
}

describe.skipIf(!existsSync(folder))("every query of the golden graphs has its five exact answers", () => {
  test.each(["ie13.het", "ie13.prj", "us04.het", "us04.prj", "dk17.het", "dk17.prj", "g100.het"])(
    "%s",
    (set) => {
      const golden = JSON.parse(read(`${set}.queries.json.gz`).toString()) as Golden;
      const graph = readGraph(`${set}.edges.csv.gz`, golden.nodes);
      for (const { s, t, best } of golden.queries)
        for (const [edges, costs] of Object.entries(best)) {
          const paths = cheapestPaths(graph, { sources: s, target: t, maxEdges: Number(edges), count: 5 });
          expect(paths.map(({ cost }) => cost)).toEqual(costs);
        }
    },
  );
});
