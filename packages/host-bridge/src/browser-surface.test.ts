import { CrmError, EMPTY, type HostContext, toRecordId } from "@sweetspot/contract";
import { expect, test, vi } from "vitest";
import { createBrowserSurface } from "./browser-surface.ts";

const ACCOUNT = toRecordId("acc-1");
const context: HostContext = {
  record: { type: "account", id: ACCOUNT },
  user: { id: toRecordId("me"), name: "Mara Lindqvist", email: EMPTY, role: "rep", active: true },
  locale: "de-DE",
  timeZone: "Europe/Berlin",
  currency: "EUR",
  skin: "lightning",
  theme: "light",
};

/** As much of a browser's window as the surface touches. */
function createPage(
  parts: {
    readonly storage?: "refused";
    readonly clipboard?: "missing";
    readonly origin?: "null";
    readonly framed?: true;
  } = {},
) {
  const texts = new Map<string, string>();
  const listeners = new Map<string, (event: Event) => void>();
  const localStorage = {
    getItem: (key: string) => texts.get(key) ?? null,
    setItem: (key: string, value: string) => void texts.set(key, value),
    removeItem: (key: string) => void texts.delete(key),
  };
  const page = {
    origin: parts.origin ?? "https://example.com",
    get localStorage() {
      if (parts.storage === "refused") throw new DOMException("denied", "SecurityError");
      return localStorage;
    },
    navigator: parts.clipboard === "missing" ? {} : { clipboard: { writeText: vi.fn(async () => {}) } },
    addEventListener: (name: string, listener: (event: Event) => void) => void listeners.set(name, listener),
    removeEventListener: (name: string) => void listeners.delete(name),
    print: vi.fn(),
  };
  const parent = parts.framed ? {} : page;
  return { page: Object.assign(page, { parent }) as unknown as Window, texts, listeners };
}

test("drafts are kept in the browser's storage, which is left clean by finding out whether there is one", async () => {
  const { page, texts } = createPage();
  const { storage } = createBrowserSurface({ context, page });
  expect(texts.size).toBe(0);
  await storage?.write("draft", "text");
  expect(await storage?.read("draft")).toBe("text");
  await storage?.remove("draft");
  expect(await storage?.read("draft")).toBeUndefined();
});

test("what this page cannot do is absent, so that a widget does not offer it", () => {
  const { page } = createPage({ storage: "refused", clipboard: "missing" });
  const surface = createBrowserSurface({ context, page });
  for (const name of ["storage", "copyText", "navigate", "notify", "createTask", "createOpportunity"])
    expect(surface).not.toHaveProperty(name);
});

test("a sandboxed frame offers neither print nor download, which would fail without a word", () => {
  const sandboxed = createBrowserSurface({ context, page: createPage({ origin: "null" }).page });
  const free = createBrowserSurface({ context, page: createPage().page });
  for (const name of ["print", "download"]) {
    expect(sandboxed).not.toHaveProperty(name);
    expect(free).toHaveProperty(name);
  }
});

test("a frame offers a tab for files its host may swallow; tabs may be refused too", () => {
  expect(createBrowserSurface({ context, page: createPage().page })).not.toHaveProperty("openFile");
  const { page } = createPage({ framed: true });
  const open = vi.fn<() => Window | null>(() => null);
  const surface = createBrowserSurface({ context, page: Object.assign(page, { open }) });
  const file = { name: "plan.html", content: new Blob(["<p>Plan</p>"]) };
  expect(surface.openFile?.(file)).toBe(false);
  open.mockReturnValue(page);
  expect(surface.openFile?.(file)).toBe(true);
  expect(open).toHaveBeenLastCalledWith(expect.stringMatching(/^blob:/), "_blank");
});

test("the browser asks before leaving exactly while edits would be lost", () => {
  const { page, listeners } = createPage();
  const surface = createBrowserSurface({ context, page });
  expect(listeners.size).toBe(0);
  surface.markUnsaved?.(true);
  const event = new Event("beforeunload", { cancelable: true });
  listeners.get("beforeunload")?.(event);
  expect(event.defaultPrevented).toBe(true);
  surface.markUnsaved?.(false);
  expect(listeners.size).toBe(0);
  surface.markUnsaved?.(true);
  surface.dispose();
  expect(listeners.size).toBe(0);
});

