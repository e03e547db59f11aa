export { summary } from "./account-plan.summary.ts";
