import { CrmError } from "@sweetspot/contract";
import { afterEach, expect, test, vi } from "vitest";
import { writeMessage } from "./channel-message.ts";
import { createFrameChannel } from "./frame-channel.ts";
import { createHostChannel, type HostChannelOptions } from "./host-channel.ts";
import { createLinePair } from "./line.fixture.ts";

afterEach(() => vi.useRealTimers());

async function connect(options: Partial<HostChannelOptions> = {}, callMs = 1000) {
  const pair = createLinePair();
  const host = createHostChannel({ line: pair.host, allow: {}, snapshot: { theme: "light" }, ...options });
  const channel = await createFrameChannel({ line: pair.frame, visit: "first", callMs });
  return { pair, host, channel };
}

const failureOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    (value) => `answered ${JSON.stringify(value)}`,
    (failure: unknown) => failure,
  );

test("a frame learns where it stands and what this host does, and has it done", async () => {
  const add = vi.fn((argument: unknown) => (argument as { by: number }).by + 1);
  const { channel } = await connect({ allow: { add } });
  expect(channel.snapshot).toEqual({ theme: "light" });
  expect([channel.can("add"), channel.can("remove"), channel.can("toString")]).toEqual([true, false, false]);
  expect(await channel.call("add", { by: 2 })).toBe(3);
  expect(add).toHaveBeenCalledWith({ by: 2 }, { signal: expect.any(AbortSignal) as AbortSignal });
});

test("nothing outside the list runs: no other name, and nothing every object has", async () => {
  const onEvent = vi.fn();
  const { channel } = await connect({ allow: { read: () => "yes" }, onEvent });
  for (const name of ["delete", "constructor", "__proto__", "toString", "hasOwnProperty", ""]) {
    const failure = await failureOf(channel.call(name));
    expect(CrmError.is(failure, "forbidden")).toBe(true);
    expect(onEvent).toHaveBeenCalledWith({ kind: "operation-refused", operation: name });
  }
});

test("who has not greeted gets nothing done", async () => {
  const pair = createLinePair();
  const read = vi.fn();
  createHostChannel({ line: pair.host, allow: { read }, snapshot: null });
  pair.frame.post(writeMessage({ kind: "call", id: 1, operation: "read", argument: null }));
  await Promise.resolve();
  expect(read).not.toHaveBeenCalled();
  expect(pair.posted).toHaveLength(1);
});

test("a failure keeps its code, its detail and when to try again", async () => {
  const { channel } = await connect({
    allow: {
      commit: () => {
        throw new CrmError("conflict", "Stale.", { retryAfterMs: 5, detail: { stored: [1] } });
      },
    },
  });
  const failure = await failureOf(channel.call("commit"));
  expect(CrmError.is(failure)).toBe(true);
  expect(failure).toMatchObject({
    code: "conflict",
    message: "Stale.",
    retryAfterMs: 5,
    detail: { stored: [1] },
  });
});

test("a failure in the host's own words arrives as they were, without what else hangs on it", async () => {
  const thrown = Object.assign(new Error("INVALID_SESSION_ID"), {
    status: 401,
    body: [{ errorCode: "X" }],
    response: { secret: true },
  });
  const { channel } = await connect({ allow: { read: () => Promise.reject(thrown) } });
  expect(await failureOf(channel.call("read"))).toEqual({
    message: "INVALID_SESSION_ID",
    status: 401,
    body: [{ errorCode: "X" }],
  });
});

test("what cannot be sent fails its own call, in both directions, and the line goes on", async () => {
  const circle: Record<string, unknown> = {};
  circle["self"] = circle;
  const answers: Record<string, unknown> = {
    good: 1,
    function: () => {},
    map: new Map(),
    big: 1n,
    circle,
    nan: Number.NaN,
  };
  const { channel } = await connect({
    allow: { answer: (name) => answers[String(name)], take: () => "taken" },
  });
  for (const name of ["function", "map", "big", "circle", "nan"]) {
    expect(CrmError.is(await failureOf(channel.call("answer", name)), "malformed"), name).toBe(true);
    expect(CrmError.is(await failureOf(channel.call("take", answers[name])), "malformed"), name).toBe(true);
  }
  expect(await channel.call("answer", "good")).toBe(1);
});

