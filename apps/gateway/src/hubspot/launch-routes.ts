import {
  accountScope,
  CrmError,
  type IsoDate,
  LIBRARY,
  type RecordId,
  type SummaryCrm,
  type SummaryDeclaration,
  type SummaryInput,
  type WidgetSummary,
} from "@sweetspot/contract";
import type { HubspotCrm, RecordPlace } from "@sweetspot/crm-hubspot";
import type { PlanMerges } from "@sweetspot/crm-sql";
import { upgradeRecord } from "@sweetspot/plan-model";
import { Hono } from "hono";
import { z } from "zod";
import type { PortalUser } from "./grant-store.ts";
import type { HubspotConfig } from "./hubspot-config.model.ts";
import { INSTALL_PATH } from "./install-routes.ts";
import type { Passes } from "./passes.ts";
import type { LostEdit } from "./plan-storage.ts";
import { recordShape } from "./record-shape.ts";
import { readSigned } from "./signed-body.ts";
import { type SignedVariables, userOf } from "./signed-requests.ts";
import { needsConsent } from "./tenants.ts";
import type { PortalSettings } from "./portal-settings.ts";

export interface LaunchRouteParts {
  readonly config: Pick<HubspotConfig, "redirectUrl">;
  /** @throws CrmError `forbidden` where the user has not connected */
  readonly openCrm: (who: PortalUser) => Promise<HubspotCrm>;
  readonly passes: Passes;
  readonly settingsOf: (portal: string) => Promise<PortalSettings>;
  /** Ids of the widgets in the catalogue. */
  readonly widgets: () => Promise<readonly string[]>;
  readonly summaries: readonly SummaryDeclaration[];
  /** Choices between plans of companies that became one. */
  readonly mergesOf: (who: PortalUser) => Promise<Pick<PlanMerges, "open">>;
  /** What waits in HubSpot for somebody with rights is done before the figures are read, or after. Never fails. */
  readonly catchUp: (who: PortalUser, account: RecordId) => Promise<void>;
  /** Edits that were displaced where plans are kept in HubSpot. */
  readonly lostOf: (portal: string, account: RecordId) => Promise<readonly LostEdit[]>;
  readonly now?: () => number;
}

const launchBody = z.object({
  ...recordShape,
  widget: z.string().min(1).max(100),
  locale: z.string().max(40).optional(),
});
const summaryBody = z.object({ ...recordShape, widgets: z.array(z.string().max(100)).max(50) });

/** What a card asks for: a way into a widget, and widgets in a few figures. */
export function createLaunchRoutes(parts: LaunchRouteParts): Hono<{ Variables: SignedVariables }> {
  const { config, openCrm, passes, settingsOf, widgets, summaries, mergesOf, now = Date.now } = parts;
  const { lostOf, catchUp } = parts;
  const { origin } = config.redirectUrl;
  const app = new Hono<{ Variables: SignedVariables }>();
  /** Said with 200: of any other answer HubSpot's proxy hands only the status to the card. */
  const connect = { state: "connect", connectUri: `${origin}${INSTALL_PATH}` } as const;

  app.post("/launch", async (context) => {
    const who = userOf(context.req.url);
    const { objectType, objectId: id, widget, locale } = readSigned(context, launchBody);
    const { offWidgets } = await settingsOf(who.portal);
    if (offWidgets.includes(widget) || !(await widgets()).includes(widget))
      throw new CrmError("not-found", `This portal has no widget "${widget}".`);
    try {
      const crm = await openCrm(who);
      const place = await crm.placeOf({ type: objectType, id });
      const { code, expiresInSeconds } = await passes.issue(
        { ...who, objectType, objectId: id, account: place.account, widget },
        context.get("signature"),
      );
      const query = new URLSearchParams({
        widget,
        skin: "hubspot",
        currency: place.currency,
        timeZone: place.timeZone,
        ...(locale === undefined ? {} : { locale }),
      });
      return context.json({ uri: `${origin}/frame/?${query.toString()}#code=${code}`, expiresInSeconds });
    } catch (error) {
      if (needsConsent(error)) return context.json(connect);
      throw error;
    }
  });

  app.post("/summary", async (context) => {
    const who = userOf(context.req.url);
    const { objectType, objectId: id, widgets: wanted } = readSigned(context, summaryBody);
    try {
      const { offWidgets } = await settingsOf(who.portal);
      const asked = summaries.filter(({ widget }) => wanted.includes(widget) && !offWidgets.includes(widget));
      const crm = await openCrm(who);
      const place = await crm.placeOf({ type: objectType, id });
      await catchUp(who, place.account);
      const [input, merges, lost] = await Promise.all([
        readInput(crm, place, now()),
        mergesOf(who).then((of) => of.open(place.account)),
        lostOf(who.portal, place.account),
      ]);
      const entries = asked.map((one): [string, WidgetSummary] => [one.widget, one.compute(input)]);
      return context.json({
        state: "ready",
        summaries: Object.fromEntries(entries),
        off: offWidgets,
        ...(merges.length === 0 ? {} : { merges }),
        ...(lost.length === 0 ? {} : { lost }),
      });
    } catch (error) {
      if (needsConsent(error)) return context.json({ ...connect, summaries: {} });
      throw error;
    }
  });
  return app;
}

async function readInput(
  { reader, store }: HubspotCrm,
  { account, timeZone }: RecordPlace,
  now: number,
): Promise<SummaryInput> {
  const [[plan, library], crm] = await Promise.all([
    store.load([accountScope(account), LIBRARY]),
    reader.openAccount(account).then(
      ({ account: own, family, opportunities, assets }): SummaryCrm => ({
        account: own,
        family: family.items,
        opportunities: opportunities.items,
        assets: assets.items,
      }),
      // A plan is worth showing without the CRM's figures; the summary says that they are missing.
      () => undefined,
    ),
  ]);
  return {
    plan: (plan?.records ?? []).map((one) => upgradeRecord(one)),
    library: (library?.records ?? []).map((one) => upgradeRecord(one)),
    ...(crm ? { crm } : {}),
    today: new Intl.DateTimeFormat("en-CA", { timeZone }).format(now) as IsoDate,
  };
}
