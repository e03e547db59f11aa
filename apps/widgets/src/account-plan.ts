export { widget } from "@sweetspot/widget-account-plan";
