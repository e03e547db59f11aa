import { timingSafeEqual } from "node:crypto";
import { CrmError } from "@sweetspot/contract";
import type { SqlCrm } from "@sweetspot/crm-sql";
import { bearerOf, hashOf, type Sessions } from "./sessions.ts";

export interface ImportAccessParts {
  readonly crm: SqlCrm;
  readonly sessions: Sessions;
  /** What the lock file tells command-line tools of the same user; undefined where there is no lock. */
  readonly secret: string | undefined;
}

/** Lets administrators in, and the command line with the lock file's secret. */
export const admitImporters =
  ({ crm, sessions, secret }: ImportAccessParts): ((request: Request) => Promise<void>) =>
  async (request) => {
    if (secret !== undefined && isSame(bearerOf(request), secret)) return;
    const { reader } = await crm.as(sessions.memberOf(request));
    const { role } = await reader.whoAmI();
    if (role !== "admin") throw new CrmError("forbidden", "Only administrators import data.");
  };

/** Compares hashes of equal length, in a time that tells nothing. */
const isSame = (shown: string | undefined, secret: string): boolean =>
  shown !== undefined && timingSafeEqual(Buffer.from(hashOf(shown)), Buffer.from(hashOf(secret)));
