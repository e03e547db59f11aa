import type {
  AcquaintancePage,
  PageOptions,
  PathsAnswer,
  RelationReader,
  TargetPage,
  TieWish,
} from "@sweetspot/contract";
import type { FrameChannel } from "../channel/frame-channel.ts";
import { RELATION_OPERATIONS } from "./relation-operations.ts";

/** The relations of the page around the frame; undefined where it offers none. */
export function createChannelRelations(
  channel: Pick<FrameChannel, "call" | "can">,
): RelationReader | undefined {
  const needed = [
    RELATION_OPERATIONS.listTargets,
    RELATION_OPERATIONS.findPaths,
    RELATION_OPERATIONS.listAcquaintances,
  ];
  if (!needed.every((operation) => channel.can(operation))) return undefined;
  const keepsWishes = [RELATION_OPERATIONS.readMyWish, RELATION_OPERATIONS.saveMyWish].every((operation) =>
    channel.can(operation),
  );
  return {
    contract: "relations/1",
    listTargets: (account, options = {}) => {
      const { page, signal } = split(options);
      return channel.call(
        RELATION_OPERATIONS.listTargets,
        { account, page },
        { signal },
      ) as Promise<TargetPage>;
    },
    findPaths: (query, { signal } = {}) =>
      channel.call(RELATION_OPERATIONS.findPaths, { query }, { signal }) as Promise<PathsAnswer>,
    listAcquaintances: (query, options = {}) => {
      const { page, signal } = split(options);
      const answer = channel.call(RELATION_OPERATIONS.listAcquaintances, { query, page }, { signal });
      return answer as Promise<AcquaintancePage>;
    },
    ...(keepsWishes
      ? {
          readMyWish: ({ signal } = {}) =>
            channel.call(RELATION_OPERATIONS.readMyWish, {}, { signal }) as Promise<TieWish>,
          saveMyWish: async (wish, { signal } = {}) =>
            void (await channel.call(RELATION_OPERATIONS.saveMyWish, { wish }, { signal })),
        }
      : {}),
  };
}

/** A signal cannot cross; cancelling does. */
function split({ signal, ...page }: PageOptions) {
  return { page, signal };
}
