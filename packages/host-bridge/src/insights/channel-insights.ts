import type { InsightReader, LookalikeAnswer } from "@sweetspot/contract";
import type { FrameChannel } from "../channel/frame-channel.ts";
import { INSIGHT_OPERATIONS } from "./insight-operations.ts";

/** The insights of the page around the frame; undefined where it cannot compare customers. */
export function createChannelInsights(
  channel: Pick<FrameChannel, "call" | "can">,
): InsightReader | undefined {
  if (!channel.can(INSIGHT_OPERATIONS.findLookalikes)) return undefined;
  return {
    contract: "insights/1",
    findLookalikes: (query, { signal } = {}) =>
      channel.call(INSIGHT_OPERATIONS.findLookalikes, { query }, { signal }) as Promise<LookalikeAnswer>,
  };
}
