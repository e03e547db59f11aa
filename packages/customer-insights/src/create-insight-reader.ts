import {
  CrmError,
  type InsightReader,
  type Lookalike,
  type LookalikeAnswer,
  type LookalikeQuery,
  type ReadOptions,
  type RecordId,
} from "@sweetspot/contract";
import type { EaseModel } from "@sweetspot/white-space";
import type { FoundCustomer, InsightBook, LookalikeWish } from "./insight-book.ts";

/** What one signed-in user may see. `createInsightReader` asks it at each call. */
export interface InsightAccess {
  /** The root of the account's family as the book has it; undefined where he may not see the account, or it is not there. */
  rootOf(account: RecordId, options?: ReadOptions): Promise<RecordId | undefined>;
  /** Names of those of these accounts that he may see. */
  visibleNames(accounts: readonly RecordId[], options?: ReadOptions): Promise<ReadonlyMap<RecordId, string>>;
}

/** A book, and what was learnt from it. */
export interface OpenInsights {
  readonly book: InsightBook;
  /** Absent where nothing was trained yet; asked for where a question wants it. */
  readonly model?: (options?: ReadOptions) => Promise<EaseModel | undefined>;
}

const [MOST_CUSTOMERS, MOST_SUGGESTIONS] = [100, 50];

/** The insight port of one user: the one implementation of all hosts. It names no account that `access` withholds. */
export function createInsightReader(
  open: (options: ReadOptions) => OpenInsights | Promise<OpenInsights>,
  access: InsightAccess,
): InsightReader {
  return {
    contract: "insights/1",
    async findLookalikes(query, options = {}) {
      options.signal?.throwIfAborted();
      const wish = toWish(query);
      const root = await access.rootOf(query.account, options);
      options.signal?.throwIfAborted();
      if (root === undefined) throw notFound(query.account);
      const { book, model } = await open(options);
      const learned = wish.model === "learned" ? await model?.(options) : undefined;
      options.signal?.throwIfAborted();
      const found = book.find(root, wish, learned);
      const told = new Set([
        ...found.similar.map(({ customer }) => customer),
        ...found.suggestions.flatMap(({ named }) => named),
      ]);
      const names = await access.visibleNames([...told], options);
      options.signal?.throwIfAborted();
      return toAnswer(book, found, names);
    },
  };
}

function toAnswer(
  { matrix, asOf }: InsightBook,
  { similar, suggestions, gaps, learned }: ReturnType<InsightBook["find"]>,
  names: ReadonlyMap<RecordId, string>,
): LookalikeAnswer {
  const isWithheld = similar.some(({ customer }) => !names.has(customer));
  return {
    basis: {
      customers: matrix.buying,
      offerings: matrix.bought,
      model: learned ? "learned" : "neighbours",
      asOf,
    },
    similar: similar.map((one) => toLookalike(one, names.get(one.customer))),
    suggestions: suggestions.map((one) => ({ ...one, named: one.named.filter((id) => names.has(id)) })),
    gaps: isWithheld ? [...gaps, "names-withheld"] : gaps,
  };
}

const toLookalike = (
  { customer, similarity, sharedOfferings, traits }: FoundCustomer,
  name: string | undefined,
): Lookalike =>
  name === undefined
    ? { similarity, sharedOfferings, traits: [] }
    : { account: customer, name, similarity, sharedOfferings, traits };

function toWish({ model = "neighbours", customers = 20, count = 10 }: LookalikeQuery): LookalikeWish {
  const isWithin = (number: number, most: number): boolean =>
    Number.isInteger(number) && number >= 1 && number <= most;
  if (!isWithin(customers, MOST_CUSTOMERS) || !isWithin(count, MOST_SUGGESTIONS))
    throw new CrmError(
      "malformed",
      `Ask 1 to ${MOST_CUSTOMERS} customers for 1 to ${MOST_SUGGESTIONS} suggestions.`,
    );
  if (model !== "neighbours" && model !== "learned")
    throw new CrmError("malformed", "There are two models: neighbours and learned.");
  return { model, customers, count };
}

/** The same words whether the account is missing or may not be seen. */
const notFound = (account: RecordId): CrmError =>
  new CrmError("not-found", `Account ${account} does not exist or this user may not see it.`);
