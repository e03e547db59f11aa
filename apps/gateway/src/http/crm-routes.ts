import { type NewOpportunity, type NewTask, toRecordId } from "@sweetspot/contract";
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

/** What a widget may start in the CRM: a task, an opportunity. */
export function createCrmRoutes({
  crm,
  sessions,
}: {
  readonly crm: SqlCrm;
  readonly sessions: Sessions;
}): Hono {
  const app = new Hono();
  app.post("/tasks", async (context) => {
    const member = sessions.memberOf(context.req.raw);
    return context.json(await crm.createTask(member, await readBody(context, newTask)), 201);
  });
  app.post("/opportunities", async (context) => {
    const member = sessions.memberOf(context.req.raw);
    return context.json(await crm.createOpportunity(member, await readBody(context, newOpportunity)), 201);
  });
  return app;
}
