import { CrmError, type RecordId } from "@sweetspot/contract";
import type { HubspotCrm } from "@sweetspot/crm-hubspot";
import type { PlanMerges } from "@sweetspot/crm-sql";
import { Hono } from "hono";
import { z } from "zod";
import type { PortalUser } from "./grant-store.ts";
import { recordShape } from "./record-shape.ts";
import { readSigned } from "./signed-body.ts";
import { type SignedVariables, toHubspotId, userOf } from "./signed-requests.ts";
import { needsConsent } from "./tenants.ts";

export interface MergeRouteParts {
  /** @throws CrmError `forbidden` where the user has not connected */
  readonly openCrm: (who: PortalUser) => Promise<HubspotCrm>;
  readonly mergesOf: (who: PortalUser) => Promise<Pick<PlanMerges, "choose">>;
  /** Another plan is shown at this company now. */
  readonly onChosen: (who: PortalUser, account: RecordId) => Promise<void>;
}

const mergeBody = z.object({
  ...recordShape,
  gone: z.string().min(1).max(100).transform(toHubspotId),
  shown: z.enum(["kept", "gone"]),
});

/** Two companies with a plan each became one: whoever may see it says which plan goes on. The other one stays too. */
export function createMergeRoutes({
  openCrm,
  mergesOf,
  onChosen,
}: MergeRouteParts): Hono<{ Variables: SignedVariables }> {
  const app = new Hono<{ Variables: SignedVariables }>();
  app.post("/merge", async (context) => {
    const who = userOf(context.req.url);
    const { objectType, objectId: id, gone, shown } = readSigned(context, mergeBody);
    const crm = await openCrm(who).catch((error: unknown) => {
      if (needsConsent(error)) throw new CrmError("unauthenticated", "Connect first.");
      throw error;
    });
    const [{ account: kept }, { id: by }] = await Promise.all([
      crm.placeOf({ type: objectType, id }),
      crm.reader.whoAmI(),
    ]);
    await (await mergesOf(who)).choose({ kept, gone, shown, by });
    await onChosen(who, kept);
    return context.json({ state: "chosen" });
  });
  return app;
}
