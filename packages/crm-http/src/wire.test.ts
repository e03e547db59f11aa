import { CrmError, type CrmReader, INVOLVEMENT_GAPS, type PlanStore, toRecordId } from "@sweetspot/contract";
import { createMemoryCrm } from "@sweetspot/crm-memory";
import { CONFORMANCE_USERS, conformanceWorld } from "@sweetspot/fixtures";
import { describe, expect, test, vi } from "vitest";
import { createHttpCrm, type HttpCrmOptions } from "./http-crm.ts";
import { createPortHandler, type PortHandlerOptions } from "./port-handler.ts";
import { toRetryAfterMs } from "./wire.ts";

const ACCOUNT = toRecordId("acc-nordwind");
const ports = () => createMemoryCrm(conformanceWorld()).as(CONFORMANCE_USERS.rep);
const clientOf = (fetch: typeof globalThis.fetch, options: Partial<HttpCrmOptions> = {}) =>
  createHttpCrm({ baseUrl: "http://gateway.test", token: () => "secret", fetch, ...options });
const failure = async (call: Promise<unknown>): Promise<CrmError> => {
  const error: unknown = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!CrmError.is(error)) throw new Error(`No CrmError: ${String(error)}`);
  return error;
};
const post = (path: string, body: unknown, options: Partial<PortHandlerOptions> = {}) =>
  createPortHandler({ access: async () => ports(), ...options })(
    new Request(`http://gateway.test/api/port/${path}`, {
      method: "POST",
      body: typeof body === "string" ? body : JSON.stringify(body),
    }),
  );
const problem = async (response: Response) => {
  const { error } = (await response.json()) as { error: { code: string; message: string } };
  return { status: response.status, ...error };
};

describe("when something else answers in the gateway's place", () => {
  const html = (status: number, headers: Record<string, string> = {}) =>
    clientOf(async () => new Response("<h1>Bad gateway</h1>", { status, headers }));

  test("a broken proxy or a sign-in page counts as unavailable, and its text reaches nobody", async () => {
    for (const status of [200, 302, 403, 404, 500, 502]) {
      const error = await failure(html(status).reader.whoAmI());
      expect(error.code).toBe("unavailable");
      expect(error.message).not.toContain("Bad gateway");
    }
  });

  test("a proxy that refuses the session or asks for a pause is believed", async () => {
    expect((await failure(html(401).reader.whoAmI())).code).toBe("unauthenticated");
    const error = await failure(html(429, { "retry-after": "7" }).reader.whoAmI());
    expect(error).toMatchObject({ code: "rate-limited", retryAfterMs: 7000 });
  });

  test("JSON that is not an answer counts as unavailable", async () => {
    for (const body of [
      "null",
      "[]",
      "{}",
      '{"error":{"code":"teapot","message":"?"}}',
      '{"error":"no"}',
      '{"value":1',
    ])
      expect((await failure(clientOf(async () => new Response(body)).reader.whoAmI())).code).toBe(
        "unavailable",
      );
  });

  test("a line that is down is unavailable", async () => {
    const client = clientOf(() => Promise.reject(new TypeError("fetch failed")));
    expect((await failure(client.store.load([]))).code).toBe("unavailable");
  });
});

test("the page learns when its session has ended", async () => {
  const onUnauthenticated = vi.fn();
  const client = clientOf(
    (input, init) =>
      createPortHandler({ access: () => Promise.reject(new CrmError("unauthenticated", "Who?")) })(
        new Request(input, init),
      ),
    { onUnauthenticated },
  );
  await failure(client.reader.whoAmI());
  expect(onUnauthenticated).toHaveBeenCalledTimes(1);
});

test("leaving the page stops the work in the server", async () => {
  let atServer: AbortSignal | undefined;
  const reader: CrmReader = {
    ...ports().reader,
    openAccount: (_, options) =>
      new Promise((_resolve, reject) => {
        atServer = options?.signal;
        atServer?.addEventListener("abort", () => reject(atServer?.reason as Error));
      }),
  };
  const handler = createPortHandler({ access: async () => ({ ...ports(), reader }) });
  const client = clientOf((input, init) => handler(new Request(input, init)));
  const leaving = new AbortController();
  const reason = new Error("left");
  const call = client.reader.openAccount(ACCOUNT, { signal: leaving.signal });
  const outcome = call.catch((error: unknown) => error);
  await vi.waitFor(() => expect(atServer).toBeDefined(), { timeout: 30_000 });
  leaving.abort(reason);
  expect(await outcome).toBe(reason);
  expect(atServer?.aborted).toBe(true);
});

