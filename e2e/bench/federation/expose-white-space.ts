export { widget } from "@sweetspot/widget-white-space";
