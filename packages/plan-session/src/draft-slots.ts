import type { DraftStorage } from "@sweetspot/contract";

/** A place in the storage that belongs to this page alone. */
export interface DraftSlot {
  readonly key: string;
  /** What a page that is gone has left here. */
  readonly left: string | undefined;
  readonly release: () => void;
}

export interface DraftSlots {
  /** A slot with a draft nobody is working on; otherwise a free one, unless only what is left is wanted. */
  claim(which: "any" | "left"): Promise<DraftSlot | undefined>;
}

/** More pages of one account than anybody has open. */
const MOST_PAGES = 12;

/**
 * Pages of one user and account side by side: each keeps its draft in a slot of its own, and what a closed page left is
 * taken over by the next one. Where pages cannot know of each other there is one slot, and the last to write wins.
 */
export function createDraftSlots(
  storage: DraftStorage,
  first: string,
  isDraft: (text: string) => boolean,
): DraftSlots {
  const claimed = new Set<string>();
  const take = async (key: string): Promise<DraftSlot | undefined> => {
    const letGo = storage.claim ? await storage.claim(key) : () => {};
    if (!letGo) return undefined;
    const text = await storage.read(key);
    const left = text !== undefined && isDraft(text) ? text : undefined;
    claimed.add(key);
    return {
      key,
      left,
      release: () => {
        claimed.delete(key);
        letGo();
      },
    };
  };
  return {
    async claim(which) {
      let free: DraftSlot | undefined;
      const pages = storage.claim ? MOST_PAGES : 1;
      for (let page = 1; page <= pages; page += 1) {
        const key = page === 1 ? first : `${first}:${String(page)}`;
        const slot = claimed.has(key) ? undefined : await take(key);
        if (slot?.left !== undefined) {
          free?.release();
          return slot;
        }
        if (free || which === "left") slot?.release();
        else free = slot;
      }
      return free;
    },
  };
}
