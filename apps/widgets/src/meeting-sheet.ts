export { widget } from "@sweetspot/widget-meeting-sheet";
