export { widget } from "./account-pulse.ts";
