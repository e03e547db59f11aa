import { CrmError } from "@sweetspot/contract";
import type { ExportedRow, Settings } from "@sweetspot/crm-sql";
import { Hono } from "hono";
import { spoolExport } from "../privacy/export-file.ts";
import type { TenantPrivacy } from "../privacy/tenant-privacy.ts";
import { hashOf, newSecret } from "../sessions/sessions.ts";
import type { PortalUser } from "./grant-store.ts";
import type { PlansInHubspot } from "./plans-in-hubspot.ts";
import { tenantOf } from "./grant-store.ts";

/** A portal's data on its way out. */
export interface TenantExport {
  /**
   * The rows by table, or where HubSpot's proxy would not carry so many, a link that works once.
   *
   * @param who the admin who takes them; plans kept in HubSpot as he may read them
   * @param by the same, for the trail
   */
  begin(who: PortalUser, by: string): Promise<{ readonly data: unknown } | { readonly uri: string }>;
  /** `GET /export`: the same rows, for a browser. */
  readonly routes: Hono;
}

export interface TenantExportOptions {
  readonly privacy: Pick<TenantPrivacy, "export" | "noteExport">;
  readonly plansInHubspot: Pick<PlansInHubspot, "export">;
  readonly settings: (portal: string) => Settings;
  /** Where large exports wait for the browser that fetches them. */
  readonly folder: string;
  /** Of this gateway, as people reach it. */
  readonly origin: string;
  readonly now: () => number;
}

/** HubSpot's proxy carries one megabyte. */
const MOST_CHARACTERS = 300_000;
const LINK_SECONDS = 300;
const LINK_SETTING = "export-link";

interface Link {
  readonly hash: string;
  readonly user: string;
  readonly by: string;
  readonly expires: number;
}

class TooLargeError extends Error {}

export function createTenantExport(options: TenantExportOptions): TenantExport {
  const { privacy, plansInHubspot, settings, folder, origin, now } = options;
  const exportAll = async (who: PortalUser, write: (row: ExportedRow) => Promise<void>): Promise<void> => {
    await privacy.export(tenantOf(who.portal), write);
    await plansInHubspot.export(who, write);
  };
  const routes = new Hono();
  routes.get("/export", async (context) => {
    const { portal = "", code = "" } = context.req.query();
    const link = (await settings(portal).take(LINK_SETTING, { hash: hashOf(code) })) as Link | undefined;
    if (!link || link.expires <= now())
      throw new CrmError("unauthenticated", "This link was used already or is older than five minutes.");
    await privacy.noteExport(tenantOf(portal), link.by);
    const stream = await spoolExport(folder, (write) => exportAll({ portal, user: link.user }, write));
    context.header("Content-Type", "application/json");
    context.header("Content-Disposition", 'attachment; filename="sweetspot-export.json"');
    return context.body(stream);
  });

  /** @returns undefined where they are too many; then no more than fit were ever in memory */
  async function collect(who: PortalUser): Promise<Readonly<Record<string, unknown>> | undefined> {
    const tables: Record<string, ExportedRow["row"][]> = {};
    let characters = 0;
    try {
      await exportAll(who, async ({ table, row }) => {
        characters += JSON.stringify(row).length + table.length;
        if (characters > MOST_CHARACTERS) throw new TooLargeError();
        (tables[table] ??= []).push(row);
      });
      return tables;
    } catch (error) {
      if (characters > MOST_CHARACTERS) return undefined;
      throw error;
    }
  }

  return {
    async begin(who, by) {
      const { portal, user } = who;
      const data = await collect(who);
      if (data) {
        await privacy.noteExport(tenantOf(portal), by);
        return { data };
      }
      const code = newSecret();
      const link: Link = { hash: hashOf(code), user, by, expires: now() + LINK_SECONDS * 1000 };
      await settings(portal).write(LINK_SETTING, link);
      return { uri: `${origin}/hubspot/v1/export?${new URLSearchParams({ portal, code }).toString()}` };
    },
    routes,
  };
}
