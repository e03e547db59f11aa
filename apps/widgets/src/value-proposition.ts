export { widget } from "@sweetspot/widget-value-proposition";
