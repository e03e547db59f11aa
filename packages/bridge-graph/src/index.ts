export type {
  Bridge,
  BridgeAdvice,
  BridgeAnswer,
  BridgeLink,
  BridgePath,
  BridgeQuery,
  BridgeReach,
  Evidence,
  TieChoice,
} from "./bridge.ts";
export { cheapestPaths, searchPaths } from "./cheapest-paths.ts";
export type { CheapPath, PathAnswer, PathQuery } from "./cheapest-paths.ts";
export { createBridge } from "./create-bridge.ts";
export type { BridgeInput } from "./create-bridge.ts";
export { buildGraph } from "./graph.ts";
export type { Graph, GraphInput } from "./graph.ts";
export type { CommonTime, ShareClass, StrengthReason } from "./link-strength.ts";
export { checkBridgeRules, DEFAULT_BRIDGE_RULES, fromCost, toCost } from "./rules.ts";
export type { BridgeRules, RelationRule } from "./rules.ts";
export type { BridgeOrganisation, BridgePerson, Tie, TieFault, TieProblem } from "./tie.ts";
export { layoutBridge } from "./picture/layout-bridge.ts";
export { DEFAULT_METRICS } from "./picture/picture.ts";
export type {
  Box,
  BridgePicture,
  PictureEdge,
  PictureMetrics,
  PictureNode,
  Point,
} from "./picture/picture.ts";
