import { toRecordId } from "@sweetspot/contract";
import type { JobData, Jobs } from "../jobs/jobs.port.ts";
import type { AccessTokens } from "./access-tokens.ts";
import type { GrantStore } from "./grant-store.ts";
import type { PortalWork } from "./portal-work.ts";
import type { WebhookWorker } from "./webhook-worker.ts";

export interface HubspotJobParts {
  readonly jobs: Jobs;
  /** It has jobs done, and they do it. */
  readonly work: () => PortalWork;
  readonly tokens: AccessTokens;
  readonly grants: GrantStore;
  readonly worker: WebhookWorker;
  /** Whatever keeps things for a time. */
  readonly sweeps: readonly { sweep(): Promise<void> }[];
  readonly onCheckFailed: (error: unknown) => void;
  readonly now: () => number;
}

/** What HubSpot's room leaves to be done by any gateway. */
export interface HubspotJobs {
  /** A plan was changed: its figures are to be brought to its company. */
  mirror(portal: string, account: string): Promise<void>;
  /** Somebody has lent his rights: what has waited for them is to be done. */
  workOff(portal: string): Promise<void>;
  /** Events have come in. */
  handleEvents(): Promise<void>;
}

/** A rep's edits come one after the other, and each mirroring costs HubSpot some requests. */
const MIRROR_SECONDS = 10;
/** A user who has been away for a day, and how many such users are looked after at once. */
const IDLE_MS = 86_400_000;
const MOST_IDLE = 100;

type PortalData = JobData & { readonly portal: string };
type MirrorData = PortalData & { readonly account: string };

export function defineHubspotJobs(parts: HubspotJobParts): HubspotJobs {
  const { jobs, work, tokens, grants, worker, sweeps, onCheckFailed, now } = parts;
  const mirror = jobs.define<MirrorData>({
    name: "hubspot-mirror",
    run: ({ portal, account }) => work().begin(portal, { kind: "figures", account: toRecordId(account) }),
  });
  const workOff = jobs.define<PortalData>({
    name: "hubspot-waiting",
    run: ({ portal }) => work().workOff(portal),
  });
  const handleEvents = jobs.define({
    name: "hubspot-events",
    // One that a gateway has kept and then died over is found by the clock.
    every: "* * * * *",
    run: () => worker.workOff(),
  });
  // What is old goes; those who stayed away are asked after.
  jobs.define({
    name: "hubspot-tidy",
    every: "*/10 * * * *",
    lookSeconds: 30,
    async run() {
      await Promise.all(sweeps.map((one) => one.sweep()));
      // No event tells that an app was removed: tokens that nobody uses would be kept for ever.
      for (const who of await grants.idle(new Date(now() - IDLE_MS), MOST_IDLE))
        await tokens.check(who).catch(onCheckFailed);
    },
  });

  return {
    mirror: (portal, account) =>
      mirror({ portal, account }, { key: `${portal}/${account}`, afterSeconds: MIRROR_SECONDS }),
    workOff: (portal) => workOff({ portal }, { key: portal }),
    handleEvents: () => handleEvents({}),
  };
}
