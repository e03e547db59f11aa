import { CrmError } from "@sweetspot/contract";
import type { Settings } from "@sweetspot/crm-sql";
import { Hono } from "hono";
import { hashOf, newSecret } from "../sessions/sessions.ts";
import type { TenantPrivacy } from "../privacy/tenant-privacy.ts";
import { tenantOf } from "./tenants.ts";

/** A portal's data on its way out. */
export interface TenantExport {
  /** The rows by table, or where HubSpot's proxy would not carry so many, a link that works once. */
  begin(portal: string): Promise<{ readonly data: unknown } | { readonly uri: string }>;
  /** `GET /export`: the same rows, for a browser. */
  readonly routes: Hono;
}

export interface TenantExportOptions {
  readonly privacy: Pick<TenantPrivacy, "export">;
  readonly settings: (portal: string) => Settings;
  /** Of this gateway, as people reach it. */
  readonly origin: string;
  readonly now: () => number;
}

/** HubSpot's proxy carries one megabyte. */
const MOST_BYTES = 900_000;
const LINK_SECONDS = 300;
const LINK_SETTING = "export-link";

interface Link {
  readonly hash: string;
  readonly expires: number;
}

export function createTenantExport({ privacy, settings, origin, now }: TenantExportOptions): TenantExport {
  const routes = new Hono();
  routes.get("/export", async (context) => {
    const { portal = "", code = "" } = context.req.query();
    const link = (await settings(portal).read(LINK_SETTING)) as Link | undefined;
    if (!link || link.hash !== hashOf(code) || link.expires <= now())
      throw new CrmError("unauthenticated", "This link was used already or is older than five minutes.");
    await settings(portal).write(LINK_SETTING, null);
    context.header("Content-Disposition", 'attachment; filename="sweetspot-export.json"');
    return context.json(await privacy.export(tenantOf(portal)));
  });

  return {
    async begin(portal) {
      const data = await privacy.export(tenantOf(portal));
      if (Buffer.byteLength(JSON.stringify(data)) <= MOST_BYTES) return { data };
      const code = newSecret();
      const link: Link = { hash: hashOf(code), expires: now() + LINK_SECONDS * 1000 };
      await settings(portal).write(LINK_SETTING, link);
      return { uri: `${origin}/hubspot/v1/export?${new URLSearchParams({ portal, code }).toString()}` };
    },
    routes,
  };
}
