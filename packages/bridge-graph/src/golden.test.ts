import { describe, expect, test } from "vitest";
import { hasSharedGraphs, readGolden } from "./bench/shared-graphs.ts";
import { cheapestPaths } from "./cheapest-paths.ts";
import { buildGraph } from "./graph.ts";

describe.skipIf(!hasSharedGraphs())("every query of the golden graphs has its five exact answers", () => {
  test.each(["ie13.het", "ie13.prj", "us04.het", "us04.prj", "dk17.het", "dk17.prj", "g100.het"])(
    "%s",
    (set) => {
      const { input, queries } = readGolden(set);
      const graph = buildGraph(input);
      for (const { s, t, best } of queries)
        for (const [edges, costs] of Object.entries(best)) {
          const paths = cheapestPaths(graph, { sources: s, target: t, maxEdges: Number(edges), count: 5 });
          expect(paths.map(({ cost }) => cost)).toEqual(costs);
        }
    },
  );
});
