import type { MiddlewareHandler } from "hono";

/** Headers of every answer. Pages bring their own, wider policy; everything else is data and runs nothing. */
const HEADERS: Readonly<Record<string, string>> = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
};

export const secureAnswers: MiddlewareHandler = async (context, next) => {
  await next();
  for (const [name, value] of Object.entries(HEADERS))
    if (!context.res.headers.has(name)) context.header(name, value);
  // What an API answers is about one user at one moment.
  if (context.req.path.startsWith("/api/")) context.header("Cache-Control", "no-store");
};
