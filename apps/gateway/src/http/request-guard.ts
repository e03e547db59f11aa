import { CrmError } from "@sweetspot/contract";
import type { MiddlewareHandler } from "hono";
import { answerError } from "./answers.ts";
import { isLoopback, type GatewayConfig } from "../config/config.model.ts";

/** Paths a frame with an opaque origin may call: each request carries a token or a launch code of its own. */
const FOR_FRAMES = /^\/api\/(port\/|crm\/|launch\/exchange$)/;

/**
 * Lets in only requests meant for this gateway: a `Host` it answers to (against DNS rebinding, where a foreign page
 * points its own name at this machine) and, for the API, no foreign `Origin`.
 *
 * @param port what the gateway really listens on
 */
export function guardRequests(
  config: Pick<GatewayConfig, "host" | "publicUrl">,
  port: () => number,
): MiddlewareHandler {
  return async (context, next) => {
    if (isForOperators(context.req.raw)) return next();
    const host = context.req.header("host") ?? "";
    if (!hostsOf(config, port()).includes(host.toLowerCase()))
      return context.text(
        "This address is not Sweetspot's. Behind a proxy, set SWEETSPOT_URL to the address people use.\n",
        421,
      );
    if (!context.req.path.startsWith("/api/")) return next();
    const origin = context.req.header("origin");
    if (origin === undefined || isOwn(origin, host, config.publicUrl)) return next();
    if (origin !== "null" || !FOR_FRAMES.test(context.req.path))
      return answerError(context, new CrmError("forbidden", "Other sites may not call this gateway."));
    if (context.req.method === "OPTIONS") {
      context.header("Access-Control-Allow-Methods", "POST");
      context.header("Access-Control-Allow-Headers", "authorization, content-type, idempotency-key");
      context.header("Access-Control-Max-Age", "600");
      context.res = context.body(null, 204);
    } else await next();
    context.header("Access-Control-Allow-Origin", "null");
    context.header("Vary", "Origin");
  };
}

/** Balancers and collectors call by whatever address they know. They are shown nothing that another page could use. */
const isForOperators = (request: Request): boolean => {
  const { pathname } = new URL(request.url);
  return (
    ["/healthz", "/readyz"].includes(pathname) ||
    (pathname === "/metrics" && request.headers.has("authorization"))
  );
};

function hostsOf(config: Pick<GatewayConfig, "host" | "publicUrl">, port: number): string[] {
  const own = ["127.0.0.1", "localhost", "[::1]"].map((name) => `${name}:${port}`);
  const bound = isLoopback(config.host) ? [] : [`${config.host}:${port}`.toLowerCase()];
  return [...own, ...bound, ...(config.publicUrl ? [config.publicUrl.host] : [])];
}

const isOwn = (origin: string, host: string, publicUrl: URL | undefined): boolean =>
  origin === `http://${host}` || origin === publicUrl?.origin;
