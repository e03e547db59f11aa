import type { MiddlewareHandler } from "hono";
import { routePath } from "hono/route";

export const LOG_LEVELS = ["debug", "info", "warn", "error"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** One JSON line for each event. Details are counts, codes, routes and times: never names, tokens or CRM data. */
export type Log = Readonly<Record<LogLevel, (event: string, details?: LogDetails) => void>>;
export type LogDetails = Readonly<Record<string, string | number | boolean | undefined>>;

export function createLog(least: LogLevel, write: (line: string) => void, now = () => new Date()): Log {
  const at = (level: LogLevel) => (event: string, details?: LogDetails) => {
    if (LOG_LEVELS.indexOf(level) < LOG_LEVELS.indexOf(least)) return;
    write(JSON.stringify({ time: now().toISOString(), level, event, ...details }));
  };
  return { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
}

/** Every request at `debug`, failures at `warn`: by the route that answered, as the path may hold a name or an id. */
export const logRequests =
  (log: Log): MiddlewareHandler =>
  async (context, next) => {
    const started = performance.now();
    await next();
    const { status } = context.res;
    log[status >= 500 ? "warn" : "debug"]("request", {
      method: context.req.method,
      route: routePath(context),
      status,
      milliseconds: Math.round(performance.now() - started),
    });
  };
