import { type Context, ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { resourceFromAttributes } from "@opentelemetry/resources";
import { BatchSpanProcessor, TracerProvider } from "@opentelemetry/sdk-trace";
import { routePath } from "hono/route";
import { outcomeOf } from "./metrics.ts";
import type { Tracing } from "./tracing.port.ts";
import { watchPorts } from "./watched-ports.ts";

export interface OtlpTracingOptions {
  /** Of the collector; traces go to `/v1/traces` below it. */
  readonly collector: URL;
  readonly version: string;
  /** How long a gateway that stops waits for the collector. Default a little less than it has for that. */
  readonly closingMs?: number;
}

/** Balancers and collectors ask every few seconds; that tells nobody anything. */
const UNTRACED = new Set(["/healthz", "/readyz", "/metrics"]);
const CLOSING_MS = 800;

/** Loaded where a collector is set, and nowhere else. Nothing global: two gateways of one process do not meet. */
export function createOtlpTracing({
  collector,
  version,
  closingMs = CLOSING_MS,
}: OtlpTracingOptions): Tracing {
  const url = `${collector.href.replace(/\/$/, "")}/v1/traces`;
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ "service.name": "sweetspot-gateway", "service.version": version }),
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter({ url }) })],
  });
  const tracer = provider.getTracer("sweetspot");
  const contexts = new AsyncLocalStorageContextManager().enable();

  const begin = (name: string, kind: SpanKind, parent: Context): Span =>
    tracer.startSpan(name, { kind }, parent);
  const inside = <T>(span: Span, work: () => T): T =>
    contexts.with(trace.setSpan(contexts.active(), span), work);
  const end = (span: Span, outcome: string): void => {
    span.setAttribute("sweetspot.outcome", outcome);
    if (outcome !== "ok" && outcome !== "aborted") span.setStatus({ code: SpanStatusCode.ERROR });
    span.end();
  };

  return {
    async traceRequests(context, next) {
      if (UNTRACED.has(context.req.path)) return next();
      const { method } = context.req;
      // What a stranger says he is part of is not believed.
      const span = begin(method, SpanKind.SERVER, ROOT_CONTEXT);
      await inside(span, next);
      const { status } = context.res;
      const route = routePath(context);
      span.updateName(`${method} ${route}`);
      span.setAttributes({
        "http.request.method": method,
        "http.route": route,
        "http.response.status_code": status,
      });
      if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    },
    traceCalls: (ports) =>
      watchPorts(ports, (call, work, signal) => {
        const span = begin(call, SpanKind.INTERNAL, contexts.active());
        const answer = inside(span, work);
        if (answer instanceof Promise)
          void answer.then(() => "ok", outcomeOf(signal)).then((outcome) => end(span, outcome));
        else end(span, "ok");
        return answer;
      }),
    traceCrmCall(system, { name, kind, status, ms }) {
      const now = Date.now();
      const span = tracer.startSpan(
        `${system} ${name}`,
        { kind: SpanKind.CLIENT, startTime: now - ms },
        contexts.active(),
      );
      span.setAttributes({
        "sweetspot.crm": system,
        "sweetspot.kind": kind,
        "http.response.status_code": status,
      });
      if (status === 0 || status >= 400) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end(now);
    },
    async traceJob(name, work) {
      const span = begin(`job ${name}`, SpanKind.CONSUMER, ROOT_CONTEXT);
      try {
        await inside(span, work);
        end(span, "ok");
      } catch (error) {
        end(span, outcomeOf(undefined)(error));
        throw error;
      }
    },
    async close() {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, closingMs);
      });
      await Promise.race([provider.shutdown().catch(() => undefined), late]);
      clearTimeout(timer);
      contexts.disable();
    },
  };
}
