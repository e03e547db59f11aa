import { createHash, randomBytes } from "node:crypto";
import { CrmError, type RecordId } from "@sweetspot/contract";

const SESSION_HOURS = 12;
const MOST_SESSIONS = 10_000;

/** Who is signed in, by bearer token. Lives in memory: a restart signs everybody out. */
export interface Sessions {
  /** A new token of 256 random bits; the gateway itself keeps only its hash. */
  open(member: RecordId): string;
  /** @throws CrmError `unauthenticated` without a token, or with one that is unknown or has expired */
  memberOf(request: Request): RecordId;
  close(request: Request): void;
}

export function createSessions(now: () => number = Date.now): Sessions {
  const sessions = new Map<string, { readonly member: RecordId; readonly expires: number }>();
  return {
    open(member) {
      const token = newSecret();
      if (sessions.size >= MOST_SESSIONS) dropOldest(sessions);
      sessions.set(hashOf(token), { member, expires: now() + SESSION_HOURS * 3_600_000 });
      return token;
    },
    memberOf(request) {
      const token = bearerOf(request);
      const session = token === undefined ? undefined : sessions.get(hashOf(token));
      if (session && session.expires > now()) return session.member;
      if (token !== undefined) sessions.delete(hashOf(token));
      throw new CrmError("unauthenticated", "Sign in first: the session is missing or has ended.");
    },
    close(request) {
      const token = bearerOf(request);
      if (token !== undefined) sessions.delete(hashOf(token));
    },
  };
}

/** 256 random bits as text for a URL or a header. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

export const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("base64url");

/** The token of an `Authorization: Bearer …` header. */
export function bearerOf(request: Request): string | undefined {
  return /^Bearer ([\w-]{20,200})$/.exec(request.headers.get("authorization") ?? "")?.[1];
}

/** Maps keep the order of insertion. */
export function dropOldest(entries: Map<string, unknown>): void {
  const oldest = entries.keys().next();
  if (!oldest.done) entries.delete(oldest.value);
}
