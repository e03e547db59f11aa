export { widget } from "../../../apps/sample-widget/src/account-pulse.ts";
