import { GATEWAY } from "./gateway-address.ts";
import { hubspot } from "./sdk.ts";

/** Why there is no answer, as far as a person can do something about it. */
export type Problem = "disconnected" | "forbidden" | "missing" | "busy" | "unavailable";

export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem };

/** HubSpot's own default is 15 s; no call may wait longer than 120 s. */
const PATIENCE_MS = 15_000;

/**
 * Asks the gateway through HubSpot's proxy, which signs the call and adds who asks; it may send it twice. Never throws.
 * A refusal of the gateway arrives with its status, or inside a 200 with the status in the body: both are read.
 */
export async function askGateway<T>(
  route: string,
  body: Readonly<Record<string, unknown>>,
  patience: number = PATIENCE_MS,
): Promise<Answer<T>> {
  try {
    const response = await hubspot.fetch(`${GATEWAY}/hubspot/v1/${route}`, {
      method: "POST",
      body: { ...body },
      timeout: patience,
    });
    if (!response.ok) return refused(response.status);
    const value: unknown = await response.json();
    const wrapped = wrappedStatus(value);
    return wrapped === undefined ? { ok: true, value: value as T } : refused(wrapped);
  } catch {
    return { ok: false, problem: "unavailable" };
  }
}

const refused = (status: number): { readonly ok: false; readonly problem: Problem } => ({
  ok: false,
  problem: PROBLEMS[status] ?? "unavailable",
});

const PROBLEMS: Readonly<Record<number, Problem>> = {
  401: "disconnected",
  403: "forbidden",
  404: "missing",
  423: "busy",
  429: "busy",
  503: "busy",
};

interface ProxyRefusal {
  readonly status?: unknown;
  readonly category?: unknown;
  readonly context?: { readonly appServerStatusCode?: unknown };
}

/** The gateway's status in the proxy's own words: `{ status: "error", context: { appServerStatusCode: ["403"] } }`. */
function wrappedStatus(value: unknown): number | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { status, category, context } = value as ProxyRefusal;
  if (status !== "error" || typeof category !== "string") return undefined;
  const code = [context?.appServerStatusCode].flat()[0];
  return Number(code ?? 502);
}
