import { accountScope, CrmError, type RecordId } from "@sweetspot/contract";
import {
  type CrmRecord,
  createSummaryMirror,
  eraseContactInHubspot,
  followReferencesInHubspot,
  type SummaryMirror,
} from "@sweetspot/crm-hubspot";
import { HUBSPOT_ITSELF } from "@sweetspot/crm-sql";
import type { MergedRecord } from "@sweetspot/plan-model";
import type { AccessTokens } from "./access-tokens.ts";
import type { BackgroundConsents } from "./background-consent.ts";
import type { PortalUser } from "./grant-store.ts";
import type { NativePlans } from "./native-plans.ts";
import type { Tenants } from "./tenants.ts";
import { createWaitingList, type Waiting, type WaitingList, type WaitingWork } from "./waiting-work.ts";

/**
 * What is to be done in HubSpot for plans: in the background with the rights an admin has lent, and without them by whoever
 * opens a card next, with his own.
 */
export interface PortalWork {
  /** @throws CrmError `unavailable` where it has to be tried again; it is remembered all the same */
  begin(portal: string, work: WaitingWork): Promise<void>;
  /** A plan was changed: its figures are brought to its company later, several edits at once. */
  figures(portal: string, account: RecordId): Promise<void>;
  /** Everything that waits in a portal, with the rights that were lent. Nothing where none were. */
  workOff(portal: string): Promise<void>;
  /**
   * Somebody opens this company's card: merges first, since they say which plan it shows; the rest after his answer. Never
   * fails.
   */
  catchUp(who: PortalUser, account: RecordId): Promise<void>;
  /** Makes the properties that figures stand in, as who has just connected. */
  prepare(who: PortalUser): Promise<void>;
  waiting(portal: string): WaitingList;
}

export interface PortalWorkParts {
  readonly tenants: () => Tenants;
  readonly tokens: Pick<AccessTokens, "of">;
  readonly consents: Pick<BackgroundConsents, "of">;
  readonly nativePlans: NativePlans;
  /** Has figures brought to a company in a while, by any instance that calls `begin` then. */
  readonly later: (portal: string, account: RecordId) => Promise<void>;
  /** After the answer that is being made. */
  readonly afterwards: (work: () => Promise<void>) => void;
  readonly onFailure: (error: unknown) => void;
  readonly now: () => number;
}

/** An opening asks HubSpot about so many records that were merged; further ones wait for the next. */
const MOST_AT_ONCE = 10;

const TYPES: Readonly<Record<CrmRecord["type"], MergedRecord["type"]>> = {
  company: "account",
  contact: "contact",
  deal: "opportunity",
  product: "product",
};

const lacksRights = (error: unknown): boolean =>
  CrmError.is(error) && ["not-found", "forbidden", "unauthenticated"].includes(error.code);

export function createPortalWork(parts: PortalWorkParts): PortalWork {
  const { tenants, tokens, consents, nativePlans, later, afterwards, onFailure, now } = parts;
  const waiting = (portal: string): WaitingList => createWaitingList(tenants().settings(portal), now);
  const placeOf = async (who: PortalUser) => ({
    portal: await tenants().portal(who.portal),
    token: () => tokens.of(who),
  });
  const mirrorOf = async (who: PortalUser): Promise<SummaryMirror> => createSummaryMirror(await placeOf(who));

  async function figures(portal: string, account: RecordId): Promise<void> {
    if (await consents.of(portal)) await later(portal, account);
    else await waiting(portal).note({ kind: "figures", account });
  }

  async function bringFigures(who: PortalUser, account: RecordId): Promise<void> {
    // Not what was committed but the plan as it is now: the last one who writes is right.
    const { store } = await tenants().as(who);
    const mirror = await mirrorOf(who);
    await mirror.write(account, async (options) => {
      const [plan] = await store.load([accountScope(account)], options);
      if (!plan) throw new CrmError("unavailable", "The store gave no plan.");
      return plan;
    });
  }

  async function followMerge(who: PortalUser, type: CrmRecord["type"], gone: RecordId): Promise<void> {
    const plans = tenants().plans(who.portal);
    // Which is the survivor now, after whatever else has happened since.
    const kept = await (await tenants().as(who)).survivorOf({ type, id: gone });
    if (kept === gone) return;
    const outcomes = [type === "company" ? await plans.merges.follow({ kept, gone }) : "nothing"];
    const merged: MergedRecord = { type: TYPES[type], kept, gone };
    await plans.followReferences(merged);
    await nativePlans.reach(who, async (place) => {
      if (type === "company") outcomes.push(await nativePlans.follow(who, { kept, gone }));
      await followReferencesInHubspot(place, merged, HUBSPOT_ITSELF);
    });
    if (outcomes.includes("moved")) await figures(who.portal, kept);
  }

  /** With this user's rights. Everything may be done twice. */
  async function doAs(who: PortalUser, work: WaitingWork): Promise<void> {
    if (work.kind === "figures") return bringFigures(who, work.account);
    if (work.kind === "merge") return followMerge(who, work.type, work.gone);
    await nativePlans.reach(who, (place) => eraseContactInHubspot(place, work.contact));
  }

  /** What his rights are too few for stays for others. */
  async function tryAs(who: PortalUser, item: Waiting): Promise<void> {
    const list = waiting(who.portal);
    try {
      await doAs(who, item.work);
      await list.done(item);
    } catch (error) {
      if (!lacksRights(error)) throw error;
      await list.skip(item, who.user);
    }
  }

  async function workOff(portal: string, items: () => Promise<readonly Waiting[]>): Promise<void> {
    const who = await consents.of(portal);
    if (who) for (const item of await items()) await tryAs(who, item);
  }

  return {
    waiting,
    figures,
    async begin(portal, work) {
      const item = await waiting(portal).note(work);
      await workOff(portal, async () => [item]);
    },
    workOff: (portal) => workOff(portal, waiting(portal).list),
    async catchUp(who, account) {
      const due = () => waiting(who.portal).listFor(who.user, account);
      try {
        const list = await due();
        if (list.length === 0) return;
        const merges = list.filter(({ work }) => work.kind === "merge").slice(0, MOST_AT_ONCE);
        for (const item of merges) await tryAs(who, item);
        afterwards(async () => {
          // Again: what the merges have brought here is to be told.
          for (const item of await due()) if (item.work.kind !== "merge") await tryAs(who, item);
        });
      } catch (error) {
        onFailure(error);
      }
    },
    prepare: async (who) => (await mirrorOf(who)).install(),
  };
}
