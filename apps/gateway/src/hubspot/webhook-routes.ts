import { CrmError } from "@sweetspot/contract";
import { Hono } from "hono";
import { z } from "zod";
import type { Log } from "../operation/log.ts";
import { readSigned } from "./signed-body.ts";
import type { SignedVariables } from "./signed-requests.ts";
import type { WebhookInbox } from "./webhook-inbox.ts";

export interface WebhookRouteParts {
  readonly inbox: WebhookInbox;
  readonly log: Log;
  /** There is something to work off. */
  readonly onFresh: () => void;
}

/** HubSpot sends a hundred at once. */
const events = z.array(z.unknown()).max(1000);

/** Takes events in and answers; what they mean is found out afterwards. */
export function createWebhookRoutes({
  inbox,
  log,
  onFresh,
}: WebhookRouteParts): Hono<{ Variables: SignedVariables }> {
  const app = new Hono<{ Variables: SignedVariables }>();
  app.post("/webhooks", async (context) => {
    // HubSpot's own events have no query. Where there is one, the request came through its proxy from somebody's browser.
    if (new URL(context.req.url).search !== "")
      throw new CrmError("unauthenticated", "Events come from HubSpot itself, not from a user of it.");
    const { fresh, unreadable } = await inbox.take(readSigned(context, events));
    if (unreadable > 0) log.warn("hubspot-events-unreadable", { count: unreadable });
    if (fresh > 0) onFresh();
    return context.body(null, 204);
  });
  return app;
}