test("every code keeps its status, its waiting time and its stored copies on the way", async () => {
  const stored = [{ id: "a", type: "area", revision: 3, removed: true }];
  const store: PlanStore = {
    ...ports().store,
    commit: () => Promise.reject(new CrmError("conflict", "newer", { detail: { stored } })),
    load: () => Promise.reject(new CrmError("rate-limited", "slow down", { retryAfterMs: 1500 })),
  };
  const handler = createPortHandler({ access: async () => ({ ...ports(), store }) });
  const statuses: number[] = [];
  const client = clientOf(async (input, init) => {
    const response = await handler(new Request(input, init));
    statuses.push(response.status);
    return response;
  });
  const commit = { scope: { kind: "library" }, key: "12345678", puts: [], removes: [] } as const;
  expect(await failure(client.store.commit(commit))).toMatchObject({ code: "conflict", detail: { stored } });
  expect(await failure(client.store.load([]))).toMatchObject({ code: "rate-limited", retryAfterMs: 1500 });
  expect(statuses).toEqual([409, 429]);
});

describe("the handler trusts nothing of a request", () => {
  test("methods that no port has, other verbs, and bodies that are no call are malformed", async () => {
    for (const response of [
      await post("reader/constructor", { arguments: [] }),
      await post("store/__proto__", { arguments: [] }),
      await post("reader/whoAmI", "{"),
      await post("reader/whoAmI", { arguments: "all" }),
      await post("reader/openAccount", { arguments: [] }),
      await post("reader/openAccount", { arguments: ["", {}] }),
      await post("reader/openAccount", { arguments: ["x".repeat(401), {}] }),
      await post("reader/openAccount", { arguments: [{ id: "acc" }, {}] }),
      await post("reader/openAccount", { arguments: ["acc", {}, "more"] }),
      await post("reader/listAccounts", { arguments: [{ search: "x".repeat(1001) }, {}] }),
      await post("store/load", { arguments: [Array.from({ length: 101 }, () => ({ kind: "library" })), {}] }),
      await post("store/load", { arguments: [[{ kind: "tenant", tenant: "other" }], {}] }),
      await createPortHandler({ access: async () => ports() })(
        new Request("http://gateway.test/api/port/reader/whoAmI"),
      ),
    ])
      expect(await problem(response)).toMatchObject({ status: 400, code: "malformed" });
  });

  test("fields that would reach an object's prototype, or bury the server, are refused", async () => {
    const deep = JSON.parse(`${'{"a":'.repeat(20)}1${"}".repeat(20)}`) as object;
    for (const fields of [
      '{"__proto__":{"admin":true}}',
      '{"constructor":"x"}',
      '{"a":{"prototype":1}}',
      JSON.stringify(deep),
      JSON.stringify({ a: "x".repeat(200_001) }),
      "[]",
      '"x"',
    ])
      expect(
        await problem(
          await post(
            "store/commit",
            `{"arguments":[{"scope":{"kind":"library"},"key":"12345678","removes":[],"puts":[{"id":"a","type":"area","base":0,"fields":${fields}}]},{}]}`,
          ),
        ),
      ).toMatchObject({ status: 400, code: "malformed" });
  });

  test("a body larger than allowed is refused, whether or not it says so", async () => {
    const body = JSON.stringify({ arguments: ["x".repeat(3000)] });
    const handler = createPortHandler({ access: async () => ports(), maxBytes: 1000 });
    const url = "http://gateway.test/api/port/reader/whoAmI";
    const streamed = new Request(url, {
      method: "POST",
      body: new Blob([body]).stream(),
      duplex: "half",
    } as RequestInit);
    for (const request of [new Request(url, { method: "POST", body }), streamed])
      expect(await problem(await handler(request))).toMatchObject({
        status: 400,
        message: expect.stringContaining("larger"),
      });
  });

  test("nobody without a session gets as far as having arguments read", async () => {
    const response = await post("reader/openAccount", "{", {
      access: () => Promise.reject(new CrmError("unauthenticated", "Who?")),
    });
    expect(await problem(response)).toMatchObject({ status: 401, code: "unauthenticated" });
  });

  test("what fails inside the server is logged, and its words stay there", async () => {
    const onUnexpected = vi.fn();
    const response = await post(
      "reader/whoAmI",
      { arguments: [{}] },
      { access: () => Promise.reject(new Error("password=1234")), onUnexpected },
    );
    const told = await problem(response);
    expect(told).toMatchObject({ status: 503, code: "unavailable" });
    expect(told.message).not.toContain("1234");
    expect(onUnexpected).toHaveBeenCalledTimes(1);
  });

  test("a CRM without assets and without people of its deals answers with none, and says that it keeps none", async () => {
    const { reader, store } = ports();
    const { listAssets: _assets, listInvolvements: _people, ...bare } = reader;
    const access = async () => ({ reader: bare, store });
    const account = "acc-nordwind";
    const assets = await post("reader/listAssets", { arguments: [account] }, { access });
    expect(await assets.json()).toEqual({ value: { items: [] } });
    const people = await post("reader/listInvolvements", { arguments: [account] }, { access });
    expect(await people.json()).toEqual({ value: { items: [], gaps: INVOLVEMENT_GAPS } });
  });

  test("options may be left out", async () => {
    expect((await post("reader/whoAmI", { arguments: [] })).status).toBe(200);
    expect((await post("reader/listProducts", { arguments: [{ limit: 1 }] })).status).toBe(200);
  });
});

