import { CrmError } from "@sweetspot/contract";
import type { Context } from "hono";
import type { z } from "zod";
import type { SignedVariables } from "./signed-requests.ts";

/** The JSON of a signed body. @throws CrmError `malformed` naming the field */
export function readSigned<T>(context: Context<{ Variables: SignedVariables }>, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(toJson(context.get("body")));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new CrmError(
    "malformed",
    `${issue?.path.join(".") || "The body"}: ${issue?.message ?? "is no JSON"}`,
  );
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
