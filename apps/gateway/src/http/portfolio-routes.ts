// All accounts against the offerings, for whoever is signed in here. Failures are `{"error": CrmErrorMessage}`.
//
//   POST /api/portfolio/accounts  {query?: PortfolioQuery, cursor?, limit?} → PortfolioPage
//   POST /api/portfolio/summary   {query?: PortfolioQuery}                  → PortfolioSummary
import {
  PORTFOLIO_FILTERS,
  PORTFOLIO_GROUPS,
  PORTFOLIO_SORTS,
  type PortfolioQuery,
  toRecordId,
} from "@sweetspot/contract";
import type { SqlCrm } from "@sweetspot/crm-sql";
import { Hono } from "hono";
import { z } from "zod";
import type { Sessions } from "../sessions/sessions.ts";
import { readBody } from "./answers.ts";

const id = z
  .string()
  .min(1)
  .max(400)
  .transform((text) => toRecordId(text));
const value = z.string().min(1).max(400);

const query: z.ZodType<PortfolioQuery> = z.strictObject({
  search: z.string().max(400).exactOptional(),
  sort: z.enum(PORTFOLIO_SORTS).exactOptional(),
  reversed: z.boolean().exactOptional(),
  group: z.enum(PORTFOLIO_GROUPS).exactOptional(),
  only: z.enum(PORTFOLIO_FILTERS).exactOptional(),
  owner: id.exactOptional(),
  industry: value.exactOptional(),
  country: value.exactOptional(),
  without: id.exactOptional(),
});
const listBody = z.strictObject({
  query: query.default({}),
  cursor: z.string().max(8000).exactOptional(),
  limit: z.int().min(1).max(2000).exactOptional(),
});
const summaryBody = z.strictObject({ query: query.default({}) });

export interface PortfolioRouteParts {
  readonly crm: Pick<SqlCrm, "as">;
  readonly sessions: Pick<Sessions, "memberOf">;
}

/** The routes below `/api/portfolio`. */
export function createPortfolioRoutes({ crm, sessions }: PortfolioRouteParts): Hono {
  const app = new Hono();
  app.post("/accounts", async (context) => {
    const user = sessions.memberOf(context.req.raw);
    const { query: wanted, ...page } = await readBody(context, listBody);
    const { signal } = context.req.raw;
    const { portfolio } = await crm.as(user, { signal });
    context.header("Cache-Control", "no-store");
    return context.json(await portfolio.listAccounts(wanted, { ...page, signal }));
  });
  app.post("/summary", async (context) => {
    const user = sessions.memberOf(context.req.raw);
    const { query: wanted } = await readBody(context, summaryBody);
    const { signal } = context.req.raw;
    const { portfolio } = await crm.as(user, { signal });
    context.header("Cache-Control", "no-store");
    return context.json(await portfolio.summarise(wanted, { signal }));
  });
  return app;
}
