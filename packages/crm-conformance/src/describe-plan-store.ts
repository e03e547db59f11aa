import { describe } from "vitest";
import type { AdapterHarness } from "./harness.ts";
import { startAdapter } from "./started.ts";

/** The rules of `PlanStore`, run against an adapter. Call it at the top of a test file. */
export function describePlanStore(name: string, harness: AdapterHarness): void {
  describe(`${name} keeps plans`, () => {
    startAdapter(harness);
  });
}
