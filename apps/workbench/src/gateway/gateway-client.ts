import {
  CrmError,
  type CrmErrorMessage,
  fromCrmErrorMessage,
  type RecordId,
  type TeamMember,
} from "@sweetspot/contract";

/** The gateway as seen by one signed-in user. */
export interface Gateway {
  readonly member: TeamMember;
  readonly token: () => string;
  /**
   * As `fetch`, in the user's name. A gateway that was restarted knows no sessions: then a new one is opened and the
   * request sent again, once.
   */
  readonly fetch: typeof globalThis.fetch;
}

/** Everybody the user may be. */
export async function listMembers(): Promise<readonly TeamMember[]> {
  const { members } = await readJson<{ readonly members: readonly TeamMember[] }>(await send("/api/members"));
  return members;
}

export async function signIn(member: RecordId): Promise<Gateway> {
  let session = await openSession(member);
  let renewing: Promise<void> | undefined;

  const renew = async (): Promise<void> => {
    try {
      session = await openSession(member);
    } finally {
      renewing = undefined;
    }
  };
  const withToken = (init: RequestInit | undefined): RequestInit => {
    const headers = new Headers(init?.headers);
    headers.set("authorization", `Bearer ${session.token}`);
    return { ...init, headers };
  };

  return {
    member: session.member,
    token: () => session.token,
    fetch: async (input, init) => {
      const response = await fetch(input, withToken(init));
      if (response.status !== 401) return response;
      renewing ??= renew();
      await renewing;
      return fetch(input, withToken(init));
    },
  };
}

interface OpenSession {
  readonly token: string;
  readonly member: TeamMember;
}

const openSession = async (member: RecordId): Promise<OpenSession> =>
  readJson(
    await send("/api/session", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ member }),
    }),
  );

async function send(path: string, init?: RequestInit): Promise<Response> {
  try {
    return await fetch(path, { ...init, cache: "no-store" });
  } catch (error) {
    throw new CrmError("unavailable", "The gateway cannot be reached.", { cause: error });
  }
}

/** The answer's JSON. @throws CrmError the gateway's own, or `unavailable` where something else has answered */
export async function readJson<T>(response: Response): Promise<T> {
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok && body !== undefined) return body as T;
  const error = (body as { readonly error?: CrmErrorMessage } | undefined)?.error;
  throw error
    ? fromCrmErrorMessage(error)
    : new CrmError("unavailable", `The answer (${response.status}) is not the gateway's.`);
}
