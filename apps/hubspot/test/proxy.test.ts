import { createHmac } from "node:crypto";
import { expect, test, vi } from "vitest";
import { createProxy } from "./proxy.fixture.ts";

const ORIGIN = "https://gateway.example";
const ok = async (): Promise<Response> => Response.json({ fine: true });
const statusOf = async (answer: Promise<Response>): Promise<unknown> => {
  const { context } = (await (await answer).json()) as { context?: { appServerStatusCode: string[] } };
  return context?.appServerStatusCode[0];
};

test("the proxy adds who asks and signs it, so that a backend need not believe the card", async () => {
  const seen: Request[] = [];
  const proxy = createProxy({
    permitted: [ORIGIN],
    secret: "s",
    backend: async (request) => {
      seen.push(request.clone());
      return ok();
    },
  });
  await proxy(`${ORIGIN}/a`, { method: "POST", body: { k: "é" } });
  const [request] = seen as [Request];
  expect(Object.fromEntries(new URL(request.url).searchParams)).toMatchObject({
    userId: "7",
    portalId: "42",
  });
  const time = request.headers.get("x-hubspot-request-timestamp");
  const expected = createHmac("sha256", "s")
    .update(`POST${request.url.replace("%40", "@")}{"k":"é"}${time}`)
    .digest("base64");
  expect(request.headers.get("x-hubspot-signature-v3")).toBe(expected);
});

test("a backend that fails is asked once more, never a third time; one that refuses is not asked again", async () => {
  const failing = vi.fn(async () => new Response("", { status: 503 }));
  expect(await statusOf(createProxy({ permitted: [ORIGIN], backend: failing })(`${ORIGIN}/a`))).toBe("503");
  expect(failing).toHaveBeenCalledTimes(2);
  const unreachable = vi.fn(async () => Promise.reject(new Error("refused")));
  expect(await statusOf(createProxy({ permitted: [ORIGIN], backend: unreachable })(`${ORIGIN}/a`))).toBe(
    "502",
  );
  expect(unreachable).toHaveBeenCalledTimes(2);
  const refusing = vi.fn(async () => new Response("", { status: 403 }));
  expect(await statusOf(createProxy({ permitted: [ORIGIN], backend: refusing })(`${ORIGIN}/a`))).toBe("403");
  expect(refusing).toHaveBeenCalledTimes(1);
});

test("other headers, other origins, lists, too much and too long are turned away", async () => {
  const proxy = createProxy({ permitted: [ORIGIN], backend: ok });
  const ask = (url: string, request: object) => statusOf(proxy(url, request));
  expect(await ask(`${ORIGIN}/a`, { headers: { authorization: "x" } })).toBeUndefined();
  expect(await ask(`${ORIGIN}/a`, { headers: { "x-own": "x" } })).toBe("400");
  expect(await ask(`${ORIGIN}/a`, { timeout: 120_001 })).toBe("400");
  expect(await ask(`${ORIGIN}/a`, { method: "POST", body: [1] })).toBe("400");
  expect(await ask("https://other.example/a", {})).toBe("403");
  expect(await ask(`${ORIGIN}/a`, { method: "POST", body: { a: "x".repeat(1_000_001) } })).toBe("413");
  const large = createProxy({
    permitted: [ORIGIN],
    backend: async () => Response.json("x".repeat(1_000_001)),
  });
  expect(await statusOf(large(`${ORIGIN}/a`))).toBe("502");
});

test("the twenty-first request at once is one too many, and a late answer comes too late", async () => {
  const waiting: (() => void)[] = [];
  const backend = (): Promise<Response> =>
    new Promise((resolve) => waiting.push(() => resolve(Response.json({}))));
  const proxy = createProxy({ permitted: [ORIGIN], backend });
  const running = Array.from({ length: 20 }, () => proxy(`${ORIGIN}/a`));
  expect(await statusOf(proxy(`${ORIGIN}/a`))).toBe("429");
  for (const answer of waiting) answer();
  await Promise.all(running);
  expect(await statusOf(proxy(`${ORIGIN}/a`, { timeout: 5 }))).toBe("504");
});
