import { createHash, timingSafeEqual } from "node:crypto";
import { CrmError } from "@sweetspot/contract";
import type { SqlCrm } from "@sweetspot/crm-sql";
import { bearerOf, type Sessions } from "./sessions.ts";

/** Lets through what changes the company's data: an admin's session, or a tool that shows the lock file's secret. */
export type AdminAccess = (request: Request) => Promise<void>;

export interface AdminAccessParts {
  readonly crm: SqlCrm;
  readonly sessions: Sessions;
  /** Of the lock file, which only this user of the machine can read; undefined where there is no lock. */
  readonly secret: string | undefined;
}

/** @returns a check that throws CrmError `unauthenticated` for strangers and `forbidden` for reps */
export function createAdminAccess({ crm, sessions, secret }: AdminAccessParts): AdminAccess {
  return async (request) => {
    const shown = bearerOf(request);
    if (secret !== undefined && shown !== undefined && isSame(shown, secret)) return;
    const { reader } = await crm.as(sessions.memberOf(request));
    const { role } = await reader.whoAmI();
    if (role !== "admin") throw new CrmError("forbidden", "Only admins may do this.");
  };
}

/** In a time that tells nothing about where the two differ. */
export const isSame = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other));
const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
