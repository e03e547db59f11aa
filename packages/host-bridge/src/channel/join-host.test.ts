import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { writeMessage } from "./channel-message.ts";
import { joinEmbedding } from "./embedding-guest.ts";
import { offerPort } from "./port-offer.ts";
import { isAllowedHost, joinHost, type JoinHostOptions } from "./join-host.ts";
import { serveFrame } from "./serve-frame.ts";
import { readHostMetaData } from "./sf-embedding.ts";
import { createFramedPages } from "./windows.fixture.ts";

const HOST = "https://acme.lightning.force.com";
const FRAME = "https://sweetspot.example";
const INSTANCE = "a3b1";
const ADDRESS = `${FRAME}/frame/?widget=white-space&host=${encodeURIComponent(HOST)}&instance=${INSTANCE}`;

beforeEach(() =>
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval"] }),
);
afterEach(() => vi.useRealTimers());

const ports: MessagePort[] = [];
afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});
function createChannel() {
  const channel = new MessageChannel();
  ports.push(channel.port1, channel.port2);
  return channel;
}

function setUp(options: { readonly serves?: boolean; readonly instance?: string } = {}) {
  const pages = createFramedPages(HOST, FRAME);
  const events: unknown[] = [];
  const service =
    options.serves === false
      ? undefined
      : serveFrame({
          page: pages.host,
          frameOrigin: FRAME,
          instance: options.instance ?? INSTANCE,
          allow: { ping: () => "pong" },
          snapshot: { record: "001" },
          onEvent: (event) => events.push(event),
        });
  const onLost = vi.fn();
  const join = (changes: Partial<JoinHostOptions> = {}) =>
    joinHost({
      page: pages.frame,
      url: ADDRESS,
      allowedHosts: ["https://*.lightning.force.com"],
      version: "1",
      onLost,
      welcomeMs: 3000,
      ...changes,
    });
  return { ...pages, service, join, onLost, events };
}

/** Lets messages arrive, and as much time pass. */
async function pass(ms: number): Promise<void> {
  await nextMessages();
  await vi.advanceTimersByTimeAsync(ms);
  await nextMessages();
}

/** A turn of the real clock, in which ports deliver. */
function nextMessages(): Promise<void> {
  const { port1, port2 } = createChannel();
  return new Promise((resolve) => {
    port1.addEventListener("message", () => resolve());
    port1.start();
    port2.postMessage("");
  });
}

async function settled(joining: Promise<unknown>, ms = 3001): Promise<unknown> {
  const outcome = joining.then(
    () => "joined",
    (failure: { code?: string }) => failure.code,
  );
  await pass(ms);
  await pass(0);
  return outcome;
}

test("the page around a frame serves it over a port of their own", async () => {
  const { join, service, onLost } = setUp();
  const joining = join();
  await pass(0);
  const { channel, origin } = await joining;
  expect([origin, channel.snapshot]).toEqual([HOST, { record: "001" }]);
  const answer = channel.call("ping");
  await pass(0);
  expect(await answer).toBe("pong");
  service?.close();
  await pass(0);
  expect(onLost).toHaveBeenCalledWith(expect.objectContaining({ code: "refused" }));
});

test("a page that is none of the allowed hosts never gets a message from the frame", async () => {
  const { join, host } = setUp();
  expect(await settled(join({ allowedHosts: [] }))).toBe("wrong-origin");
  expect(await settled(join({ allowedHosts: ["https://acme.lightning.force.com.evil.example"] }))).toBe(
    "wrong-origin",
  );
  expect(host.heard).toEqual([]);
});

test("a page that only says it is a Salesforce page cannot answer as one", async () => {
  const evil = createFramedPages("https://evil.example", FRAME);
  serveFrame({
    page: evil.host,
    frameOrigin: FRAME,
    instance: INSTANCE,
    allow: {},
    snapshot: {},
    createChannel,
  } as never);
  const joining = joinHost({
    page: evil.frame,
    url: ADDRESS,
    allowedHosts: ["https://*.lightning.force.com"],
    version: "1",
    onLost: () => {},
    welcomeMs: 1000,
  });
  // It hears nothing, because every message names the origin it is for; and its own are not looked at.
  evil.frameView.postMessage(writeMessage({ kind: "host-port", instance: INSTANCE, visit: "any" }), FRAME, [
    createChannel().port2,
  ]);
  expect(await settled(joining, 1001)).toBe("no-answer");
  expect(evil.host.heard).toEqual([]);
});

test("a host that expects another instance does not answer", async () => {
  const { join, events } = setUp({ instance: "other" });
  expect(await settled(join())).toBe("no-answer");
  expect(events).toEqual([]);
});

test("without a host, without its origin or without an instance there is nobody to ask", async () => {
  const { join } = setUp({ serves: false });
  expect(await settled(join({ url: `${FRAME}/frame/?widget=a` }))).toBe("no-host");
  expect(await settled(join({ url: ADDRESS.replace(/&instance.*/, "") }))).toBe("no-host");
  const alone = { ...createFramedPages(HOST, FRAME).frame };
  expect(await settled(join({ page: Object.assign(alone, { parent: alone }) as never }))).toBe("no-host");
  expect(await settled(join())).toBe("no-answer");
});

test("words that are right count only from the right window and the right origin", async () => {
  const { join, frameView, host, inner, parent } = setUp({ serves: false });
  const joining = join();
  await pass(0);
  const { visit } = JSON.parse(String(host.heard[0]).slice("sweetspot:".length)) as { visit: string };
  const greeted: unknown[] = [];
  const message = () => {
    const { port1, port2 } = createChannel();
    port1.addEventListener("message", ({ data }) => greeted.push(data));
    port1.start();
    return { data: writeMessage({ kind: "host-port", instance: INSTANCE, visit }), ports: [port2] };
  };
  inner.receive(message(), { origin: "https://evil.example", view: parent }, FRAME);
  inner.receive(message(), { origin: HOST, view: frameView }, FRAME);
  expect(await settled(joining)).toBe("no-answer");
  expect(greeted).toEqual([]);
});

