import { CrmError, type NewOpportunity, type NewTask, type RecordId, toRecordId } from "@sweetspot/contract";
import type { SqlCrm } from "@sweetspot/crm-sql";
import { Hono } from "hono";
import { z } from "zod";
import { readBody } from "./answers.ts";
import type { Sessions } from "../sessions/sessions.ts";

const id = z
  .string()
  .min(1)
  .max(400)
  .transform((text) => toRecordId(text));
const date = z.iso.date();
const money = z.object({ amount: z.number(), currency: z.string().regex(/^[A-Z]{3}$/) });

const newTask: z.ZodType<NewTask> = z.strictObject({
  account: id,
  subject: z.string().min(1).max(255),
  due: date.exactOptional(),
  owner: id.exactOptional(),
  note: z.string().max(10_000).exactOptional(),
});

const newOpportunity: z.ZodType<NewOpportunity> = z.strictObject({
  account: id,
  name: z.string().min(1).max(255),
  amount: money.exactOptional(),
  closeDate: date.exactOptional(),
  product: id.exactOptional(),
  owner: id.exactOptional(),
});

/** Makes records in another CRM than the gateway's own. */
export interface CrmMaker {
  /** Whose request it is. */
  readonly owns: (request: Request) => boolean;
  readonly createTask: Make<NewTask>;
  readonly createOpportunity: Make<NewOpportunity>;
}

type Make<Wish> = (
  request: Request,
  wish: Wish,
  key: string | undefined,
) => Promise<{ readonly id: RecordId }>;

export interface CrmRouteParts {
  readonly crm: SqlCrm;
  readonly sessions: Sessions;
  readonly elsewhere?: CrmMaker | undefined;
}

/** Chosen by the page, the same for every attempt at the same wish. */
const keyShape = z.string().regex(/^[\w-]{8,64}$/);

function keyOf(request: Request): string | undefined {
  const key = request.headers.get("idempotency-key");
  if (key === null) return undefined;
  if (keyShape.safeParse(key).success) return key;
  throw new CrmError("malformed", "Idempotency-Key: 8 to 64 letters, digits, - or _.");
}

/** What a widget may start in the CRM: a task, an opportunity. */
export function createCrmRoutes({ crm, sessions, elsewhere }: CrmRouteParts): Hono {
  const app = new Hono();
  app.post("/tasks", async (context) => {
    const { raw } = context.req;
    if (elsewhere?.owns(raw)) {
      const task = await readBody(context, newTask);
      return context.json(await elsewhere.createTask(raw, task, keyOf(raw)), 201);
    }
    const member = sessions.memberOf(raw);
    return context.json(await crm.createTask(member, await readBody(context, newTask)), 201);
  });
  app.post("/opportunities", async (context) => {
    const { raw } = context.req;
    if (elsewhere?.owns(raw)) {
      const deal = await readBody(context, newOpportunity);
      return context.json(await elsewhere.createOpportunity(raw, deal, keyOf(raw)), 201);
    }
    const member = sessions.memberOf(raw);
    return context.json(await crm.createOpportunity(member, await readBody(context, newOpportunity)), 201);
  });
  return app;
}
