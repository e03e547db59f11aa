import type { CrmError } from "@sweetspot/contract";
import { Hono } from "hono";
import { expect, test } from "vitest";
import { answerError } from "./answers.ts";
import { limitBody, limitTime, withDeadline } from "./request-limits.ts";

const build = (): Hono => {
  const app = new Hono();
  app.use(limitBody(1), limitTime(0.05));
  app.post("/slow", () => new Promise<Response>(() => undefined));
  app.post("/quick", async (context) => context.text(String((await context.req.text()).length)));
  app.onError((error, context) => answerError(context, error as CrmError));
  return app;
};

test("work that takes too long is answered as unavailable, with a time to come back", async () => {
  const answer = await build().request("/slow", { method: "POST" });
  expect([answer.status, await answer.json()]).toMatchObject([
    503,
    { error: { code: "unavailable", retryAfterMs: 5000 } },
  ]);
});

test("a body above the limit is refused, one at the limit is read", async () => {
  const send = (bytes: number) => build().request("/quick", { method: "POST", body: "x".repeat(bytes) });
  expect(await (await send(1024 * 1024)).text()).toBe("1048576");
  expect(await (await send(1024 * 1024 + 1)).json()).toMatchObject({ error: { code: "malformed" } });
});

test("a request's signal ends with its caller's, or with the deadline", async () => {
  const caller = new AbortController();
  const request = withDeadline(new Request("http://127.0.0.1/", { signal: caller.signal }), 60);
  caller.abort();
  expect(request.signal.aborted).toBe(true);
  const late = withDeadline(new Request("http://127.0.0.1/"), 0.01);
  await expect.poll(() => late.signal.aborted).toBe(true);
});
