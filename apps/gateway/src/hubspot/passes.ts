import { createHmac } from "node:crypto";
import { CrmError, type RecordId } from "@sweetspot/contract";
import type { Database } from "@sweetspot/crm-sql";
import { type RawBuilder, sql } from "kysely";
import { bearerOf, hashOf, newSecret } from "../sessions/sessions.ts";
import type { PortalUser } from "./grant-store.ts";

/** What a launch opens: one widget on one record page, as one user of one portal. */
export interface HubspotLaunch extends PortalUser {
  readonly objectType: "company" | "deal";
  readonly objectId: RecordId;
  /** The company itself, or the deal's. */
  readonly account: RecordId;
  readonly widget: string;
}

/** What a session reaches: one account's plan and data, as this user may see them. */
export type HubspotSession = Pick<HubspotLaunch, "portal" | "user" | "account" | "widget">;

/**
 * Launch codes and the sessions they buy, in the database, so that any instance answers. Only hashes are kept. They go with
 * the consent of their user.
 */
export interface Passes {
  /**
   * A code that works once, within a minute. A request that HubSpot's proxy repeats gets the same code again, and a
   * request that somebody else has recorded buys nothing that was not bought before.
   *
   * @param signature of the request
   */
  issue(
    launch: HubspotLaunch,
    signature: string,
  ): Promise<{ readonly code: string; readonly expiresInSeconds: number }>;
  /** What the code would open, and when it was given. @throws CrmError `unauthenticated` for one that is used, expired or none */
  look(code: string): Promise<HubspotLaunch & { readonly issuedAt: Date }>;
  /** Uses the code up and opens a session. @throws CrmError `unauthenticated` */
  redeem(code: string): Promise<string>;
  /** @throws CrmError `unauthenticated` where there is no session, or it has ended */
  sessionOf(request: Request): Promise<HubspotSession>;
  close(request: Request): Promise<void>;
  sweep(): Promise<void>;
}

export interface PassesOptions {
  readonly database: Database;
  /** Codes are made of it; never shown. */
  readonly secret: string;
  readonly now?: () => number;
}

/** Tells tokens and codes of HubSpot users from those of the gateway's own members. */
const MARK = "hs_";
const CODE_SECONDS = 60;
/** As long as the signature of the request is accepted: until then a used code has to be remembered. */
const REMEMBERED_SECONDS = 6 * 60;
const IDLE_MINUTES = 30;
const LONGEST_HOURS = 8;

export const isHubspotCode = (code: string): boolean => code.startsWith(MARK);
export const isHubspotRequest = (request: Request): boolean => bearerOf(request)?.startsWith(MARK) ?? false;

const LAUNCH = sql`portal, user_id as "user", object_type as "objectType", object_id as "objectId", account, widget`;

export function createPasses({ database, secret, now = Date.now }: PassesOptions): Passes {
  const at = (seconds = 0): Date => new Date(now() + seconds * 1000);
  const refused = (): CrmError =>
    new CrmError("unauthenticated", "This launch code was used already or is older than a minute.");
  const ended = (): CrmError =>
    new CrmError("unauthenticated", "Open the widget again: the session is missing or has ended.");
  const hashOfToken = (request: Request): string => hashOf(bearerOf(request) ?? "");
  const first = async <R>(statement: RawBuilder<R>): Promise<R | undefined> =>
    (await database.query(statement))[0];

  return {
    async issue({ portal, user, objectType, objectId, account, widget }, signature) {
      const code = MARK + createHmac("sha256", secret).update(`launch ${signature}`).digest("base64url");
      await database.query(
        sql`insert into hubspot_launch
            (code_hash, portal, user_id, object_type, object_id, account, widget, expires_at, forget_at)
          values (${hashOf(code)}, ${portal}, ${user}, ${objectType}, ${objectId}, ${account}, ${widget},
            ${at(CODE_SECONDS)}, ${at(REMEMBERED_SECONDS)})
          on conflict (code_hash) do nothing`,
      );
      return { code, expiresInSeconds: CODE_SECONDS };
    },
    async look(code) {
      const launch = await first(
        sql<HubspotLaunch & { readonly issuedAt: Date }>`select ${LAUNCH},
            expires_at - make_interval(secs => ${CODE_SECONDS}) as "issuedAt" from hubspot_launch
          where code_hash = ${hashOf(code)} and used_at is null and expires_at > ${at()}`,
      );
      if (!launch) throw refused();
      return launch;
    },
    async redeem(code) {
      const token = MARK + newSecret();
      const opened = await database.query(
        sql`with used as (
            update hubspot_launch set used_at = ${at()}
            where code_hash = ${hashOf(code)} and used_at is null and expires_at > ${at()}
            returning portal, user_id, account, widget)
          insert into hubspot_session (token_hash, portal, user_id, account, widget, expires_at, ends_at)
          select ${hashOf(token)}, portal, user_id, account, widget, ${at(IDLE_MINUTES * 60)}::timestamptz,
            ${at(LONGEST_HOURS * 3600)}::timestamptz from used returning portal`,
      );
      if (opened.length === 0) throw refused();
      return token;
    },
    async sessionOf(request) {
      if (!isHubspotRequest(request)) throw ended();
      const row = await first(
        sql<HubspotSession & { readonly expiresAt: Date }>`select portal, user_id as "user", account, widget,
            expires_at as "expiresAt"
          from hubspot_session where token_hash = ${hashOfToken(request)} and least(expires_at, ends_at) > ${at()}`,
      );
      if (!row) throw ended();
      const { expiresAt, ...session } = row;
      // Once in a while is enough: most requests only read.
      if (expiresAt.getTime() - now() < (IDLE_MINUTES * 60_000) / 2)
        await database.query(
          sql`update hubspot_session set expires_at = ${at(IDLE_MINUTES * 60)}
            where token_hash = ${hashOfToken(request)}`,
        );
      return session;
    },
    async close(request) {
      await database.query(sql`delete from hubspot_session where token_hash = ${hashOfToken(request)}`);
    },
    async sweep() {
      await database.query(sql`delete from hubspot_launch where forget_at <= ${at()}`);
      await database.query(sql`delete from hubspot_session where least(expires_at, ends_at) <= ${at()}`);
    },
  };
}
