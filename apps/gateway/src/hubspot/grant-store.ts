import { randomUUID } from "node:crypto";
import type { Database } from "@sweetspot/crm-sql";
import { sql } from "kysely";
import type { Sealed, TokenCipher } from "./token-cipher.ts";

/** Under which a portal's rows stand. */
export const tenantOf = (portal: string): string => `hubspot:${portal}`;

/** Who lets his rights be used in the background; here, because it goes with his grant. */
export const BACKGROUND_SETTING = "background-user";

/** A user of a portal; both numbers of HubSpot's, as text. */
export interface PortalUser {
  readonly portal: string;
  readonly user: string;
}

export interface Tokens {
  readonly access: string;
  readonly refresh: string;
}

/** What a user has agreed to. */
export interface Grant extends PortalUser {
  readonly tokens: Tokens;
  readonly expiresAt: Date;
  readonly scopes: readonly string[];
  /** Do the tokens obey this user's permissions? Undefined where HubSpot did not say. */
  readonly userLevel: boolean | undefined;
}

export interface PortalState {
  readonly state: "installed" | "uninstalled";
  readonly installedAt: Date;
  readonly uninstalledAt: Date | null;
  /** Users who have agreed and not taken it back. */
  readonly users: number;
}

/** A consent without its secrets. */
export interface ConnectedUser {
  readonly user: string;
  readonly grantedAt: Date;
  readonly scopes: readonly string[];
}

/** Portals and the tokens of their users, sealed. */
export interface GrantStore {
  /** Stores a consent, the first of a portal or one of many; a portal that was uninstalled is installed again. */
  save(grant: Grant): Promise<void>;
  /** Undefined where the user never agreed, took it back, or the app was removed. */
  find(who: PortalUser): Promise<Grant | undefined>;
  /**
   * Takes the right to renew this user's tokens, for so many milliseconds; undefined while another instance has it. A
   * row says so and no transaction stays open: HubSpot's answer may take seconds, and connections are few.
   */
  lease(who: PortalUser, milliseconds: number): Promise<string | undefined>;
  /** Stores renewed tokens and ends the lease. @returns false where the lease was lost meanwhile */
  renew(who: PortalUser, lease: string, tokens: Tokens, expiresAt: Date): Promise<boolean>;
  release(who: PortalUser, lease: string): Promise<void>;
  /** Forgets one user's tokens, launches and sessions; with the last user's the app counts as removed. */
  remove(who: PortalUser): Promise<void>;
  portal(portal: string): Promise<PortalState | undefined>;
  /** Who has agreed to what, the latest first. */
  connected(portal: string, limit: number): Promise<readonly ConnectedUser[]>;
  /** Users of a portal who have agreed. */
  users(portal: string): Promise<readonly PortalUser[]>;
  /** Users whose access token ended before this instant and whom nobody has asked for since, the longest away first. */
  idle(before: Date, limit: number): Promise<readonly PortalUser[]>;
  /** Of everybody in the portal, to take them back. */
  refreshTokens(portal: string): Promise<readonly string[]>;
  /** The app was removed: every token, launch and session of the portal goes, its plans stay. */
  uninstall(portal: string): Promise<void>;
  /** Seals again what an older key has sealed. @returns how many */
  rotate(): Promise<number>;
}

export interface GrantStoreOptions {
  readonly database: Database;
  readonly cipher: TokenCipher;
  readonly now?: () => Date;
}

interface GrantRow extends Sealed {
  readonly expiresAt: Date;
  readonly scopes: readonly string[];
  readonly userLevel: boolean | null;
}

const placeOf = ({ portal, user }: PortalUser): string => `hubspot-grant ${portal} ${user}`;

