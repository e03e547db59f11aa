import type { ContainerOptions } from "@sweetspot/config";

export const container: ContainerOptions = {
  root: import.meta.dirname,
  name: "account_pulse",
  widgets: [{ module: "./src/account-pulse.ts", manifest: "./widget.json" }],
};
