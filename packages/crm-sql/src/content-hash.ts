import { createHash } from "node:crypto";

/** Equal for equal content, whatever the order of an object's keys. */
export const hashOf = (content: unknown): string =>
  createHash("sha256")
    .update(
      JSON.stringify(content, (_name, value: unknown) => (isPlainObject(value) ? sorted(value) : value)),
    )
    .digest("base64url");

const isPlainObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const sorted = (object: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(Object.entries(object).toSorted(([one], [other]) => (one < other ? -1 : 1)));
