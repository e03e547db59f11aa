export { widget } from "@sweetspot/widget-referral-bridge";
