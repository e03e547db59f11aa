export { summary } from "./value-proposition.summary.ts";
