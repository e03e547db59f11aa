import type { ContainerOptions } from "@sweetspot/config";

/** The widgets we ship together: a further one costs a few KB here, a container of its own some 25 KB. */
export const container: ContainerOptions = {
  root: import.meta.dirname,
  name: "sweetspot_widgets",
  widgets: [
    {
      module: "./src/strategy-overlap.ts",
      manifest: "../../packages/widget-strategy-overlap/widget.json",
    },
    {
      module: "./src/value-proposition.ts",
      manifest: "../../packages/widget-value-proposition/widget.json",
    },
    { module: "./src/white-space.ts", manifest: "../../packages/widget-white-space/widget.json" },
    { module: "./src/buying-centre.ts", manifest: "../../packages/widget-buying-centre/widget.json" },
    { module: "./src/referral-bridge.ts", manifest: "../../packages/widget-referral-bridge/widget.json" },
    { module: "./src/customer-voice.ts", manifest: "../../packages/widget-customer-voice/widget.json" },
    { module: "./src/meeting-sheet.ts", manifest: "../../packages/widget-meeting-sheet/widget.json" },
    { module: "./src/account-plan.ts", manifest: "../../packages/widget-account-plan/widget.json" },
  ],
};
