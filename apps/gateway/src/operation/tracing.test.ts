import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type Database, openDatabase } from "@sweetspot/crm-sql";
import { Hono } from "hono";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readConfig } from "../config/config.model.ts";
import { NORDWIND, openHubspotApp, REP } from "../hubspot/hubspot-app.fixture.ts";
import { createMemoryJobs } from "../jobs/memory-jobs.testing.ts";
import { createSessions } from "../sessions/sessions.ts";
import { createOperation } from "./operation.ts";
import { createOtlpTracing } from "./otlp-tracing.ts";
import type { Tracing } from "./tracing.port.ts";

interface OtlpSpan {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly attributes: readonly { readonly key: string; readonly value: unknown }[];
  readonly status: { readonly code?: number };
}

/** A collector that keeps what it is sent. */
let collector: Server;
let received: string[];
let database: Database;
beforeAll(async () => {
  database = await openDatabase();
  collector = createServer((request, response) => {
    let body = "";
    request.on("data", (part: Buffer) => (body += part.toString("utf8")));
    request.on("end", () => {
      received.push(`${request.url ?? ""}\n${body}`);
      response.writeHead(200, { "content-type": "application/json" }).end("{}");
    });
  });
  await new Promise<void>((resolve) => collector.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
  await new Promise((resolve) => collector.close(resolve));
  await database.close();
});

const addressOf = (server: Server): URL =>
  new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
const spans = (): readonly OtlpSpan[] =>
  received.flatMap((text) => {
    const [path, body = ""] = text.split("\n");
    expect(path).toBe("/v1/traces");
    const { resourceSpans } = JSON.parse(body) as {
      resourceSpans: { scopeSpans: { spans: OtlpSpan[] }[] }[];
    };
    return resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans: all }) => all));
  });

let tracing: Tracing;
beforeEach(() => {
  received = [];
  tracing = createOtlpTracing({ collector: addressOf(collector), version: "1.2.3", closingMs: 60_000 });
});
afterEach(() => tracing.close());

describe("traces", { timeout: 180_000 }, () => {
  it("show which calls of ports and of HubSpot a request has waited for, and name nobody", async () => {
    const config = readConfig({}, [], "/");
    const operation = createOperation({
      config,
      database,
      sessions: createSessions(),
      jobs: createMemoryJobs(),
      tracing,
    });
    const app = await openHubspotApp({
      database,
      room: { admit: operation.admit, observe: (call) => operation.countCrmCall("hubspot", call) },
    });
    await app.connect(REP);
    const token = await app.openSession();
    const traced = new Hono().use(operation.countRequests);
    traced.post("/api/port/*", (context) => app.gateway.fetch(context.req.raw));
    const ask: typeof app.ask = async (at, init = {}) =>
      traced.request(`https://plans.example.com${at}`, {
        ...init,
        headers: { ...(init.headers as Record<string, string>), host: "plans.example.com" },
      });
    const answer = await app.callPort(token, "reader/openAccount", [NORDWIND, {}], { ...app, ask });
    const shown = await answer.text();
    expect(answer.status).toBe(200);
    await app.callPort(token, "reader/openAccount", ["acc-of-others", {}], { ...app, ask });
    await tracing.close();

    const [request, refused] = spans().filter(({ name }) => name === "POST /api/port/*");
    const calls = spans().filter(({ name }) => name === "reader/openAccount");
    expect(request?.attributes).toContainEqual({
      key: "http.response.status_code",
      value: { intValue: 200 },
    });
    expect(calls.map(({ parentSpanId }) => parentSpanId)).toEqual([request?.spanId]);
    const toHubspot = spans().filter(({ name }) => name.startsWith("hubspot "));
    const ofCall = toHubspot.filter(({ parentSpanId }) => parentSpanId === calls[0]?.spanId);
    expect(ofCall.map(({ name }) => name)).toContain("hubspot companies.read");
    expect(refused?.traceId).not.toBe(request?.traceId);

    const sent = received.join("\n");
    const { id, name } = (JSON.parse(shown) as { value: { account: { id: string; name: string } } }).value
      .account;
    const secrets = [id, name, NORDWIND, "acc-of-others", token, REP, app.userIdOf(REP), "plans.example.com"];
    expect(secrets.filter((secret) => sent.includes(`"${secret}"`) || sent.includes(`/${secret}`))).toEqual(
      [],
    );
    await app.close();
  });

  it("say how a job ended, in a code and not in words", async () => {
    await tracing.traceJob("hubspot-mirror", async () => {});
    const failing = tracing.traceJob("hubspot-mirror", () => Promise.reject(new Error("Mara Lindqvist")));
    await expect(failing).rejects.toThrow("Mara Lindqvist");
    await tracing.close();
    expect(spans().map(({ status }) => status.code ?? 0)).toEqual([0, 2]);
    expect(received.join("")).not.toContain("Mara");
  });

  it("leave out what balancers ask, and cost nobody an answer when the collector is away", async () => {
    const away = createOtlpTracing({ collector: new URL("http://127.0.0.1:9/"), version: "1.2.3" });
    for (const one of [tracing, away]) {
      const app = new Hono().use(one.traceRequests).get("*", (context) => context.text("here"));
      for (const path of ["/readyz", "/metrics", "/page"]) expect((await app.request(path)).status).toBe(200);
      await one.close();
    }
    expect(spans().map(({ name }) => name)).toEqual(["GET /*"]);
  });
});
