export { summary } from "./white-space.summary.ts";
