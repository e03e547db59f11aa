import { randomUUID } from "node:crypto";
import { type RecordId, toRecordId } from "@sweetspot/contract";
import type { CrmRecord } from "@sweetspot/crm-hubspot";
import type { Settings } from "@sweetspot/crm-sql";
import { z } from "zod";

/** What HubSpot is to be asked or told, and nobody is there with whose rights: somebody's next opening of a card does it. */
export type WaitingWork =
  | { readonly kind: "figures"; readonly account: RecordId }
  | { readonly kind: "merge"; readonly type: CrmRecord["type"]; readonly gone: RecordId }
  | { readonly kind: "erase"; readonly contact: RecordId };

/** Work as it was told of last: were it told again while it is done, it is not done with. */
export interface Waiting {
  readonly work: WaitingWork;
  readonly stamp: string;
}

export interface WaitingList {
  /** Once each, however often it is told. */
  note(work: WaitingWork): Promise<Waiting>;
  /** All of it. */
  list(): Promise<readonly Waiting[]>;
  /**
   * What this user's opening of this company's card can do: figures of other companies wait for theirs, and what he has
   * failed at today for want of rights waits for others.
   */
  listFor(user: string, account: RecordId): Promise<readonly Waiting[]>;
  /** It is done, unless it was told of again meanwhile. */
  done(waiting: Waiting): Promise<void>;
  /** This user's rights are too few for it; others may have them. */
  skip(waiting: Waiting, user: string): Promise<void>;
}

/** Figures by themselves: there may be many, and each card asks for its own. */
const FIGURES = "waiting-figures:";
const EVENTS = "waiting-event:";
const SKIPPED_MS = 86_400_000;
/** Records that nobody could see for so long are gone. */
const KEPT_MS = 90 * SKIPPED_MS;

const id = z.string().transform(toRecordId);
const work = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("figures"), account: id }),
  z.object({
    kind: z.literal("merge"),
    type: z.enum(["company", "contact", "deal", "product"]),
    gone: id,
  }),
  z.object({ kind: z.literal("erase"), contact: id }),
]);
const shape = z.object({
  work,
  stamp: z.string(),
  since: z.number(),
  skipped: z.record(z.string(), z.number()).default({}),
});
type Noted = z.output<typeof shape>;

const nameOf = (one: WaitingWork): string => {
  if (one.kind === "figures") return `${FIGURES}${one.account}`;
  return `${EVENTS}${one.kind === "merge" ? `merge:${one.type}/${one.gone}` : `erase:${one.contact}`}`;
};

/** @param now in milliseconds */
export function createWaitingList(settings: Settings, now: () => number): WaitingList {
  const find = async (name: string): Promise<readonly Noted[]> => {
    const { data } = shape.safeParse(await settings.read(name));
    if (!data) return [];
    if (data.since > now() - KEPT_MS) return [data];
    await settings.write(name, null);
    return [];
  };
  async function read(account?: RecordId): Promise<readonly Noted[]> {
    const figures = account === undefined ? await settings.list(FIGURES) : [`${FIGURES}${account}`];
    const names = [...(await settings.list(EVENTS)), ...figures];
    return (await Promise.all(names.map(find))).flat();
  }
  return {
    async note(told) {
      const stamp = randomUUID();
      await settings.write(nameOf(told), { work: told, stamp, since: now() });
      return { work: told, stamp };
    },
    list: () => read(),
    listFor: async (user, account) =>
      (await read(account)).filter(({ skipped }) => (skipped[user] ?? 0) <= now() - SKIPPED_MS),
    async done({ work: one, stamp }) {
      await settings.take(nameOf(one), { stamp });
    },
    async skip({ work: one, stamp }, user) {
      const [noted] = await find(nameOf(one));
      if (noted?.stamp !== stamp) return;
      await settings.write(nameOf(one), { ...noted, skipped: { ...noted.skipped, [user]: now() } });
    },
  };
}
