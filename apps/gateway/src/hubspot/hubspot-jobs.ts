import { accountScope, CrmError, toRecordId } from "@sweetspot/contract";
import { createSummaryMirror, type SummaryMirror } from "@sweetspot/crm-hubspot";
import type { JobData, Jobs } from "../jobs/jobs.port.ts";
import type { AccessTokens } from "./access-tokens.ts";
import type { GrantStore, PortalUser } from "./grant-store.ts";
import type { Tenants } from "./tenants.ts";
import type { WebhookWorker } from "./webhook-worker.ts";

export interface HubspotJobParts {
  readonly jobs: Jobs;
  readonly tenants: () => Tenants;
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
  mirror(who: PortalUser, account: string): Promise<void>;
  /** A portal was connected: it needs the properties that figures stand in. */
  prepare(who: PortalUser): Promise<void>;
  /** Events have come in. */
  handleEvents(): Promise<void>;
}

/** A rep's edits come one after the other, and each mirroring costs HubSpot some requests. */
const MIRROR_SECONDS = 10;
/** A user who has been away for a day, and how many such users are looked after at once. */
const IDLE_MS = 86_400_000;
const MOST_IDLE = 100;

type UserData = JobData & PortalUser;
type MirrorData = UserData & { readonly account: string };

export function defineHubspotJobs(parts: HubspotJobParts): HubspotJobs {
  const { jobs, tenants, tokens, grants, worker, sweeps, onCheckFailed, now } = parts;
  const mirrorOf = async (who: PortalUser): Promise<SummaryMirror> =>
    createSummaryMirror({ portal: await tenants().portal(who.portal), token: () => tokens.of(who) });

  const mirror = jobs.define<MirrorData>({
    name: "hubspot-mirror",
    async run({ portal, user, account: text }) {
      const account = toRecordId(text);
      // Not what was committed but the plan as it is now: the last one who writes is right.
      const { store } = await tenants().as({ portal, user });
      await (
        await mirrorOf({ portal, user })
      ).write(account, async (options) => {
        const [plan] = await store.load([accountScope(account)], options);
        if (!plan) throw new CrmError("unavailable", "The store gave no plan.");
        return plan;
      });
    },
  });
  const prepare = jobs.define<UserData>({
    name: "hubspot-prepare",
    run: async (who) => (await mirrorOf(who)).install(),
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
    mirror: ({ portal, user }, account) =>
      mirror({ portal, user, account }, { key: `${portal}/${account}`, afterSeconds: MIRROR_SECONDS }),
    prepare: ({ portal, user }) => prepare({ portal, user }, { key: portal }),
    handleEvents: () => handleEvents({}),
  };
}
