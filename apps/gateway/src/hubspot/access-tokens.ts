import { CrmError } from "@sweetspot/contract";
import type { GrantStore, PortalUser } from "./grant-store.ts";
import type { HubspotOauth } from "./hubspot-oauth.ts";

/** Access tokens of users, good for the next minutes. */
export interface AccessTokens {
  /** @returns undefined where the user never agreed, or the consent was taken back */
  of(who: PortalUser): Promise<string | undefined>;
  /** Renews the token whether it is still good or not: HubSpot says whether the consent holds. */
  check(who: PortalUser): Promise<void>;
  /** Something has ended a user's, or a portal's, consent. */
  forget(portal: string): void;
  /** Lets go of tokens of users who are not there any more. */
  sweep(): void;
  /** Tokens held. */
  readonly size: number;
}

export interface AccessTokensOptions {
  readonly grants: GrantStore;
  readonly oauth: Pick<HubspotOauth, "renew">;
  readonly now?: () => number;
  readonly sleep?: (milliseconds: number) => Promise<void>;
}

/** A token that lasts shorter is renewed first: a call may wait a dozen seconds for its turn. */
const RESERVE_MS = 120_000;
/** How long a token is used without looking whether it was taken back; another instance may have heard of it. */
const TRUSTED_MS = 15_000;
/** Longer than HubSpot may take to answer; after it whoever held the lease is thought dead. */
const LEASE_MS = 15_000;
const LOOK_MS = 100;
/** As long as two instances may take one after the other. */
const MOST_LOOKS = (2 * LEASE_MS) / LOOK_MS;

interface Known {
  readonly token: string;
  readonly until: number;
}

/**
 * Renews by `expires_in`, never by a 401. Whoever asks at the same time gets the same answer: one request in this process,
 * and by a lease in the user's row one among all instances.
 */
export function createAccessTokens(options: AccessTokensOptions): AccessTokens {
  const { grants, oauth, now = Date.now } = options;
  const { sleep = (milliseconds) => new Promise((resolve) => void setTimeout(resolve, milliseconds)) } =
    options;
  const known = new Map<string, Known>();
  const asking = new Map<string, Promise<string | undefined>>();

  async function fetchToken(who: PortalUser): Promise<Known | undefined> {
    for (let look = 0; look < MOST_LOOKS; look += 1) {
      const grant = await grants.find(who);
      if (!grant) return undefined;
      const rest = grant.expiresAt.getTime() - now();
      if (rest > RESERVE_MS) return { token: grant.tokens.access, until: now() + TRUSTED_MS };
      const lease = await grants.lease(who, LEASE_MS);
      if (lease === undefined) {
        // Another instance renews it. A token that is still good need not wait for that.
        if (rest > LEASE_MS) return { token: grant.tokens.access, until: now() };
        await sleep(LOOK_MS);
        continue;
      }
      const renewed = await renewUnder(who, lease).catch((error: unknown) => {
        // HubSpot is away for a moment; what is good for some seconds more is used as long.
        if (rest > LEASE_MS && CrmError.is(error, "unavailable"))
          return { token: grant.tokens.access, until: now() };
        throw error;
      });
      if (renewed !== "lost") return renewed;
    }
    throw new CrmError("unavailable", "The tokens of this user are being renewed without an end.", {
      retryAfterMs: LEASE_MS,
    });
  }

  async function renewUnder(
    who: PortalUser,
    lease: string,
    evenIfGood = false,
  ): Promise<Known | undefined | "lost"> {
    try {
      // Read again: what was there before the lease may have been renewed and rotated meanwhile.
      const grant = await grants.find(who);
      if (!grant) return undefined;
      if (!evenIfGood && grant.expiresAt.getTime() - now() > RESERVE_MS) return "lost";
      const renewed = await oauth.renew(grant.tokens.refresh);
      if (!renewed) {
        await grants.remove(who);
        return undefined;
      }
      const { tokens, expiresAt } = renewed;
      if (!(await grants.renew(who, lease, tokens, expiresAt))) return "lost";
      return { token: tokens.access, until: Math.min(now() + TRUSTED_MS, expiresAt.getTime()) };
    } finally {
      await grants.release(who, lease);
    }
  }

  return {
    async of(who) {
      const key = `${who.portal}/${who.user}`;
      const found = known.get(key);
      if (found && found.until > now()) return found.token;
      known.delete(key);
      let answer = asking.get(key);
      if (!answer) {
        answer = fetchToken(who).then((fresh) => {
          if (fresh && asking.get(key) === answer) known.set(key, fresh);
          return fresh?.token;
        });
        const mine = answer;
        asking.set(key, mine);
        const settle = (): void => void (asking.get(key) === mine && asking.delete(key));
        mine.then(settle, settle);
      }
      return answer;
    },
    async check(who) {
      const lease = await grants.lease(who, LEASE_MS);
      if (lease !== undefined) await renewUnder(who, lease, true);
    },
    forget(portal) {
      for (const entries of [known, asking])
        for (const key of entries.keys()) if (key.startsWith(`${portal}/`)) entries.delete(key);
    },
    sweep() {
      for (const [key, { until }] of known) if (until <= now()) known.delete(key);
    },
    get size() {
      return known.size;
    },
  };
}
