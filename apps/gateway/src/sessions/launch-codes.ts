import { CrmError, type RecordId } from "@sweetspot/contract";
import { dropOldest, hashOf, newSecret } from "./sessions.ts";

const LIFE_SECONDS = 60;
const MOST_CODES = 1000;

/** What a launch code opens: one widget, on one account, as one team member. */
export interface Launch {
  readonly member: RecordId;
  readonly account: RecordId;
  readonly widget: string;
}

/** Codes by which a page hands a signed-in user to a frame without ever showing it a token. */
export interface LaunchCodes {
  issue(launch: Launch): string;
  /** Works once, within a minute. @throws CrmError `unauthenticated` for any other code */
  redeem(code: string): Launch;
}

export function createLaunchCodes(now: () => number = Date.now): LaunchCodes {
  const codes = new Map<string, { readonly launch: Launch; readonly expires: number }>();
  return {
    issue(launch) {
      const code = newSecret();
      if (codes.size >= MOST_CODES) dropOldest(codes);
      codes.set(hashOf(code), { launch, expires: now() + LIFE_SECONDS * 1000 });
      return code;
    },
    redeem(code) {
      const found = codes.get(hashOf(code));
      codes.delete(hashOf(code));
      if (!found || found.expires <= now())
        throw new CrmError("unauthenticated", "This launch code was used already or is older than a minute.");
      return found.launch;
    },
  };
}
