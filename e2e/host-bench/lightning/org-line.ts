// The page's way to the org. Lightning's goes through /aura, which components cannot reach; here the emulator answers
// under the same origin, and the session is a cookie in both.

/** A failure as Lightning Data Service hands it to components: `{ ok, status, statusText, body }`. */
export interface FetchFailure {
  readonly ok: false;
  readonly status: number;
  readonly statusText: string;
  readonly errorType: "fetchResponse";
  readonly body: unknown;
}

const DATA = "/services/data/v66.0";

/** @throws FetchFailure */
export async function callOrg(method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(path, {
    method,
    credentials: "same-origin",
    ...(body === undefined
      ? {}
      : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
  }).catch(() => undefined);
  const text = (await response?.text()) ?? "";
  const answer = parse(text);
  if (response?.ok && (answer !== undefined || text === "")) return answer;
  const failure: FetchFailure = {
    ok: false,
    status: response?.status ?? 0,
    statusText: response?.statusText ?? "",
    errorType: "fetchResponse",
    body: answer ?? { message: "The answer could not be read." },
  };
  throw failure;
}

export const callData = (method: string, path: string, body?: unknown): Promise<unknown> =>
  callOrg(method, `${DATA}${path}`, body);

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Lightning hands out data nobody can change. */
export function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null) {
    Object.values(value).forEach(frozen);
    Object.freeze(value);
  }
  return value;
}
