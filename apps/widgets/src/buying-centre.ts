export { widget } from "@sweetspot/widget-buying-centre";
