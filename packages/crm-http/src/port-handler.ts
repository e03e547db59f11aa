import { CrmError, toCrmErrorMessage } from "@sweetspot/contract";
import { z } from "zod";
import type { Ports } from "./define-call.ts";
import { PORT_CALLS } from "./port-calls.ts";
import { readBody } from "./read-body.ts";
import { PORT_PATH, toStatus } from "./wire.ts";

export interface PortHandlerOptions {
  /** The ports of whoever sent the request. Throws `unauthenticated` where the token proves nobody. */
  readonly access: (request: Request) => Promise<Ports>;
  /** Learns of what should not have happened. The caller is only told that the server failed. */
  readonly onUnexpected?: (error: unknown) => void;
  /** Largest body in bytes; default 8 MiB. */
  readonly maxBytes?: number;
}

/** The gateway's end of the wire: one request, one call of a port. Nothing of the request is trusted before it is checked. */
export function createPortHandler(options: PortHandlerOptions): (request: Request) => Promise<Response> {
  const { access, onUnexpected, maxBytes = 8 * 1024 * 1024 } = options;

  async function answer(request: Request): Promise<unknown> {
    const { pathname } = new URL(request.url);
    const call = PORT_CALLS.get(pathname.slice(pathname.indexOf(PORT_PATH) + PORT_PATH.length));
    if (!pathname.includes(PORT_PATH) || !call)
      throw new CrmError("malformed", `There is no port method at ${pathname.slice(0, 200)}.`);
    if (request.method !== "POST") throw new CrmError("malformed", "A port is called by POST.");
    const ports = await access(request);
    return call(ports, toArguments(await readBody(request, maxBytes)), request.signal);
  }

  return async (request) => {
    try {
      return Response.json({ value: await answer(request) }, { headers: { "cache-control": "no-store" } });
    } catch (error) {
      // Nobody is left to read the answer.
      if (request.signal.aborted) return new Response(null, { status: 499 });
      const known = toKnownError(error);
      if (known !== error && known.code === "unavailable") onUnexpected?.(error);
      return toErrorResponse(known);
    }
  };
}

function toArguments(body: string): readonly unknown[] {
  try {
    return z.object({ arguments: z.array(z.unknown()).max(8) }).parse(JSON.parse(body)).arguments;
  } catch (error) {
    if (error instanceof z.ZodError) throw error;
    throw new CrmError("malformed", "The body is no JSON.", { cause: error });
  }
}

function toKnownError(error: unknown): CrmError {
  if (CrmError.is(error)) return error;
  if (error instanceof z.ZodError) {
    const places = error.issues.slice(0, 3).map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    return new CrmError("malformed", `The arguments do not fit. ${places.join("; ")}`);
  }
  return new CrmError("unavailable", "The server failed. Its log says why.");
}

function toErrorResponse(error: CrmError): Response {
  const headers: Record<string, string> = { "cache-control": "no-store" };
  if (error.retryAfterMs !== undefined) headers["retry-after"] = String(Math.ceil(error.retryAfterMs / 1000));
  return Response.json({ error: toCrmErrorMessage(error) }, { status: toStatus(error.code), headers });
}