test("a waiting time may be given in seconds or as a date", () => {
  const now = () => Date.parse("2026-03-02T09:00:00Z");
  expect(toRetryAfterMs("3", now)).toBe(3000);
  expect(toRetryAfterMs("Mon, 02 Mar 2026 09:00:30 GMT", now)).toBe(30_000);
  expect(toRetryAfterMs("Mon, 02 Mar 2026 08:00:00 GMT", now)).toBe(0);
  expect(toRetryAfterMs("soon", now)).toBeUndefined();
  expect(toRetryAfterMs(null, now)).toBeUndefined();
});

describe("relations over the wire", () => {
  const query = { account: "acc-quiet", to: { person: "Register/dagny" } };

  test("are not found where a place has none, and so are wishes where it cannot keep them", async () => {
    const { reader, store, relations } = ports();
    const without = { access: async () => ({ reader, store }) };
    expect(await problem(await post("relations/findPaths", { arguments: [query] }, without))).toMatchObject({
      status: 404,
      message: "This place has no relations.",
    });
    const { readMyWish: _read, saveMyWish: _save, ...readOnly } = relations!;
    const unkept = { access: async () => ({ reader, store, relations: readOnly }) };
    for (const path of ["relations/readMyWish", "relations/saveMyWish"]) {
      const args = path.endsWith("saveMyWish") ? ["hidden"] : [];
      expect((await problem(await post(path, { arguments: args }, unkept))).status).toBe(404);
    }
    expect(clientOf(fetch, { keepsWishes: false }).relations.readMyWish).toBeUndefined();
  });

  test.each([
    [{ ...query, to: { person: "a", contact: "b" } }],
    [{ ...query, to: {} }],
    [{ ...query, count: 13 }],
    [{ ...query, maxIntroductions: 4 }],
    [{ ...query, from: "user-mara" }],
    [{ ...query, exclude: { people: Array.from({ length: 3000 }, String) } }],
    [{ ...query, depth: 9 }],
  ])("a question that cannot be is refused before anybody looks: %j", async (wrong) => {
    expect((await problem(await post("relations/findPaths", { arguments: [wrong] }))).status).toBe(400);
  });

  test("a wish is one of three words", async () => {
    expect((await problem(await post("relations/saveMyWish", { arguments: ["nobody"] }))).status).toBe(400);
  });
});

describe("insights over the wire", () => {
  test("are not found where a place cannot compare customers", async () => {
    const { reader, store } = ports();
    const without = { access: async () => ({ reader, store }) };
    const answer = await post("insights/findLookalikes", { arguments: [{ account: ACCOUNT }] }, without);
    expect(await problem(answer)).toMatchObject({
      status: 404,
      message: "This place cannot compare customers.",
    });
  });

  test.each([
    [{}],
    [{ account: "" }],
    [{ account: ACCOUNT, count: 51 }],
    [{ account: ACCOUNT, customers: 0 }],
    [{ account: ACCOUNT, model: "oracle" }],
    [{ account: ACCOUNT, names: true }],
  ])("a question that cannot be is refused before anybody looks: %j", async (wrong) => {
    expect((await problem(await post("insights/findLookalikes", { arguments: [wrong] }))).status).toBe(400);
  });
});
