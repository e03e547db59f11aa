export { summary } from "./buying-centre.summary.ts";
