import type { Database } from "@sweetspot/crm-sql";
import { sql } from "kysely";
import { hashOf, newSecret } from "../sessions/sessions.ts";
import type { Sealed, TokenCipher } from "./token-cipher.ts";

/** An installation on its way through HubSpot. */
export interface InstallStates {
  /** @param verifier of PKCE @returns `browser`: a secret for a cookie, so that nobody else's browser can finish */
  begin(state: string, verifier: string): Promise<{ readonly browser: string }>;
  /** The verifier; once, within ten minutes, for the browser that began. */
  redeem(state: string, browser: string): Promise<string | undefined>;
  /** Forgets what nobody came back for. */
  sweep(): Promise<void>;
}

export interface InstallStatesOptions {
  readonly database: Database;
  readonly cipher: TokenCipher;
  readonly now?: () => number;
}

export const INSTALL_SECONDS = 600;

export function createInstallStates({
  database,
  cipher,
  now = Date.now,
}: InstallStatesOptions): InstallStates {
  const placeOf = (state: string): string => `hubspot-install ${hashOf(state)}`;
  return {
    async begin(state, verifier) {
      const browser = newSecret();
      const { keyId, sealed } = cipher.seal(verifier, placeOf(state));
      await database.query(
        sql`insert into hubspot_install (state_hash, browser_hash, key_id, sealed, expires_at)
          values (${hashOf(state)}, ${hashOf(browser)}, ${keyId}, ${sealed},
            ${new Date(now() + INSTALL_SECONDS * 1000)})`,
      );
      return { browser };
    },
    async redeem(state, browser) {
      // Deleted whoever brings it: a state that has leaked is worth nothing any more.
      const [row] = await database.query(
        sql<Sealed & { readonly browserHash: string; readonly expiresAt: Date }>`delete from hubspot_install
          where state_hash = ${hashOf(state)}
          returning browser_hash as "browserHash", key_id as "keyId", sealed, expires_at as "expiresAt"`,
      );
      if (!row || row.expiresAt.getTime() <= now() || row.browserHash !== hashOf(browser)) return undefined;
      return cipher.open(row, placeOf(state));
    },
    async sweep() {
      await database.query(sql`delete from hubspot_install where expires_at <= ${new Date(now())}`);
    },
  };
}
