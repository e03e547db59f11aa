export { widget as strategyOverlap } from "@sweetspot/widget-strategy-overlap";
