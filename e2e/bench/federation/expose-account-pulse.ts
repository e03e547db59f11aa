export { widget } from "@sweetspot/sample-widget";
