export { summary } from "./referral-bridge.summary.ts";
