import { CrmError } from "@sweetspot/contract";
import { type Context, Hono } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { hashOf, newSecret } from "../sessions/sessions.ts";
import type { AccessTokens } from "./access-tokens.ts";
import type { Grant, GrantStore } from "./grant-store.ts";
import type { HubspotConfig } from "./hubspot-config.model.ts";
import type { HubspotOauth } from "./hubspot-oauth.ts";
import { type InstallOutcome, toInstallPage } from "./install-pages.ts";
import { INSTALL_SECONDS, type InstallStates } from "./install-states.ts";

export interface InstallRouteParts {
  readonly config: Pick<HubspotConfig, "redirectUrl">;
  readonly oauth: HubspotOauth;
  readonly states: InstallStates;
  readonly grants: GrantStore;
  readonly tokens: AccessTokens;
  /** Somebody has connected; what follows may take its time. */
  readonly onConnected: (grant: Pick<Grant, "portal" | "user" | "userLevel">) => void;
  readonly onFailure: (error: CrmError) => void;
}

/** From the admin's click to the tokens: the first user of a portal installs the app, each further one connects himself. */
export function createInstallRoutes(parts: InstallRouteParts): Hono {
  const { config, oauth, states, grants, tokens, onConnected, onFailure } = parts;
  const app = new Hono();
  const page = (context: Context, outcome: InstallOutcome, status: 200 | 400 | 503): Response =>
    context.html(toInstallPage(outcome, context.req.header("accept-language") ?? "", INSTALL_PATH), status);

  app.get("/install", async (context) => {
    const state = newSecret();
    const { verifier, location } = await oauth.begin(state);
    const { browser } = await states.begin(state, verifier);
    setCookie(context, cookieOf(state), browser, {
      path: config.redirectUrl.pathname,
      httpOnly: true,
      // Sent along when HubSpot sends the browser back, and never with a request of another page.
      sameSite: "Lax",
      secure: config.redirectUrl.protocol === "https:",
      maxAge: INSTALL_SECONDS,
    });
    return context.redirect(location, 302);
  });

  app.get("/oauth/callback", async (context) => {
    const state = context.req.query("state") ?? "";
    const verifier = await states.redeem(state, getCookie(context, cookieOf(state)) ?? "");
    if (verifier === undefined) return page(context, "refused", 400);
    try {
      const callback = new URL(`?${new URL(context.req.url).searchParams.toString()}`, config.redirectUrl);
      const grant = await oauth.finish(callback, state, verifier);
      await grants.save(grant);
      tokens.forget(grant.portal);
      onConnected(grant);
      return page(context, "connected", 200);
    } catch (error) {
      if (!CrmError.is(error)) throw error;
      onFailure(error);
      return error.code === "forbidden" ? page(context, "refused", 400) : page(context, "unavailable", 503);
    }
  });
  return app;
}

export const INSTALL_PATH = "/hubspot/v1/install";

/** Two windows of one browser may connect at the same time. */
const cookieOf = (state: string): string => `sweetspot-install-${hashOf(state).slice(0, 12)}`;
