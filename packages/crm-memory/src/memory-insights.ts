import {
  type InsightReader,
  isTombstone,
  LIBRARY,
  type PlanRecord,
  scopeKey,
  type TeamRole,
} from "@sweetspot/contract";
import {
  collectCustomers,
  createInsightBook,
  createInsightMatrix,
  createInsightReader,
  type InsightBook,
  type InsightLibrary,
  readInsightLibrary,
  rootsOf,
  toInsightPeriods,
} from "@sweetspot/customer-insights";
import type { CrmWorld } from "@sweetspot/fixtures";
import { type EaseModel, trainEase } from "@sweetspot/white-space";
import type { Desk } from "./memory-reader.ts";
import type { Archive } from "./memory-store.ts";
import { type Sight, toSight } from "./sight.ts";

/** What all customers of a memory CRM teach about one, as somebody may know it. */
export interface MemoryInsights {
  readerOf(desk: Desk): InsightReader;
}

interface Kept {
  readonly world: CrmWorld;
  readonly libraryText: string;
  readonly today: string;
  readonly seen: Sight;
  readonly book: InsightBook;
  model?: EaseModel;
}

export function createMemoryInsights(archive: Archive, now: () => Date): MemoryInsights {
  const kept = new Map<TeamRole, Kept>();

  /** Made anew where the world, the library or the day is another. */
  function keptFor(desk: Desk): Kept {
    const [world, { role }] = [desk.world(), desk.user()];
    const library = readInsightLibrary(libraryOf(archive));
    const [libraryText, today] = [JSON.stringify(library), now().toISOString().slice(0, 10)];
    const known = kept.get(role);
    if (known?.world === world && known.libraryText === libraryText && known.today === today) return known;
    // What field security withholds does not count either way.
    const access = library.countsUnseen
      ? world.access.filter(({ field }) => field !== undefined)
      : world.access;
    const seen = toSight({ ...world, access }, role);
    const made = { world, libraryText, today, seen, book: bookOf(seen, library, now()) };
    kept.set(role, made);
    return made;
  }

  return {
    readerOf(desk) {
      const reader = createInsightReader(
        () => {
          const own = keptFor(desk);
          return {
            book: own.book,
            // A world in memory is small: it is learned at the first question.
            model: async () => (own.model ??= trainEase(own.book.matrix.purchases, { lambda: 1 })),
          };
        },
        {
          rootOf: async (account) =>
            desk.sight().accounts.some(({ id }) => id === account)
              ? (rootsOf(keptFor(desk).seen.accounts)(account) ?? account)
              : undefined,
          visibleNames: async (ids) => {
            const wanted = new Set(ids);
            return new Map(
              desk.sight().accounts.flatMap(({ id, name }) => (wanted.has(id) ? [[id, name] as const] : [])),
            );
          },
        },
      );
      return {
        contract: "insights/1",
        findLookalikes: (query, options) =>
          desk.call("findLookalikes", options, () => reader.findLookalikes(query, options)),
      };
    },
  };
}

function bookOf(seen: Sight, library: InsightLibrary, at: Date): InsightBook {
  const newest = seen.opportunities
    .flatMap(({ status, closeDate }) =>
      status !== "open" && closeDate.state === "known" ? [closeDate.value] : [],
    )
    .toSorted()
    .at(-1);
  const periods = toInsightPeriods(newest, at.toISOString().slice(0, 10), library.rules);
  const builder = createInsightMatrix(library.offerings.length, library.rules);
  builder.add(collectCustomers(seen, library, periods));
  return createInsightBook({
    matrix: builder.finish(),
    offerings: library.offerings,
    asOf: at.toISOString(),
    now: periods.now,
  });
}

const libraryOf = (archive: Archive): readonly PlanRecord[] =>
  [...(archive.shelves.get(scopeKey(LIBRARY))?.copies.values() ?? [])].flatMap((copy) =>
    isTombstone(copy) ? [] : [copy],
  );
