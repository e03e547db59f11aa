export { summary } from "./meeting-sheet.summary.ts";
