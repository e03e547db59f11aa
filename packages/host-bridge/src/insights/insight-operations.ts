import { CrmError, type InsightReader, type LookalikeQuery, type RecordId } from "@sweetspot/contract";
import type { Operation } from "../channel/host-channel.ts";
import { isId } from "../relations/relation-arguments.ts";

export const INSIGHT_OPERATIONS = { findLookalikes: "insights.findLookalikes" } as const;

const MODELS: readonly unknown[] = ["neighbours", "learned"] satisfies readonly LookalikeQuery["model"][];
const FIELDS: Readonly<Record<keyof LookalikeQuery, (value: unknown) => boolean>> = {
  account: isId,
  model: (value) => MODELS.includes(value),
  customers: (value) => isWithin(value, 100),
  count: (value) => isWithin(value, 50),
};

/**
 * The host's end of the insights: spread it into what a frame may have done. A frame asks about the one account it was
 * opened for; any other is `not-found`.
 */
export const serveInsights = (
  insights: InsightReader,
  own: RecordId,
): Readonly<Record<string, Operation>> => ({
  [INSIGHT_OPERATIONS.findLookalikes]: (argument, { signal }) => {
    const query = queryOf(argument);
    if (!isQuery(query))
      throw new CrmError("malformed", "What the frame asks of insights does not fit: query.");
    if (query.account !== own) throw new CrmError("not-found", "This frame was opened for another account.");
    return insights.findLookalikes(query, { signal });
  },
});

const queryOf = (argument: unknown): unknown =>
  typeof argument === "object" && argument !== null && "query" in argument ? argument.query : undefined;

const isQuery = (value: unknown): value is LookalikeQuery =>
  typeof value === "object" &&
  value !== null &&
  "account" in value &&
  Object.entries(value).every(
    ([name, field]) => Object.hasOwn(FIELDS, name) && FIELDS[name as keyof LookalikeQuery](field),
  );

const isWithin = (value: unknown, most: number): boolean =>
  Number.isInteger(value) && Number(value) >= 1 && Number(value) <= most;
