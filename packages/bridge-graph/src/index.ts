export { cheapestPaths, searchPaths } from "./cheapest-paths.ts";
export type { CheapPath, PathAnswer, PathQuery } from "./cheapest-paths.ts";
export { buildGraph } from "./graph.ts";
export type { Graph, GraphInput } from "./graph.ts";
