import { CrmError } from "@sweetspot/contract";
import * as oauth from "oauth4webapi";
import { z } from "zod";
import type { Grant, Tokens } from "./grant-store.ts";
import type { HubspotConfig } from "./hubspot-config.model.ts";

/** The version of HubSpot's OAuth paths; apart from the one of its CRM API. */
const OAUTH_VERSION = "2026-03";

export const REQUIRED_SCOPES = [
  "oauth",
  "crm.objects.companies.read",
  "crm.objects.companies.write",
  "crm.objects.contacts.read",
  "crm.objects.deals.read",
  "crm.objects.owners.read",
  "crm.schemas.companies.write",
];
/** What is there without them is less, and the settings page says what. */
export const OPTIONAL_SCOPES = [
  "crm.objects.contacts.write",
  "crm.objects.custom.read",
  "crm.objects.custom.write",
  "crm.objects.deals.write",
  "crm.objects.line_items.read",
  "crm.objects.products.read",
  "crm.schemas.companies.read",
  "crm.schemas.contacts.read",
  "crm.schemas.custom.read",
  "crm.schemas.custom.write",
  "crm.schemas.deals.read",
  "settings.users.read",
];

const whose = z.object({
  active: z.literal(true),
  hub_id: z.union([z.number(), z.string()]).transform(String),
  user_id: z.union([z.number(), z.string()]).transform(String),
  scopes: z.array(z.string()).optional(),
  scope: z.string().optional(),
  is_user_level: z.boolean().optional(),
});

export interface RenewedTokens {
  readonly tokens: Tokens;
  readonly expiresAt: Date;
}

/** HubSpot as an authorization server (OAuth 2.1: form bodies, PKCE, the secret in the body). */
export interface HubspotOauth {
  /** A verifier for PKCE, and where to send the browser. */
  begin(state: string): Promise<{ readonly verifier: string; readonly location: string }>;
  /**
   * Trades the code of the callback for tokens, and asks HubSpot whose they are: nothing else says so.
   *
   * @throws CrmError `forbidden` where HubSpot refuses, `unavailable` where it cannot be asked
   */
  finish(callback: URL, state: string, verifier: string): Promise<Grant>;
  /** @returns undefined where the user, or an admin, has taken the consent back */
  renew(refresh: string): Promise<RenewedTokens | undefined>;
  revoke(refresh: string): Promise<void>;
}

export function createHubspotOauth(config: HubspotConfig, now: () => number = Date.now): HubspotOauth {
  const base = `${config.apiUrl}/oauth/${OAUTH_VERSION}/token`;
  const server: oauth.AuthorizationServer = {
    issuer: config.apiUrl,
    authorization_endpoint: config.consentUrl,
    token_endpoint: base,
    introspection_endpoint: `${base}/introspect`,
    revocation_endpoint: `${base}/revoke`,
  };
  const client: oauth.Client = { client_id: config.clientId };
  const secret = oauth.ClientSecretPost(config.clientSecret);
  const options = () => ({
    [oauth.allowInsecureRequests]: config.apiUrl.startsWith("http://"),
    signal: AbortSignal.timeout(10_000),
  });

  const toTokens = (
    answer: oauth.TokenEndpointResponse,
    asked: number,
    earlier: string | undefined,
  ): RenewedTokens => {
    const refresh = answer.refresh_token ?? earlier;
    if (refresh === undefined || answer.expires_in === undefined)
      throw new CrmError(
        "unavailable",
        "HubSpot gave no refresh token, or did not say how long a token lasts.",
      );
    return {
      tokens: { access: answer.access_token, refresh },
      expiresAt: new Date(asked + answer.expires_in * 1000),
    };
  };

  return {
    async begin(state) {
      const verifier = oauth.generateRandomCodeVerifier();
      const location = new URL(config.consentUrl);
      for (const [name, value] of Object.entries({
        client_id: config.clientId,
        redirect_uri: config.redirectUrl.href,
        scope: REQUIRED_SCOPES.join(" "),
        optional_scope: OPTIONAL_SCOPES.join(" "),
        state,
        code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
      }))
        location.searchParams.set(name, value);
      return { verifier, location: location.href };
    },
    async finish(callback, state, verifier) {
      try {
        const parameters = oauth.validateAuthResponse(server, client, callback, state);
        const asked = now();
        const answer = await oauth.authorizationCodeGrantRequest(
          server,
          client,
          secret,
          parameters,
          config.redirectUrl.href,
          verifier,
          options(),
        );
        const granted = await oauth.processAuthorizationCodeResponse(server, client, answer);
        const asking = await oauth.introspectionRequest(
          server,
          client,
          secret,
          granted.access_token,
          options(),
        );
        const said = whose.parse(await oauth.processIntrospectionResponse(server, client, asking));
        return {
          portal: said.hub_id,
          user: said.user_id,
          ...toTokens(granted, asked, undefined),
          scopes: said.scopes ?? said.scope?.split(" ") ?? [],
          userLevel: said.is_user_level,
        };
      } catch (error) {
        throw toCrmError(error);
      }
    },
    async renew(refresh) {
      try {
        const asked = now();
        const answer = await oauth.refreshTokenGrantRequest(server, client, secret, refresh, options());
        return toTokens(await oauth.processRefreshTokenResponse(server, client, answer), asked, refresh);
      } catch (error) {
        if (error instanceof oauth.ResponseBodyError && error.error === "invalid_grant") return undefined;
        throw toCrmError(error);
      }
    },
    async revoke(refresh) {
      const answer = await oauth
        .revocationRequest(server, client, secret, refresh, options())
        .catch((error: unknown) => Promise.reject(toCrmError(error)));
      // A token that is not good any more is what was wanted.
      if (answer.status >= 500) throw new CrmError("unavailable", `HubSpot answered ${answer.status}.`);
    },
  };
}

/** The library's own words stay in `cause`: they may hold what HubSpot said. */
function toCrmError(error: unknown): CrmError {
  if (CrmError.is(error)) return error;
  if (error instanceof oauth.ResponseBodyError || error instanceof oauth.AuthorizationResponseError)
    return new CrmError("forbidden", `HubSpot refused: ${error.error}.`, { cause: error });
  return new CrmError("unavailable", "HubSpot cannot be asked for tokens now.", { cause: error });
}