export function createGrantStore({
  database,
  cipher,
  now = () => new Date(),
}: GrantStoreOptions): GrantStore {
  const sealOf = (who: PortalUser, tokens: Tokens): Sealed =>
    cipher.seal(JSON.stringify(tokens), placeOf(who));
  const tokensOf = (who: PortalUser, sealed: Sealed): Tokens =>
    JSON.parse(cipher.open(sealed, placeOf(who))) as Tokens;

  return {
    async save({ tokens, expiresAt, scopes, userLevel, ...who }) {
      const { portal, user } = who;
      const { keyId, sealed } = sealOf(who, tokens);
      const at = now();
      await database.transaction(async (queries) => {
        await queries.query(
          sql`insert into hubspot_portal (portal, state, installed_at) values (${portal}, 'installed', ${at})
            on conflict (portal) do update set state = 'installed', uninstalled_at = null,
              installed_at = case hubspot_portal.state when 'installed' then hubspot_portal.installed_at
                else excluded.installed_at end`,
        );
        await queries.query(
          sql`insert into hubspot_grant
              (portal, user_id, key_id, sealed, scopes, user_level, granted_at, expires_at)
            values (${portal}, ${user}, ${keyId}, ${sealed}, ${JSON.stringify(scopes)}::jsonb,
              ${userLevel ?? null}, ${at}, ${expiresAt})
            on conflict (portal, user_id) do update set key_id = excluded.key_id, sealed = excluded.sealed,
              scopes = excluded.scopes, user_level = excluded.user_level, granted_at = excluded.granted_at,
              expires_at = excluded.expires_at, lease = null, lease_until = null`,
        );
      });
    },
    async find(who) {
      const [row] = await database.query(
        sql<GrantRow>`select g.key_id as "keyId", g.sealed, g.expires_at as "expiresAt", g.scopes,
            g.user_level as "userLevel"
          from hubspot_grant g join hubspot_portal p on p.portal = g.portal and p.state = 'installed'
          where g.portal = ${who.portal} and g.user_id = ${who.user}`,
      );
      return (
        row && {
          ...who,
          tokens: tokensOf(who, row),
          expiresAt: row.expiresAt,
          scopes: row.scopes,
          userLevel: row.userLevel ?? undefined,
        }
      );
    },
    async lease({ portal, user }, milliseconds) {
      const lease = randomUUID();
      const at = now();
      const rows = await database.query(
        sql`update hubspot_grant set lease = ${lease}, lease_until = ${new Date(at.getTime() + milliseconds)}
          where portal = ${portal} and user_id = ${user} and (lease_until is null or lease_until <= ${at})
          returning portal`,
      );
      return rows.length === 0 ? undefined : lease;
    },
    async renew(who, lease, tokens, expiresAt) {
      const { keyId, sealed } = sealOf(who, tokens);
      const rows = await database.query(
        sql`update hubspot_grant set key_id = ${keyId}, sealed = ${sealed}, expires_at = ${expiresAt},
            lease = null, lease_until = null
          where portal = ${who.portal} and user_id = ${who.user} and lease = ${lease} returning portal`,
      );
      return rows.length > 0;
    },
    async release({ portal, user }, lease) {
      await database.query(
        sql`update hubspot_grant set lease = null, lease_until = null
          where portal = ${portal} and user_id = ${user} and lease = ${lease}`,
      );
    },
    async remove({ portal, user }) {
      await database.transaction(async (queries) => {
        await queries.query(sql`select portal from hubspot_portal where portal = ${portal} for update`);
        await queries.query(sql`delete from hubspot_grant where portal = ${portal} and user_id = ${user}`);
        // What he had lent of his rights goes with them: to connect anew does not lend them again.
        await queries.query(
          sql`delete from setting where tenant = ${tenantOf(portal)} and name = ${BACKGROUND_SETTING}
            and value ->> 'user' = ${user}`,
        );
        await queries.query(
          sql`update hubspot_portal set state = 'uninstalled', uninstalled_at = ${now()}
            where portal = ${portal} and state = 'installed'
              and not exists (select 1 from hubspot_grant where portal = ${portal})`,
        );
      });
    },
    async portal(portal) {
      const [row] = await database.query(
        sql<PortalState>`select state, installed_at as "installedAt", uninstalled_at as "uninstalledAt",
            (select count(*)::int from hubspot_grant g where g.portal = p.portal) as users
          from hubspot_portal p where portal = ${portal}`,
      );
      return row;
    },
    connected: (portal, limit) =>
      database.query(
        sql<ConnectedUser>`select user_id as "user", granted_at as "grantedAt", scopes from hubspot_grant
          where portal = ${portal} order by granted_at desc, user_id limit ${limit}`,
      ),
    users: (portal) =>
      database.query(
        sql<PortalUser>`select portal, user_id as "user" from hubspot_grant where portal = ${portal}`,
      ),
    idle: (before, limit) =>
      database.query(
        sql<PortalUser>`select portal, user_id as "user" from hubspot_grant where expires_at < ${before}
          order by expires_at limit ${limit}`,
      ),
    async refreshTokens(portal) {
      const rows = await database.query(
        sql<Sealed & PortalUser>`select portal, user_id as "user", key_id as "keyId", sealed
          from hubspot_grant where portal = ${portal}`,
      );
      return rows.map(({ user, ...sealed }) => tokensOf({ portal, user }, sealed).refresh);
    },
    async uninstall(portal) {
      await database.transaction(async (queries) => {
        await queries.query(
          sql`update hubspot_portal set state = 'uninstalled', uninstalled_at = ${now()}
            where portal = ${portal} and state = 'installed'`,
        );
        await queries.query(sql`delete from hubspot_grant where portal = ${portal}`);
        await queries.query(
          sql`delete from setting where tenant = ${tenantOf(portal)} and name = ${BACKGROUND_SETTING}`,
        );
      });
    },
    async rotate() {
      const rows = await database.query(
        sql<Sealed & PortalUser>`select portal, user_id as "user", key_id as "keyId", sealed
          from hubspot_grant where key_id <> ${cipher.keyId}`,
      );
      for (const { portal, user, ...old } of rows) {
        const { keyId, sealed } = sealOf({ portal, user }, tokensOf({ portal, user }, old));
        // Unless another instance has renewed it meanwhile, which seals with the new key too.
        await database.query(
          sql`update hubspot_grant set key_id = ${keyId}, sealed = ${sealed}
            where portal = ${portal} and user_id = ${user} and sealed = ${old.sealed}`,
        );
      }
      return rows.length;
    },
  };
}
