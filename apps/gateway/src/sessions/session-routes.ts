import { CrmError, type RecordId, type TeamMember, toRecordId } from "@sweetspot/contract";
import type { SqlCrm } from "@sweetspot/crm-sql";
import { Hono } from "hono";
import { z } from "zod";
import { readBody } from "../http/answers.ts";
import type { HubspotRoom } from "../hubspot/hubspot-room.ts";
import { isHubspotCode, isHubspotRequest } from "../hubspot/passes.ts";
import type { LaunchCodes } from "./launch-codes.ts";
import type { Pages } from "../http/pages.ts";
import type { Sessions } from "./sessions.ts";

export interface SessionRouteParts {
  readonly crm: SqlCrm;
  readonly sessions: Sessions;
  readonly launchCodes: LaunchCodes;
  readonly pages: Pick<Pages, "catalogue">;
  /** Takes codes and sessions of HubSpot's users. */
  readonly hubspot?: Pick<HubspotRoom, "exchange" | "closeSession"> | undefined;
  /** Whoever reaches the gateway may choose who they are: it listens on this machine only. */
  readonly workbench: boolean;
  /** Its members can ask what similar customers buy. */
  readonly insights?: boolean;
}

const id = z
  .string()
  .min(1)
  .max(400)
  .transform((text) => toRecordId(text));
const sessionBody = z.object({ member: id });
const launchBody = z.object({ account: id, widget: z.string().min(1).max(100) });
const exchangeBody = z.object({ code: z.string().max(100) });

/** Signing in, and handing a signed-in user to a frame. */
export function createSessionRoutes(parts: SessionRouteParts): Hono {
  const { crm, sessions, launchCodes, pages, hubspot, workbench, insights = false } = parts;
  const app = new Hono();

  app.get("/members", async (context) => {
    if (!workbench) sessions.memberOf(context.req.raw);
    return context.json({ members: (await crm.members()).filter((member) => member.active) });
  });

  app.post("/session", async (context) => {
    if (!workbench)
      throw new CrmError(
        "forbidden",
        "Choosing who you are is possible only on a gateway of this machine's own.",
      );
    const { member: wanted } = await readBody(context, sessionBody);
    const member = await findActive(crm, wanted);
    return context.json({ token: sessions.open(member.id), member });
  });

  app.delete("/session", async (context) => {
    if (isHubspotRequest(context.req.raw)) await hubspot?.closeSession(context.req.raw);
    else sessions.close(context.req.raw);
    return context.body(null, 204);
  });

  app.post("/launch", async (context) => {
    const member = sessions.memberOf(context.req.raw);
    const { account, widget } = await readBody(context, launchBody);
    const { reader } = await crm.as(member);
    await reader.listFamily(account, { limit: 1 });
    const { widgets } = await pages.catalogue();
    if (!widgets.some((entry) => entry.id === widget))
      throw new CrmError("not-found", `The catalogue has no widget "${widget}".`);
    const code = launchCodes.issue({ member, account, widget });
    return context.json({ code, url: `/frame/?widget=${encodeURIComponent(widget)}#code=${code}` });
  });

  app.post("/launch/exchange", async (context) => {
    const { code } = await readBody(context, exchangeBody);
    if (hubspot && isHubspotCode(code)) return context.json(await hubspot.exchange(code));
    const { member: wanted, account, widget } = launchCodes.redeem(code);
    const member = await findActive(crm, wanted);
    return context.json({ token: sessions.open(member.id), member, account, widget, insights });
  });
  return app;
}

async function findActive(crm: SqlCrm, wanted: RecordId): Promise<TeamMember> {
  const { reader } = await crm.as(wanted);
  const member = await reader.whoAmI();
  if (!member.active) throw new CrmError("unauthenticated", "This team member has left.");
  return member;
}
