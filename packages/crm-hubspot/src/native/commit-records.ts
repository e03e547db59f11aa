import type { ReadOptions } from "@sweetspot/contract";
import { PATHS } from "../api-version.ts";
import type { HubspotUser } from "../hubspot-crm.ts";
import type { HubspotPortal } from "../hubspot-portal.ts";
import type { Line } from "../line.ts";
import type { HubspotPage, HubspotRecord } from "../raw/answers.ts";
import { propertiesOf } from "../records/fields.ts";
import { chunkNames, findCommitType, SLOT } from "./native-object.ts";

interface Place {
  readonly portal: HubspotPortal;
  readonly token: HubspotUser["token"];
}

/** A commit as HubSpot keeps it, whether or not it can still be read. */
export interface CommitRecord {
  /** HubSpot's. */
  readonly id: string;
  /** Scope and version. */
  readonly slot: string;
  /** An entry's JSON. */
  readonly text: string;
}

const PAGE = 100;

/** All commits of all plans in the portal, in HubSpot's order. */
export async function* listCommits(
  line: Line,
  type: string,
  options?: ReadOptions,
): AsyncGenerator<CommitRecord> {
  let after: string | undefined;
  do {
    const page: HubspotPage<HubspotRecord> = await line.send(
      {
        name: "plan-commits.list",
        path: PATHS.customRecords(type),
        query: {
          limit: String(PAGE),
          properties: [SLOT, ...chunkNames].join(","),
          ...(after === undefined ? {} : { after }),
        },
      },
      options,
    );
    for (const record of page.results ?? []) {
      const properties = propertiesOf(record);
      const text = chunkNames.map((name) => properties[name] ?? "").join("");
      yield { id: record.id, slot: properties[SLOT] ?? "", text };
    }
    after = page.paging?.next?.after ?? undefined;
  } while (after !== undefined);
}

/** Calls back with every commit of the portal's plans, history and all. A portal without any has none. */
export async function exportPlansInHubspot(
  { portal, token }: Place,
  write: (commit: CommitRecord) => Promise<void>,
  options?: ReadOptions,
): Promise<void> {
  const line = portal.line(token);
  const type = await findCommitType(portal, line, options);
  if (type === undefined) return;
  for await (const commit of listCommits(line, type, options)) await write(commit);
}

/**
 * Deletes every commit of the portal's plans; the definition of the object stays. HubSpot lets admins restore deleted records
 * for a while. Gateways that remember plans of this portal are to open it anew.
 *
 * @returns how many
 */
export async function erasePlansInHubspot({ portal, token }: Place, options?: ReadOptions): Promise<number> {
  const line = portal.line(token);
  const type = await findCommitType(portal, line, options);
  if (type === undefined) return 0;
  // All of them first: whoever deletes while he leafs through pages skips some.
  const ids: string[] = [];
  for await (const { id } of listCommits(line, type, options)) ids.push(id);
  for (let start = 0; start < ids.length; start += PAGE)
    await line.send(
      {
        name: "plan-commits.archive",
        method: "POST",
        path: PATHS.customBatchArchive(type),
        body: { inputs: ids.slice(start, start + PAGE).map((id) => ({ id })) },
      },
      options,
    );
  return ids.length;
}
