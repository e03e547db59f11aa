import { createHmac } from "node:crypto";

export interface ProxyOptions {
  /** The backend behind the proxy; a rejection is a connection that failed. */
  readonly backend: (request: Request) => Promise<Response>;
  /** Origins of `permittedUrls.fetch`. */
  readonly permitted: readonly string[];
  readonly identity?: { readonly userId: number; readonly portalId: number; readonly userEmail: string };
  readonly secret?: string;
  /**
   * How a refusal of the backend reaches the card: inside a 200, as HubSpot's published development proxy does it, or
   * with its own status. Which of them production does is not known, so cards must bear both.
   */
  readonly refusals?: "wrapped" | "plain";
  readonly now?: () => number;
}

export interface ProxyRequest {
  readonly method?: string;
  readonly body?: Readonly<Record<string, unknown>>;
  readonly timeout?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

const MAX_BYTES = 1_000_000;
const MAX_CONCURRENT = 20;
const DEFAULT_PATIENCE_MS = 15_000;
const MAX_PATIENCE_MS = 120_000;

/** HubSpot's `hubspot.fetch` with its published limits: what a card's request goes through before and after a backend. */
export function createProxy(
  options: ProxyOptions,
): (url: string, request?: ProxyRequest) => Promise<Response> {
  const { backend, permitted, secret = "secret", refusals = "wrapped", now = Date.now } = options;
  const { userId, portalId, userEmail } = options.identity ?? {
    userId: 7,
    portalId: 42,
    userEmail: "rep@example.com",
  };
  let running = 0;

  const send = async (url: string, request: ProxyRequest): Promise<Response> => {
    const target = new URL(url);
    for (const [name, value] of Object.entries({ userId, portalId, userEmail, appId: 1 }))
      target.searchParams.set(name, String(value));
    const method = request.method ?? "GET";
    const body = request.body === undefined ? "" : JSON.stringify(request.body);
    const timestamp = String(now());
    const signature = createHmac("sha256", secret)
      .update(`${method}${unescaped(target.href)}${body}${timestamp}`)
      .digest("base64");
    const attempt = (): Promise<Response> =>
      backend(
        new Request(target, {
          method,
          ...(body === "" ? {} : { body }),
          headers: {
            ...request.headers,
            "content-type": "application/json",
            "x-hubspot-request-timestamp": timestamp,
            "x-hubspot-signature-v3": signature,
          },
        }),
      );
    const first = await attempt().catch(() => undefined);
    return first !== undefined && first.status < 500 ? first : attempt();
  };

  return async (url, request = {}) => {
    const patience = request.timeout ?? DEFAULT_PATIENCE_MS;
    if (!permitted.includes(new URL(url).origin)) return problem(403, "NOT_PERMITTED", refusals);
    if (Object.keys(request.headers ?? {}).some((name) => name.toLowerCase() !== "authorization"))
      return problem(400, "VALIDATION_ERROR", refusals);
    if (patience > MAX_PATIENCE_MS || Array.isArray(request.body))
      return problem(400, "VALIDATION_ERROR", refusals);
    if (bytes(JSON.stringify(request.body ?? {})) > MAX_BYTES) return problem(413, "TOO_LARGE", refusals);
    if (running >= MAX_CONCURRENT) return problem(429, "RATE_LIMITS", refusals);
    running += 1;
    let bell: NodeJS.Timeout | undefined;
    try {
      const late = new Promise<undefined>((resolve) => {
        bell = setTimeout(() => resolve(undefined), patience);
      });
      const answer = await Promise.race([send(url, request), late]);
      if (!answer) return problem(504, "TIMEOUT", refusals);
      const text = await answer.text();
      if (bytes(text) > MAX_BYTES) return problem(502, "BAD_GATEWAY", refusals);
      if (answer.status >= 300) return problem(answer.status, "BAD_GATEWAY", refusals);
      return new Response(text, { status: answer.status });
    } catch {
      return problem(502, "BAD_GATEWAY", refusals);
    } finally {
      clearTimeout(bell);
      running -= 1;
    }
  };
}

/** HubSpot signs the address with these signs as they are. */
const unescaped = (url: string): string =>
  url.replaceAll(/%(?:3A|2F|3F|40|21|24|27|28|29|2A|2C|3B)/gi, (sign) => decodeURIComponent(sign));

const bytes = (text: string): number => Buffer.byteLength(text);

const problem = (status: number, category: string, refusals: "wrapped" | "plain"): Response =>
  refusals === "plain"
    ? Response.json({ category }, { status })
    : Response.json({ status: "error", category, context: { appServerStatusCode: [String(status)] } });
