export { summary } from "./customer-voice.summary.ts";
