import { describe } from "vitest";
import type { AdapterHarness } from "./harness.ts";
import { describeRelationCalls } from "./rules-relation-calls.ts";
import { describeRelationLists } from "./rules-relation-lists.ts";
import { describeRelationPaths } from "./rules-relation-paths.ts";
import { describeRelationSight } from "./rules-relation-sight.ts";
import { startAdapter } from "./started.ts";

/**
 * The rules of `RelationReader`, run against an adapter whose ports have `relations`: those of the world it was given, and
 * what the CRM's own records tell. Call it at the top of a test file.
 */
export function describeRelationReader(name: string, harness: AdapterHarness): void {
  describe(`${name} knows who can introduce us`, () => {
    const started = startAdapter(harness);
    describeRelationPaths(started);
    describeRelationSight(started);
    describeRelationLists(started);
    describeRelationCalls(started);
  });
}
