import { CrmError, type InsightReader, type LookalikeAnswer, toRecordId } from "@sweetspot/contract";
import { expect, it, vi } from "vitest";
import { createFrameChannel } from "../channel/frame-channel.ts";
import { createHostChannel } from "../channel/host-channel.ts";
import type { Line } from "../channel/line.port.ts";
import { createChannelInsights } from "./channel-insights.ts";
import { INSIGHT_OPERATIONS, serveInsights } from "./insight-operations.ts";

const OWN = toRecordId("acc-1");
const ANSWER: LookalikeAnswer = {
  basis: { customers: 2, offerings: 3, model: "neighbours", asOf: "2026-11-22T10:00:00.000Z" },
  similar: [],
  suggestions: [],
  gaps: ["few-customers"],
};

/** Two ends of one line; what one posts the other hears a moment later. */
function createLines(): readonly [Line, Line] {
  const listeners: ((text: string) => void)[][] = [[], []];
  const end = (own: number, other: number): Line => ({
    post: (text) => queueMicrotask(() => listeners[other]?.forEach((listener) => listener(text))),
    listen: (listener) => void listeners[own]?.push(listener),
    close: () => void listeners[own]?.splice(0),
  });
  return [end(0, 1), end(1, 0)];
}

async function join(findLookalikes = vi.fn<InsightReader["findLookalikes"]>(async () => ANSWER)) {
  const [hostLine, frameLine] = createLines();
  createHostChannel({
    line: hostLine,
    allow: serveInsights({ contract: "insights/1", findLookalikes }, OWN),
    snapshot: {},
  });
  const channel = await createFrameChannel({ line: frameLine, visit: "visit" });
  return { channel, findLookalikes, reader: createChannelInsights(channel)! };
}

const codeOf = async (call: Promise<unknown>): Promise<string> => {
  const error: unknown = await call.catch((thrown: unknown) => thrown);
  return CrmError.is(error) ? error.code : String(error);
};

it("asks the page around the frame, with every word of the question", async () => {
  const { reader, findLookalikes } = await join();
  const query = { account: OWN, model: "learned", customers: 30, count: 5 } as const;
  expect(await reader.findLookalikes(query)).toEqual(ANSWER);
  expect(findLookalikes).toHaveBeenCalledWith(query, expect.anything());
});

it("is not there where the page cannot compare customers", () => {
  expect(
    createChannelInsights({ can: () => false, call: () => Promise.reject(new Error("asked all the same")) }),
  ).toBeUndefined();
});

it("speaks of no other account than the frame's", async () => {
  const { reader, findLookalikes } = await join();
  expect(await codeOf(reader.findLookalikes({ account: toRecordId("acc-2") }))).toBe("not-found");
  expect(findLookalikes).not.toHaveBeenCalled();
});

it.each([
  [null],
  [{ query: {} }],
  [{ query: { account: "" } }],
  [{ query: { account: OWN, count: 51 } }],
  [{ query: { account: OWN, customers: 0 } }],
  [{ query: { account: OWN, model: "oracle" } }],
  [{ query: { account: OWN, toString: 1 } }],
])("lets nothing through that cannot be a question: %j", async (argument) => {
  const { channel, findLookalikes } = await join();
  expect(await codeOf(channel.call(INSIGHT_OPERATIONS.findLookalikes, argument))).toBe("malformed");
  expect(findLookalikes).not.toHaveBeenCalled();
});

it("cancels over there what is cancelled here", async () => {
  let heard: AbortSignal | undefined;
  const { reader } = await join(
    vi.fn<InsightReader["findLookalikes"]>((_, { signal } = {}) => {
      heard = signal;
      return new Promise(() => {});
    }),
  );
  const leaving = new AbortController();
  const asked = reader.findLookalikes({ account: OWN }, { signal: leaving.signal });
  await vi.waitFor(() => expect(heard).toBeDefined());
  leaving.abort(new Error("gone"));
  await expect(asked).rejects.toThrow("gone");
  await vi.waitFor(() => expect(heard?.aborted).toBe(true));
});
