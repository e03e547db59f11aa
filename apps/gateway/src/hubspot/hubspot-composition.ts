import path from "node:path";
import type { Database } from "@sweetspot/crm-sql";
import { container } from "@sweetspot/widgets/container";
import type { GatewayConfig } from "../config/config.model.ts";
import type { Jobs } from "../jobs/jobs.port.ts";
import type { Log } from "../operation/log.ts";
import type { Operation } from "../operation/operation.ts";
import { createPages, type SiteFolders } from "../http/pages.ts";
import { createTenantPrivacy } from "../privacy/tenant-privacy.ts";
import type { RelationRoom } from "../relations/relation-room.ts";
import { createHubspotRoom, type HubspotRoom } from "./hubspot-room.ts";
import { createSharedBudget } from "./shared-budget.ts";
import { readSummaries } from "./widget-summaries.ts";

/** A further widget brings its figures for a card with its entry in the container. */
const SUMMARIES = await readSummaries(container);

export interface HubspotCompositionParts {
  readonly config: GatewayConfig;
  readonly database: Database;
  readonly folders: SiteFolders;
  readonly log: Log;
  readonly jobs: Jobs;
  readonly operation: Operation;
  readonly relations: Pick<RelationRoom, "visit">;
}

/** @returns undefined where this gateway is no app of HubSpot's */
export function openHubspotRoom({
  config,
  folders,
  operation,
  relations,
  ...parts
}: HubspotCompositionParts): HubspotRoom | undefined {
  if (!config.hubspot) return undefined;
  const pages = createPages(folders);
  const { database } = parts;
  return createHubspotRoom({
    ...parts,
    config: config.hubspot,
    admit: operation.admit,
    visitRelations: relations.visit,
    // An embedded database belongs to one gateway, which counts for itself.
    ...(database.kind === "postgresql"
      ? { budgetOf: (portal: string) => createSharedBudget({ database, portal }) }
      : {}),
    observe: (call) => operation.countCrmCall("hubspot", call),
    privacy: createTenantPrivacy(database),
    folder: path.join(config.dataFolder, "exports"),
    summaries: SUMMARIES,
    widgets: async () => (await pages.catalogue()).widgets.map(({ id }) => id),
  });
}
