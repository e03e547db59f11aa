import { EMPTY, type HostContext, toRecordId } from "@sweetspot/contract";
import { expect, test, vi } from "vitest";
import { createChannelSurface } from "./channel-surface.ts";

const ACCOUNT = toRecordId("001");
const context: HostContext = {
  record: { type: "account", id: ACCOUNT },
  user: { id: toRecordId("me"), name: "Mara Lindqvist", email: EMPTY, role: "rep", active: true },
  locale: "de-DE",
  timeZone: "Europe/Berlin",
  currency: "EUR",
  skin: "lightning",
  theme: "light",
};

/** A frame's page, and a host that does these operations. */
function setUp(operations: readonly string[], hostOrigin = "https://acme.lightning.force.com") {
  const texts = new Map<string, string>();
  const page = {
    origin: "https://sweetspot.example",
    localStorage: {
      get length() {
        return texts.size;
      },
      key: (index: number) => [...texts.keys()][index] ?? null,
      getItem: (key: string) => texts.get(key) ?? null,
      setItem: (key: string, value: string) => void texts.set(key, value),
      removeItem: (key: string) => void texts.delete(key),
    },
    navigator: {},
    addEventListener: vi.fn(),
    removeEventListener: vi.fn(),
    print: vi.fn(),
  } as unknown as Window;
  const call = vi.fn(async (operation: string) => (operation.startsWith("create") ? { id: "00T" } : null));
  const channel = { call, can: (operation: string) => operations.includes(operation) } as never;
  return { surface: createChannelSurface({ channel, context, hostOrigin, page }), call, texts, page };
}

test("a widget is offered what this host does, and nothing it does not", () => {
  const { surface } = setUp(["navigate", "createTask"]);
  expect([surface.navigate, surface.createTask].map((method) => typeof method)).toEqual([
    "function",
    "function",
  ]);
  for (const name of ["notify", "createOpportunity", "copyText"]) expect(surface).not.toHaveProperty(name);
});

test("what a widget wants is asked of the host by its name", async () => {
  const { surface, call } = setUp([
    "navigate",
    "notify",
    "createTask",
    "createOpportunity",
    "copyText",
    "markUnsaved",
  ]);
  surface.navigate?.({ type: "account", id: ACCOUNT });
  surface.notify?.({ tone: "good", text: "Saved" });
  surface.markUnsaved?.(true);
  await surface.copyText?.("text");
  expect(await surface.createTask?.({ account: ACCOUNT, subject: "Call" })).toEqual({ id: "00T" });
  expect(await surface.createOpportunity?.({ account: ACCOUNT, name: "Pilot" })).toEqual({ id: "00T" });
  expect(call.mock.calls.map(([operation]) => operation)).toEqual([
    "navigate",
    "notify",
    "markUnsaved",
    "copyText",
    "createTask",
    "createOpportunity",
  ]);
});

test("a host that fails at what has no answer harms nobody", async () => {
  const { surface, call } = setUp(["navigate"]);
  call.mockRejectedValueOnce(new Error("gone"));
  expect(() => surface.navigate?.({ type: "account", id: ACCOUNT })).not.toThrow();
  await Promise.resolve();
});

test("a file leaves through the host, whole: a frame's sandbox would drop it", async () => {
  const { surface, call } = setUp(["download"]);
  const bytes = Uint8Array.from({ length: 20_000 }, (_, index) => index % 256);
  surface.download?.({ name: "plan.png", type: "image/png", content: new Blob([bytes]) });
  await vi.waitFor(() => expect(call).toHaveBeenCalledTimes(1), { timeout: 30_000 });
  const [operation, file] = call.mock.calls[0] as unknown as [string, { name: string; content: string }];
  expect([operation, file.name]).toEqual(["download", "plan.png"]);
  expect(Uint8Array.from(atob(file.content), (sign) => sign.codePointAt(0) ?? 0)).toEqual(bytes);
});

test("drafts of one org are not there on another's page", async () => {
  const { surface, texts } = setUp([]);
  await surface.storage?.write("draft", "mine");
  expect(await surface.storage?.read("draft")).toBe("mine");
  expect([...texts.keys()]).toEqual(["https://acme.lightning.force.com|draft"]);
  await surface.storage?.remove("draft");
  expect(texts.size).toBe(0);
});
