import { isTombstone, type ReadOptions, type RecordId, type StoredCopy } from "@sweetspot/contract";
import { ERASED, isAboutContact, personNames, tellingNames, withoutPerson } from "@sweetspot/plan-model";
import { PATHS } from "../api-version.ts";
import type { HubspotUser } from "../hubspot-crm.ts";
import type { HubspotPortal } from "../hubspot-portal.ts";
import type { Line } from "../line.ts";
import { listCommits } from "./commit-records.ts";
import { chunkNames, findCommitType, toChunks } from "./native-object.ts";
import type { LogEntry } from "./plan-log.model.ts";

interface Place {
  readonly portal: HubspotPortal;
  readonly token: HubspotUser["token"];
}

interface Kept {
  readonly id: string;
  readonly scope: string;
  readonly text: string;
  readonly entry: LogEntry;
}

/**
 * A contact was erased in HubSpot for privacy: whatever commits say of the person goes, and the name leaves all other texts.
 * The one case in which an entry is changed. Gateways that remember the entries read them anew within minutes.
 *
 * @returns how many entries were changed
 */
export async function eraseContactInHubspot(
  { portal, token }: Place,
  contact: RecordId,
  options?: ReadOptions,
): Promise<number> {
  const line = portal.line(token);
  const type = await findCommitType(portal, line, options);
  if (type === undefined) return 0;
  const all = await readAll(line, type, options);
  const copies = all.flatMap(({ scope, entry }) => entry.stored.map((copy) => ({ scope, copy })));
  const about = new Set(
    copies.flatMap(({ scope, copy }) =>
      isAboutContact(copy.type, fieldsOf(copy), contact) ? [`${scope} ${copy.id}`] : [],
    ),
  );
  const names = tellingNames(
    copies.flatMap(({ scope, copy }) =>
      about.has(`${scope} ${copy.id}`) ? personNames(copy.type, fieldsOf(copy)) : [],
    ),
  );
  let changed = 0;
  for (const { id, scope, text, entry } of all) {
    const stored = entry.stored.map((copy) =>
      isTombstone(copy) || !about.has(`${scope} ${copy.id}`)
        ? copy
        : { ...copy, fields: withoutPerson(copy.type, copy.fields) },
    );
    const cleaned = names.reduce(
      (rest, name) => rest.replaceAll(JSON.stringify(name).slice(1, -1), ERASED),
      JSON.stringify({ ...entry, stored }),
    );
    if (cleaned === text) continue;
    await line.send(
      {
        name: "plan-commits.erase",
        method: "PATCH",
        path: PATHS.customRecord(type, id),
        body: {
          properties: { ...Object.fromEntries(chunkNames.map((name) => [name, ""])), ...toChunks(cleaned) },
        },
      },
      options,
    );
    changed += 1;
  }
  return changed;
}

const fieldsOf = (copy: StoredCopy) => (isTombstone(copy) ? null : copy.fields);

async function readAll(line: Line, type: string, options?: ReadOptions): Promise<readonly Kept[]> {
  const all: Kept[] = [];
  for await (const { id, slot, text } of listCommits(line, type, options))
    all.push({ id, scope: slot.replace(/#\d+$/, ""), text, entry: JSON.parse(text) as LogEntry });
  return all;
}
