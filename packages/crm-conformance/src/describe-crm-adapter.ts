import { describe } from "vitest";
import type { AdapterHarness } from "./harness.ts";
import { READER_CALLS } from "./port-calls.ts";
import { describeAnswers } from "./rules-answers.ts";
import { describeCancelling } from "./rules-cancelling.ts";
import { describeFailing } from "./rules-failing.ts";
import { describeInvolvements } from "./rules-involvements.ts";
import { describeGaps, describeOverview } from "./rules-overview.ts";
import { describeLongLists, describePaging } from "./rules-paging.ts";
import { describeReading } from "./rules-reading.ts";
import { describeVisibility } from "./rules-visibility.ts";
import { startAdapter } from "./started.ts";

/** The rules of `CrmReader`, run against an adapter. Call it at the top of a test file. */
export function describeCrmAdapter(name: string, harness: AdapterHarness): void {
  describe(`${name} reads the CRM`, () => {
    describe("a whole CRM", () => {
      const started = startAdapter(harness);
      describeReading(started);
      describeOverview(started);
      describeVisibility(started);
      describeInvolvements(started);
      describePaging(started);
      describeFailing(started, READER_CALLS);
      describeCancelling(started, READER_CALLS);
      describeAnswers(started, READER_CALLS);
    });
    describeLongLists(harness);
    describeGaps(harness);
  });
}
