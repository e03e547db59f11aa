import { describe } from "vitest";
import type { AdapterHarness } from "./harness.ts";
import { startAdapter } from "./started.ts";

/** The rules of `CrmReader`, run against an adapter. Call it at the top of a test file. */
export function describeCrmAdapter(name: string, harness: AdapterHarness): void {
  describe(`${name} reads the CRM`, () => {
    startAdapter(harness);
  });
}
