import { satisfy } from "@module-federation/runtime";
import { CONTRACT_VERSION } from "@sweetspot/contract";
import { WidgetFailure } from "./widget-failure.ts";
import type { WidgetBuild } from "./widget-build.ts";

/** Refuses a build made for another contract or React before a byte of it is loaded. */
export function assertCompatible(build: WidgetBuild, reactVersion: string): void {
  if (build.contract !== CONTRACT_VERSION) {
    const message = `made for contract ${build.contract}; this page speaks ${CONTRACT_VERSION}`;
    throw new WidgetFailure("widget-contract", build.id, message);
  }
  if (!satisfy(reactVersion, build.react)) {
    throw new WidgetFailure(
      "widget-react",
      build.id,
      `made for React ${build.react}; this page has ${reactVersion}`,
    );
  }
}
