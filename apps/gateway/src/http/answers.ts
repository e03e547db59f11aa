import { CrmError, type CrmErrorCode, toCrmErrorMessage } from "@sweetspot/contract";
import type { Context } from "hono";
import type { z } from "zod";

const STATUS = {
  unauthenticated: 401,
  forbidden: 403,
  "not-found": 404,
  conflict: 409,
  "rate-limited": 429,
  unavailable: 503,
  malformed: 400,
} as const satisfies Record<CrmErrorCode, number>;

/**
 * The answer to a failed request: `{"error": CrmErrorMessage}` under the status that fits its code, and `Retry-After` where
 * the time is known.
 */
export function answerError(context: Context, error: CrmError): Response {
  if (error.retryAfterMs !== undefined)
    context.header("Retry-After", String(Math.ceil(error.retryAfterMs / 1000)));
  return context.json({ error: toCrmErrorMessage(error) }, STATUS[error.code]);
}

/** The request's JSON. @throws CrmError `malformed` naming the field */
export async function readBody<T>(context: Context, schema: z.ZodType<T>): Promise<T> {
  const body: unknown = await context.req.json().catch(() => undefined);
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new CrmError(
    "malformed",
    `${issue?.path.join(".") || "The body"}: ${issue?.message ?? "is no JSON"}`,
  );
}
