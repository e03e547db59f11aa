import { CrmError, type RelationReader, toRecordId } from "@sweetspot/contract";
import { expect, it, vi } from "vitest";
import { createFrameChannel } from "../channel/frame-channel.ts";
import { createHostChannel } from "../channel/host-channel.ts";
import type { Line } from "../channel/line.port.ts";
import { createChannelRelations } from "./channel-relations.ts";
import { RELATION_OPERATIONS, serveRelations } from "./relation-operations.ts";

const OWN = toRecordId("acc-1");
const PAGE = { items: [], gaps: [], total: 0 };

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

async function join(relations: Partial<RelationReader>, withoutWishes = false) {
  const whole = {
    contract: "relations/1",
    listTargets: vi.fn(async () => PAGE),
    findPaths: vi.fn(async () => ({ paths: [], cutOff: false, gaps: [], people: [], bodies: [] })),
    listAcquaintances: vi.fn(async () => ({ ...PAGE, people: [], bodies: [] })),
    ...(withoutWishes
      ? {}
      : { readMyWish: async () => "hidden" as const, saveMyWish: vi.fn(async () => {}) }),
    ...relations,
  } satisfies RelationReader;
  const [hostLine, frameLine] = createLines();
  const host = createHostChannel({ line: hostLine, allow: serveRelations(whole, OWN), snapshot: {} });
  const channel = await createFrameChannel({ line: frameLine, visit: "visit" });
  return { whole, host, channel, reader: createChannelRelations(channel)! };
}

const codeOf = async (call: Promise<unknown>): Promise<string> => {
  const error: unknown = await call.catch((thrown: unknown) => thrown);
  return CrmError.is(error) ? error.code : String(error);
};

it("asks the page around the frame, with every word of the question and the page wanted", async () => {
  const { reader, whole } = await join({});
  const query = {
    account: OWN,
    to: { contact: toRecordId("c-1") },
    from: [toRecordId("user-1")],
    maxIntroductions: 2,
    count: 3,
    relationTypes: ["club"],
    currentOnly: true,
    exclude: { people: [toRecordId("p")], bodies: [], ties: [toRecordId("t")] },
  };
  expect(await reader.listTargets(OWN, { limit: 7, cursor: "next" })).toEqual(PAGE);
  expect(whole.listTargets).toHaveBeenCalledWith(OWN, expect.objectContaining({ limit: 7, cursor: "next" }));
  await reader.findPaths(query);
  expect(whole.findPaths).toHaveBeenCalledWith(query, expect.anything());
  expect(await reader.readMyWish?.()).toBe("hidden");
  await reader.saveMyWish?.("ask-first");
  expect(whole.saveMyWish).toHaveBeenCalledWith("ask-first", expect.anything());
});

it("offers no relations where the page has none, and no wishes where it keeps none", async () => {
  const none = { can: () => false, call: () => Promise.reject(new Error("asked all the same")) };
  expect(createChannelRelations(none)).toBeUndefined();
  const { reader } = await join({}, true);
  expect([reader.readMyWish, reader.saveMyWish]).toEqual([undefined, undefined]);
});

it("speaks of no other account than the frame's", async () => {
  const { reader, whole } = await join({});
  const account = toRecordId("acc-2");
  expect(await codeOf(reader.listTargets(account))).toBe("not-found");
  expect(await codeOf(reader.findPaths({ account, to: { person: toRecordId("p") } }))).toBe("not-found");
  expect(await codeOf(reader.listAcquaintances({ account, person: toRecordId("p") }))).toBe("not-found");
  expect(whole.findPaths).not.toHaveBeenCalled();
});

it.each([
  [RELATION_OPERATIONS.findPaths, { query: { account: OWN, to: {} } }],
  [RELATION_OPERATIONS.findPaths, { query: { account: OWN, to: { person: "p" }, depth: 9 } }],
  [RELATION_OPERATIONS.findPaths, { query: { account: OWN, to: { person: "p" }, count: 13 } }],
  [RELATION_OPERATIONS.findPaths, { query: { account: OWN, to: { person: "p" }, exclude: { people: "p" } } }],
  [RELATION_OPERATIONS.listAcquaintances, { query: { account: OWN, person: "" } }],
  [RELATION_OPERATIONS.listTargets, { account: OWN, page: { limit: "all" } }],
  [RELATION_OPERATIONS.saveMyWish, { wish: "everybody" }],
  [RELATION_OPERATIONS.saveMyWish, null],
])("lets nothing through that cannot be a question: %s %j", async (operation, argument) => {
  const { channel, whole } = await join({});
  expect(await codeOf(channel.call(operation, argument))).toBe("malformed");
  for (const method of [whole.findPaths, whole.listAcquaintances, whole.listTargets])
    expect(method).not.toHaveBeenCalled();
});

it("cancels over there what is cancelled here", async () => {
  let heard: AbortSignal | undefined;
  const { reader } = await join({
    findPaths: (_, { signal } = {}) => {
      heard = signal;
      return new Promise(() => {});
    },
  });
  const leaving = new AbortController();
  const asked = reader.findPaths(
    { account: OWN, to: { person: toRecordId("p") } },
    { signal: leaving.signal },
  );
  await vi.waitFor(() => expect(heard).toBeDefined());
  leaving.abort(new Error("gone"));
  await expect(asked).rejects.toThrow("gone");
  await vi.waitFor(() => expect(heard?.aborted).toBe(true));
});
