import type { Jobs } from "../jobs/jobs.port.ts";
import type { AccessTokens } from "./access-tokens.ts";
import { createBackgroundConsents } from "./background-consent.ts";
import type { Background } from "./background.ts";
import type { GrantStore } from "./grant-store.ts";
import { defineHubspotJobs, type HubspotJobs } from "./hubspot-jobs.ts";
import { createNativePlans } from "./native-plans.ts";
import { createPortalEvents } from "./portal-events.ts";
import { createPortalWork, type PortalWork } from "./portal-work.ts";
import type { Tenants } from "./tenants.ts";
import type { WebhookInbox } from "./webhook-inbox.ts";
import { createWebhookWorker } from "./webhook-worker.ts";

export interface BehindParts {
  readonly tenants: Tenants;
  readonly tokens: AccessTokens;
  readonly grants: GrantStore;
  readonly inbox: WebhookInbox;
  readonly jobs: Jobs;
  readonly background: Background;
  /** Whatever keeps things for a time. */
  readonly sweeps: readonly { sweep(): Promise<void> }[];
  /** Says to the log under which name something failed. */
  readonly failed: (event: string) => (error: unknown) => void;
  readonly now: () => number;
}

/** What goes on behind the routes: events of HubSpot's, what they begin, jobs, and whose rights all that is done with. */
export function openBehind(parts: BehindParts) {
  const { tenants, tokens, grants, inbox, jobs, background, sweeps, failed, now } = parts;
  const consents = createBackgroundConsents({ settings: tenants.settings, grants, now });
  const nativePlans = createNativePlans({ tenants: () => tenants, tokens, grants });
  const work: PortalWork = createPortalWork({
    tenants: () => tenants,
    tokens,
    consents,
    nativePlans,
    later: (portal, account) => hubspotJobs.mirror(portal, account),
    afterwards: background.start,
    onFailure: failed("hubspot-background-failed"),
    now,
  });
  const worker = createWebhookWorker({
    inbox,
    forget: tenants.forget,
    handle: createPortalEvents({ grants, tokens, tenants, work }).handle,
    onFailure: failed("hubspot-event-failed"),
    now,
  });
  const hubspotJobs: HubspotJobs = defineHubspotJobs({
    jobs,
    work: () => work,
    tokens,
    grants,
    worker,
    sweeps,
    onCheckFailed: failed("hubspot-check-failed"),
    now,
  });
  return { consents, nativePlans, work, worker, hubspotJobs };
}
