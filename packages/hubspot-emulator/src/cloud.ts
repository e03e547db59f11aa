import type { RecordId } from "@sweetspot/contract";
import type { HubspotEmulator } from "./emulator.ts";
import { tokenExpired } from "./failures.ts";

/** The app as its developer registered it. */
export interface HubspotApp {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUris: readonly string[];
}

export interface HubspotCloudOptions {
  readonly app: HubspotApp;
  readonly portals: readonly HubspotEmulator[];
  /** Default 1800 [2nd]. */
  readonly accessTokenSeconds?: number;
  /** A refresh gives a new refresh token, and the old one is over; default false. */
  readonly rotatesRefreshTokens?: boolean;
  /** In milliseconds; default the machine's. */
  readonly now?: () => number;
}

export interface Consent {
  readonly portalId: number;
  readonly user: RecordId;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  /** Of PKCE, method S256. */
  readonly codeChallenge?: string;
}

/** Many portals at one address: who is meant, the token of a request says; tokens are had by OAuth. */
export interface HubspotCloud {
  handle(request: Request): Promise<Response>;
  /** What the browser brings back when a user has agreed: a code that is good once, for a minute. */
  authorize(consent: Consent): string;
  /** An admin removes the app: nothing granted in this portal is good any more. */
  uninstall(portalId: number): void;
}

interface Grant extends Omit<Consent, "codeChallenge"> {
  readonly userId: string;
}

interface Access {
  readonly grant: Grant;
  readonly refreshToken: string;
  readonly until: number;
}

const CODE_MS = 60_000;
const OAUTH = /^\/oauth\/(?:v[13]|\d{4}-\d\d)\/token(?:\/(introspect|revoke))?$/;

export function createHubspotCloud(options: HubspotCloudOptions): HubspotCloud {
  const { app, now = Date.now, accessTokenSeconds = 1800, rotatesRefreshTokens = false } = options;
  const portals = new Map(options.portals.map((portal) => [portal.portalId, portal]));
  const codes = new Map<string, { readonly consent: Consent; readonly until: number }>();
  const refreshes = new Map<string, Grant>();
  const accesses = new Map<string, Access>();
  let counter = 0;

  const portalOf = (id: number): HubspotEmulator => {
    const portal = portals.get(id);
    if (!portal) throw new Error(`There is no portal ${id} in this cloud.`);
    return portal;
  };
  const next = (kind: string): string => `${kind}-${(counter += 1)}-${now()}`;

  function give(grant: Grant, refreshToken: string): Response {
    refreshes.set(refreshToken, grant);
    const { token } = portalOf(grant.portalId).signIn(grant.user);
    accesses.set(token, { grant, refreshToken, until: now() + accessTokenSeconds * 1000 });
    return Response.json({
      token_type: "bearer",
      access_token: token,
      refresh_token: refreshToken,
      expires_in: accessTokenSeconds,
      hub_id: grant.portalId,
      user_id: Number(grant.userId),
      scopes: grant.scopes,
    });
  }

  async function exchange(form: URLSearchParams): Promise<Response> {
    const code = form.get("code") ?? "";
    const found = codes.get(code);
    codes.delete(code);
    if (!found || found.until <= now()) return refuse("BAD_AUTH_CODE", "missing or unknown auth code");
    const { codeChallenge, ...consent } = found.consent;
    if (form.get("redirect_uri") !== consent.redirectUri)
      return refuse("MISMATCH_REDIRECT_URI_AUTH_CODE", "redirect URI does not match");
    if (codeChallenge !== undefined && codeChallenge !== (await toChallenge(form.get("code_verifier") ?? "")))
      return refuse("BAD_CODE_VERIFIER", "code verifier does not match");
    const { userId } = portalOf(consent.portalId).signIn(consent.user);
    return give({ ...consent, userId }, next("refresh"));
  }

  function refresh(form: URLSearchParams): Response {
    const token = form.get("refresh_token") ?? "";
    const grant = refreshes.get(token);
    if (!grant) return refuse("BAD_REFRESH_TOKEN", "missing or unknown refresh token");
    if (!rotatesRefreshTokens) return give(grant, token);
    refreshes.delete(token);
    return give(grant, next("refresh"));
  }

  function introspect(form: URLSearchParams): Response {
    const token = form.get("token") ?? "";
    const access = accesses.get(token);
    const grant = access ? (access.until > now() ? access.grant : undefined) : refreshes.get(token);
    if (!grant) return Response.json({ active: false });
    return Response.json({
      active: true,
      token_type: "bearer",
      client_id: app.clientId,
      hub_id: grant.portalId,
      user_id: Number(grant.userId),
      scopes: grant.scopes,
      is_user_level: true,
      ...(access ? { expires_in: Math.floor((access.until - now()) / 1000) } : {}),
    });
  }

  function end(isOver: (access: Access, token: string) => boolean): void {
    for (const [token, access] of accesses)
      if (isOver(access, token)) {
        portals.get(access.grant.portalId)?.expireToken(token);
        accesses.delete(token);
      }
  }

  function revoke(form: URLSearchParams): Response {
    const token = form.get("token") ?? "";
    refreshes.delete(token);
    end((access, own) => own === token || access.refreshToken === token);
    return new Response(null, { status: 204 });
  }

  async function answerOauth(request: Request, action: string | undefined): Promise<Response> {
    const form = new URLSearchParams(await request.text());
    if (form.get("client_id") !== app.clientId || form.get("client_secret") !== app.clientSecret)
      return refuse("BAD_CLIENT_ID", "missing or unknown client id or secret");
    if (action === "introspect") return introspect(form);
    if (action === "revoke") return revoke(form);
    if (form.get("grant_type") === "authorization_code") return exchange(form);
    if (form.get("grant_type") === "refresh_token") return refresh(form);
    return refuse("BAD_GRANT_TYPE", "unknown grant type");
  }

  return {
    async handle(request) {
      const oauth = OAUTH.exec(new URL(request.url).pathname);
      if (oauth) return answerOauth(request, oauth[1]);
      end(({ until }) => until <= now());
      const token = /^Bearer (.+)$/.exec(request.headers.get("authorization") ?? "")?.[1] ?? "";
      const portal = portals.get(accesses.get(token)?.grant.portalId ?? Number.NaN);
      return portal ? portal.handle(request) : tokenExpired();
    },
    authorize(consent) {
      if (!app.redirectUris.includes(consent.redirectUri))
        throw new Error(`The app does not know the address ${consent.redirectUri}.`);
      const code = next("code");
      codes.set(code, { consent, until: now() + CODE_MS });
      return code;
    },
    uninstall(portalId) {
      for (const [token, grant] of refreshes) if (grant.portalId === portalId) refreshes.delete(token);
      end(({ grant }) => grant.portalId === portalId);
    },
  };
}

/** In the words of RFC 6749 beside HubSpot's own [D changelog of OAuth v3]; the names of its own are from older versions [?]. */
function refuse(status: string, message: string): Response {
  const error = REFUSALS[status] ?? "invalid_grant";
  return Response.json(
    { error, error_description: message, status, message, category: status },
    { status: 400 },
  );
}

const REFUSALS: Readonly<Record<string, string>> = {
  BAD_CLIENT_ID: "invalid_client",
  BAD_GRANT_TYPE: "unsupported_grant_type",
};

async function toChallenge(verifier: string): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier));
  return btoa(String.fromCharCode(...new Uint8Array(hash)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}
