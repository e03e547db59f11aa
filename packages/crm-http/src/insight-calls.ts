import { CrmError, type InsightReader, type LookalikeQuery } from "@sweetspot/contract";
import { z } from "zod";
import { defineCall, id, type PortCall, type Ports, readOptions } from "./define-call.ts";

const lookalikeQuery: z.ZodType<LookalikeQuery> = z.strictObject({
  account: id,
  model: z.enum(["neighbours", "learned"]).exactOptional(),
  customers: z.int().min(1).max(100).exactOptional(),
  count: z.int().min(1).max(50).exactOptional(),
});

function insightsOf({ insights }: Ports): InsightReader {
  if (insights) return insights;
  throw new CrmError("not-found", "This place cannot compare customers.");
}

/** The methods of `InsightReader`. */
export const INSIGHT_CALLS: readonly (readonly [string, PortCall])[] = [
  [
    "insights/findLookalikes",
    defineCall([lookalikeQuery, readOptions], async (ports, [query], signal) =>
      insightsOf(ports).findLookalikes(query, { signal }),
    ),
  ],
];
