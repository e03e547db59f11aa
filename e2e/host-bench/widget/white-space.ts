export { widget as whiteSpace } from "@sweetspot/widget-white-space";