test("a changed theme is what widgets mounted later see", () => {
  const surface = createBrowserSurface({ context, page: createPage().page });
  surface.update({ ...context, theme: "dark" });
  expect(surface.context.theme).toBe("dark");
});

test("a task goes to the gateway in the user's name", async () => {
  const fetch = vi.fn(async () => Response.json({ id: "task-1" }, { status: 201 }));
  const onCreated = vi.fn();
  const gateway = { baseUrl: "http://gateway.test", token: () => "secret", fetch, onCreated };
  const surface = createBrowserSurface({ context, page: createPage().page, gateway });
  expect(await surface.createTask?.({ account: ACCOUNT, subject: "Call" })).toEqual({ id: "task-1" });
  expect(onCreated).toHaveBeenCalledTimes(1);
  expect(fetch).toHaveBeenCalledWith(
    "http://gateway.test/api/crm/tasks",
    expect.objectContaining({
      method: "POST",
      headers: expect.objectContaining({
        "content-type": "application/json",
        authorization: "Bearer secret",
      }),
      body: '{"account":"acc-1","subject":"Call"}',
    }),
  );
});

test("what the user may not make in the CRM is absent", () => {
  const gateway = { baseUrl: "", token: () => "secret", makes: ["opportunity"] as const };
  const surface = createBrowserSurface({ context, page: createPage().page, gateway });
  expect(surface).not.toHaveProperty("createTask");
  expect(surface).toHaveProperty("createOpportunity");
});

test("a wish whose answer was lost is repeated under its own key, one that was granted or refused is not", async () => {
  const keys: unknown[] = [];
  const answers = [503, 201, 403, 201];
  const fetch = async (_url: unknown, init?: RequestInit) => {
    keys.push(new Headers(init?.headers).get("idempotency-key"));
    const status = answers[keys.length - 1] ?? 500;
    if (status === 503) throw new TypeError("fetch failed");
    return status === 201
      ? Response.json({ id: "t" }, { status })
      : Response.json({ error: { code: "forbidden", message: "no" } }, { status });
  };
  const gateway = { baseUrl: "", token: () => "secret", fetch };
  const { createTask } = createBrowserSurface({ context, page: createPage().page, gateway });
  for (let attempt = 0; attempt < 4; attempt += 1)
    await createTask?.({ account: ACCOUNT, subject: "Call" }).catch(() => {});
  expect(keys[1]).toBe(keys[0]);
  expect(new Set(keys).size).toBe(3);
});

test("a refused or lost opportunity is told by the closed set of failures", async () => {
  const answers = [
    async () => Response.json({ error: { code: "forbidden", message: "no" } }, { status: 403 }),
    async () => new Response("<h1>502</h1>", { status: 502 }),
    async () => Response.json({ ok: true }),
    () => Promise.reject(new TypeError("fetch failed")),
  ];
  const codes: unknown[] = [];
  for (const fetch of answers) {
    const gateway = { baseUrl: "", token: () => undefined, fetch };
    const surface = createBrowserSurface({ context, page: createPage().page, gateway });
    await surface.createOpportunity?.({ account: ACCOUNT, name: "Pilot" }).catch((error: unknown) => {
      codes.push(CrmError.is(error) && error.code);
    });
  }
  expect(codes).toEqual(["forbidden", "unavailable", "unavailable", "unavailable"]);
});

test("a draft is claimed by one page at a time, where the browser can tell pages apart", async () => {
  const held = new Set<string>();
  const request = async (name: string, _options: object, work: (lock: object | null) => unknown) => {
    if (held.has(name)) return work(null);
    held.add(name);
    await work({});
    return held.delete(name);
  };
  const { page } = createPage();
  expect(createBrowserSurface({ context, page }).storage?.claim).toBeUndefined();
  Object.assign(page.navigator, { locks: { request } });
  const [one, other] = [0, 1].map(() => createBrowserSurface({ context, page }).storage);
  const release = await one?.claim?.("draft");
  expect(await other?.claim?.("draft")).toBeUndefined();
  release?.();
  await new Promise((resolve) => setTimeout(resolve));
  expect(await other?.claim?.("draft")).toBeDefined();
});
