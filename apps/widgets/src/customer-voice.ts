export { widget } from "@sweetspot/widget-customer-voice";
