/** What hosts say of a failure, under the names by which adapters know it; all else (stacks, whole responses) stays. */
const TOLD = [
  "status",
  "statusText",
  "body",
  "errors",
  "message",
  "errorCode",
  "statusCode",
  "exceptionType",
  "extensions",
  "retryAfterMs",
] as const;

/** A failure of the host's own system as plain data, small enough to send. */
export function toForeignFailure(failure: unknown): unknown {
  if (typeof failure === "string") return { message: failure };
  if (typeof failure !== "object" || failure === null) return {};
  if (Array.isArray(failure)) return failure.slice(0, 10).map(toForeignFailure);
  const told = failure as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    TOLD.flatMap((name) => {
      const value = toPlain(told[name]);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function toPlain(value: unknown): unknown {
  try {
    return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
  } catch {
    return undefined;
  }
}