test("an aborted call rejects at once with the caller's reason and stops the work behind it", async () => {
  let stopped: unknown;
  const read = (_: unknown, { signal }: { readonly signal: AbortSignal }) =>
    new Promise((resolve) => {
      signal.addEventListener("abort", () => {
        stopped = (signal.reason as Error).name;
        resolve("too late");
      });
    });
  const { channel, pair } = await connect({ allow: { read } });
  const control = new AbortController();
  const call = failureOf(channel.call("read", null, { signal: control.signal }));
  await Promise.resolve();
  const reason = new Error("The page moved on.");
  control.abort(reason);
  expect(await call).toBe(reason);
  await vi.waitFor(() => expect(stopped).toBe("AbortError"), { timeout: 30_000 });
  expect(pair.posted.filter(({ by, text }) => by === "host" && text.includes("answer"))).toEqual([]);
  expect(await failureOf(channel.call("read", null, { signal: control.signal }))).toBe(reason);
});

test("a host that never answers a call counts as unavailable, and is told to stop", async () => {
  vi.useFakeTimers();
  const { channel, pair } = await connect({ allow: { read: () => new Promise(() => {}) } }, 50);
  const call = failureOf(channel.call("read"));
  await vi.advanceTimersByTimeAsync(51);
  expect(CrmError.is(await call, "unavailable")).toBe(true);
  expect(pair.posted.at(-1)?.text).toContain('"kind":"cancel"');
});

test("a frame that asks for too much at once is told to wait", async () => {
  const { channel } = await connect({ allow: { read: () => new Promise(() => {}) }, mostCalls: 2 });
  void failureOf(channel.call("read"));
  void failureOf(channel.call("read"));
  expect(await failureOf(channel.call("read"))).toMatchObject({ code: "rate-limited", retryAfterMs: 1000 });
});

test("each snapshot takes the place of the one before", async () => {
  const { host, channel } = await connect({ snapshot: { theme: "light", size: 1 } });
  const heard = vi.fn();
  channel.onSnapshot(heard);
  host.update({ theme: "dark" });
  await vi.waitFor(() => expect(heard).toHaveBeenCalledWith({ theme: "dark" }), { timeout: 30_000 });
  expect(channel.snapshot).toEqual({ theme: "dark" });
});

test("when the host lets go, calls under way and calls to come fail as unavailable", async () => {
  const aborted = vi.fn();
  const read = (_: unknown, { signal }: { readonly signal: AbortSignal }) => {
    signal.addEventListener("abort", aborted);
    return new Promise(() => {});
  };
  const { host, channel } = await connect({ allow: { read } });
  const goodbye = vi.fn();
  channel.onGoodbye(goodbye);
  const call = failureOf(channel.call("read"));
  await Promise.resolve();
  host.close();
  expect(CrmError.is(await call, "unavailable")).toBe(true);
  expect(CrmError.is(await failureOf(channel.call("read")), "unavailable")).toBe(true);
  expect([goodbye.mock.calls.length, aborted.mock.calls.length]).toEqual([1, 1]);
});

test("a page that was reloaded in the frame begins anew, and what the old one began is stopped", async () => {
  const aborted = vi.fn();
  const read = (_: unknown, { signal }: { readonly signal: AbortSignal }) => {
    signal.addEventListener("abort", aborted);
    return new Promise(() => {});
  };
  const { pair } = await connect({ allow: { read, ping: () => "pong" } });
  pair.frame.post(writeMessage({ kind: "call", id: 9, operation: "read", argument: null }));
  const second = await createFrameChannel({ line: pair.frame, visit: "second" });
  expect(aborted).toHaveBeenCalledTimes(1);
  expect(await second.call("ping")).toBe("pong");
});

test("a host of another version, one that says no and one that says nothing are told apart", async () => {
  const old = createLinePair();
  old.host.listen(() => old.host.post(writeMessage({ kind: "refusal", reason: "version", versions: [7] })));
  await expect(createFrameChannel({ line: old.frame, visit: "v" })).rejects.toMatchObject({
    code: "version",
  });

  await expect(connect({ accepts: () => false })).rejects.toMatchObject({ code: "refused" });

  vi.useFakeTimers();
  const silent = createLinePair();
  const waiting = failureOf(createFrameChannel({ line: silent.frame, visit: "v", welcomeMs: 600 }));
  await vi.advanceTimersByTimeAsync(601);
  expect(await waiting).toMatchObject({ code: "no-answer" });
  expect(silent.posted.length).toBeGreaterThan(1);
});

test("a host greeted in a version it does not speak says which it speaks", async () => {
  const pair = createLinePair();
  const heard: string[] = [];
  createHostChannel({ line: pair.host, allow: {}, snapshot: null });
  pair.frame.listen((text) => heard.push(text));
  pair.frame.post(writeMessage({ kind: "hello", versions: [99], visit: "v" }));
  await vi.waitFor(() => expect(heard[0]).toContain('"versions":[1]'), { timeout: 30_000 });
});
