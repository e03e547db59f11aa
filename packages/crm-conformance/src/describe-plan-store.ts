import { conformanceWorld } from "@sweetspot/fixtures";
import { describe, expect, it } from "vitest";
import type { AdapterHarness } from "./harness.ts";
import { STORE_CALLS } from "./port-calls.ts";
import { describeAnswers } from "./rules-answers.ts";
import { describeCancelledCommits, describeCancelling } from "./rules-cancelling.ts";
import { describeCommitting } from "./rules-committing.ts";
import { describeConflicts } from "./rules-conflicts.ts";
import { describeFailing } from "./rules-failing.ts";
import { describeHistory } from "./rules-history.ts";
import { describeRefusing } from "./rules-refusing.ts";
import { startAdapter, withSpareAccounts } from "./started.ts";

/** The rules of `PlanStore`, run against an adapter. Call it at the top of a test file. */
export function describePlanStore(name: string, harness: AdapterHarness): void {
  describe(`${name} keeps plans`, () => {
    const started = startAdapter(harness, withSpareAccounts(conformanceWorld()));
    it("names its contract", () => {
      expect(started().rep.store.contract).toBe("plan/1");
    });
    describeCommitting(started);
    describeRefusing(started);
    describeConflicts(started);
    describeHistory(started);
    describeFailing(started, STORE_CALLS);
    describeCancelling(started, STORE_CALLS);
    describeCancelledCommits(started);
    describeAnswers(started, STORE_CALLS);
  });
}
