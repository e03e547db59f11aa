export { summary } from "./strategy-overlap.summary.ts";
