import type { CrmError } from "@sweetspot/contract";
import { type MatchKind, type Proposal, type RelationsClient, toCrmError } from "../relations-client.ts";

export type MatchAnswer = "same" | "different" | "later";

/** The doubtful matches of one kind, as far as they have been read, and what was answered. */
export interface MatchDesk {
  getView(): MatchView;
  subscribe(listener: () => void): () => void;
  /** Reads all of them, the likeliest first, and shows them as they come. */
  load(): Promise<void>;
  /** Shown at once, stored one after the other; what could not be stored is asked again. */
  answer(proposal: Proposal, answer: MatchAnswer): Promise<void>;
  /** Takes the last answer back. */
  undo(): Promise<void>;
}

export interface MatchView {
  /** Not answered yet: the likeliest first, those put off at the end. */
  readonly open: readonly Proposal[];
  /** Of this visit, the latest last. */
  readonly answered: readonly { readonly proposal: Proposal; readonly answer: MatchAnswer }[];
  /** Not answered, read or not. Undefined before the first are there. */
  readonly left: number | undefined;
  readonly isReading: boolean;
  readonly error: CrmError | undefined;
}

const AT_ONCE = 200;

export const pairKey = ({ one, other }: Pick<Proposal, "one" | "other">): string => `${one}\n${other}`;

export function createMatchDesk(client: RelationsClient, kind: MatchKind): MatchDesk {
  const listeners = new Set<() => void>();
  let view: MatchView = { open: [], answered: [], left: undefined, isReading: false, error: undefined };
  let queue: Promise<void> = Promise.resolve();

  const show = (change: Partial<MatchView>): void => {
    view = { ...view, ...change };
    for (const listener of listeners) listener();
  };

  /** What is shown as answered may not have arrived when a page of proposals was read. */
  const withoutAnswered = (found: readonly Proposal[]): readonly Proposal[] => {
    const answered = new Set(view.answered.map(({ proposal }) => pairKey(proposal)));
    return found.filter((proposal) => !answered.has(pairKey(proposal)));
  };

  async function load(): Promise<void> {
    if (view.isReading) return;
    show({ isReading: true, error: undefined });
    try {
      await queue;
      const putOff = view.answered.filter(({ answer }) => answer === "later");
      show({ answered: view.answered.filter(({ answer }) => answer !== "later") });
      const found: Proposal[] = [];
      let cursor: string | undefined;
      do {
        const page = await client.readProposals(kind, { cursor, limit: AT_ONCE });
        found.push(...page.items);
        cursor = page.next;
        const open = withoutAnswered(found);
        show({ open, left: Math.max(open.length, page.total) });
      } while (cursor !== undefined);
      const open = withoutAnswered(found);
      const later = new Set(putOff.map(({ proposal }) => pairKey(proposal)));
      show({
        open: [
          ...open.filter((proposal) => !later.has(pairKey(proposal))),
          ...open.filter((proposal) => later.has(pairKey(proposal))),
        ],
        left: open.length,
      });
    } catch (error) {
      show({ error: toCrmError(error) });
    }
    show({ isReading: false });
  }

  /** In the order they were made: the later of two about one pair counts. */
  const store = (work: () => Promise<void>, onFailure: () => void): Promise<void> => {
    queue = queue.then(work).catch((error: unknown) => {
      onFailure();
      show({ error: toCrmError(error) });
    });
    return queue;
  };

  const bringBack = (proposal: Proposal): void =>
    show({ open: [proposal, ...view.open], left: (view.left ?? 0) + 1 });

  return {
    getView: () => view,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    load,
    answer(proposal, answer) {
      const rest = view.open.filter((one) => one !== proposal);
      const answered = [...view.answered, { proposal, answer }];
      if (answer === "later") {
        show({ open: [...rest, proposal], answered, error: undefined });
        return Promise.resolve();
      }
      show({ open: rest, answered, left: (view.left ?? 1) - 1, error: undefined });
      return store(
        () => client.decide(proposal, answer === "same"),
        () => {
          show({ answered: view.answered.filter((one) => one.proposal !== proposal) });
          bringBack(proposal);
        },
      );
    },
    undo() {
      const last = view.answered.at(-1);
      if (!last) return Promise.resolve();
      const answered = view.answered.slice(0, -1);
      if (last.answer === "later") {
        const rest = view.open.filter((one) => one !== last.proposal);
        show({ open: [last.proposal, ...rest], answered });
        return Promise.resolve();
      }
      show({ answered });
      bringBack(last.proposal);
      return store(
        () => client.takeBack(last.proposal),
        () =>
          show({
            answered: [...view.answered, last],
            open: view.open.filter((one) => one !== last.proposal),
            left: (view.left ?? 1) - 1,
          }),
      );
    },
  };
}
