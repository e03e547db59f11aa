export { widget } from "@sweetspot/widget-strategy-overlap";