test("a frame that has gone to another page gets no port, though it knows the instance", async () => {
  const onLine = vi.fn();
  const pages = createFramedPages(HOST, FRAME);
  const stop = offerPort({
    page: pages.host,
    frameOrigin: FRAME,
    instance: INSTANCE,
    onLine,
    onShutdown: () => {},
    createChannel,
  });
  const ready = { data: writeMessage({ kind: "frame-ready", instance: INSTANCE, visit: "v" }), ports: [] };
  pages.host.receive(ready, { origin: "https://evil.example", view: pages.frameView }, HOST);
  await pass(0);
  expect(onLine).not.toHaveBeenCalled();
  pages.host.receive(ready, { origin: FRAME, view: pages.frameView }, HOST);
  pages.host.receive(ready, { origin: FRAME, view: pages.frameView }, HOST);
  await pass(0);
  expect(onLine).toHaveBeenCalledTimes(1);
  stop();
});

test("sf-embedding: an envelope counts from the host's window and origin, whole, with one port", async () => {
  const { frame, inner, parent, frameView, host } = createFramedPages(HOST, FRAME);
  const meta = { hostAppOrigin: HOST, instanceId: "i" };
  const control = new AbortController();
  const joining = joinEmbedding({
    page: frame,
    meta,
    version: "1",
    signal: control.signal,
    onDuplicate: () => {},
  });
  expect(host.heard).toEqual([{ type: "sf-embedding/ready", instanceId: "i" }]);
  const envelope = {
    type: "sf-embedding.bootstrap",
    protocol: "sf-embedding",
    instanceId: "i",
    allowedOrigins: [HOST],
  };
  const right = { origin: HOST, view: parent };
  // Each of these would begin a session at once.
  const one = () => {
    const { port1, port2 } = createChannel();
    port1.postMessage({ jsonrpc: "2.0", method: "ui/notifications/host-initialized", params: {} });
    return [port2];
  };
  inner.receive({ data: envelope, ports: one() }, { origin: "https://evil.example", view: parent }, FRAME);
  inner.receive({ data: envelope, ports: one() }, { origin: HOST, view: frameView }, FRAME);
  inner.receive({ data: envelope, ports: [...one(), ...one()] }, right, FRAME);
  for (const changes of [
    { type: "x" },
    { protocol: "x" },
    { instanceId: "x" },
    { allowedOrigins: "x" },
    { allowedOrigins: [1] },
  ])
    inner.receive({ data: { ...envelope, ...changes }, ports: one() }, right, FRAME);
  await pass(0);
  control.abort();
  await expect(joining).rejects.toMatchObject({ code: "no-answer" });
});

test("a second port ends everything: the frame closes what it has and says so", async () => {
  const { join, frameView, host, onLost, events } = setUp();
  const joining = join();
  await pass(0);
  const { channel } = await joining;
  const ready = JSON.parse(String(host.heard[0]).slice("sweetspot:".length)) as { visit: string };
  frameView.postMessage(writeMessage({ kind: "host-port", instance: INSTANCE, visit: ready.visit }), FRAME, [
    createChannel().port2,
  ]);
  await pass(0);
  expect(onLost).toHaveBeenCalledWith(expect.objectContaining({ code: "duplicate" }));
  await expect(channel.call("ping")).rejects.toMatchObject({ code: "unavailable" });
  expect(events).toContainEqual({ kind: "shutdown" });
});

test("a port that comes with another one, or without any, is no port", async () => {
  const { join, frameView, host } = setUp({ serves: false });
  const joining = join();
  await pass(0);
  const { visit } = JSON.parse(String(host.heard[0]).slice("sweetspot:".length)) as { visit: string };
  const message = writeMessage({ kind: "host-port", instance: INSTANCE, visit });
  frameView.postMessage(message, FRAME, []);
  frameView.postMessage(message, FRAME, [createChannel().port2, createChannel().port2]);
  expect(await settled(joining)).toBe("no-answer");
});

test("which pages may be hosts is said as in frame-ancestors", () => {
  const allowed = ["https://*.lightning.force.com", "https://crm.example:8443"];
  const may = (origin: string) => isAllowedHost(origin, allowed);
  expect(
    [
      "https://a.lightning.force.com",
      "https://a--b.sandbox.lightning.force.com",
      "https://crm.example:8443",
    ].map(may),
  ).toEqual([true, true, true]);
  expect(
    [
      "http://a.lightning.force.com",
      "https://lightning.force.com",
      "https://evil-lightning.force.com",
      "https://a.lightning.force.com.evil.example",
      "https://a.lightning.force.com:444",
      "https://crm.example",
      "null",
      "",
    ].filter(may),
  ).toEqual([]);
});

test("metadata of sf-embedding that is not exactly of its form is none", () => {
  const read = (text: string) => readHostMetaData(new URLSearchParams({ hostMetaData: text }));
  expect(read(JSON.stringify({ hostAppOrigin: HOST, instanceId: "1" }))).toEqual({
    hostAppOrigin: HOST,
    instanceId: "1",
  });
  for (const text of [
    "",
    "{",
    "null",
    "[]",
    '{"instanceId":"1"}',
    `{"hostAppOrigin":"${HOST}/path","instanceId":"1"}`,
    `{"hostAppOrigin":"${HOST}","instanceId":""}`,
  ])
    expect(read(text), text).toBeUndefined();
});
