import { createHash } from "node:crypto";
import {
  accountScope,
  HIDDEN,
  LIBRARY,
  type Put,
  type ReadOptions,
  type RecordId,
  type Scope,
  type TeamMember,
  toRecordId,
} from "@sweetspot/contract";
import { COMMIT_LIMIT, followMergedRecord, type MergedRecord } from "@sweetspot/plan-model";
import type { HubspotUser } from "../hubspot-crm.ts";
import type { HubspotPortal } from "../hubspot-portal.ts";
import { listCommits } from "./commit-records.ts";
import { findCommitType } from "./native-object.ts";
import { createNativePlanStore } from "./native-plan-store.ts";
import { copiesOf, liveIn } from "./plan-log.model.ts";
import { createPlanLog } from "./plan-log.ts";

interface Place {
  readonly portal: HubspotPortal;
  readonly token: HubspotUser["token"];
}

/** Who did it, in the history: no person did. */
const nobody = (by: RecordId): TeamMember => ({
  id: by,
  name: "",
  email: HIDDEN,
  role: "admin",
  active: true,
});

/** A plan in the portal's records, as far as a choice between two needs; undefined where nobody has ever written it. */
export async function sizeOfPlanInHubspot(
  { portal, token }: Place,
  scope: Scope,
  options?: ReadOptions,
): Promise<{ readonly records: number; readonly changedAt: Date } | undefined> {
  const line = portal.line(token);
  if ((await findCommitType(portal, line, options)) === undefined) return undefined;
  const entries = await createPlanLog({ portal, line, onLost: () => {} }).read(scope, options);
  const last = entries.at(-1);
  return last && { records: liveIn(copiesOf(entries).values()).length, changedAt: new Date(last.at) };
}

/**
 * Plans in the portal's records that point to a CRM record which was merged point to the survivor from then on: a commit
 * like any other for each plan, with its place in the history. Reads every commit of the portal.
 *
 * @param by stands in the history
 * @returns how many plan records were changed
 */
export async function followReferencesInHubspot(
  place: Place,
  merged: MergedRecord,
  by: RecordId,
  options?: ReadOptions,
): Promise<number> {
  const line = place.portal.line(place.token);
  const type = await findCommitType(place.portal, line, options);
  if (type === undefined) return 0;
  const pointing = new Set<string>();
  for await (const { slot, text } of listCommits(line, type, options))
    if (text.includes(JSON.stringify(merged.gone))) pointing.add(slot.replace(/#\d+$/, ""));
  const store = createNativePlanStore({ ...place, member: nobody(by) });
  let changed = 0;
  for (const key of [...pointing].toSorted()) {
    const scope = toScope(key);
    const [plan] = await store.load([scope], options);
    const puts = (plan?.records ?? []).flatMap((record): Put[] => {
      const fields = followMergedRecord(record.type, record.fields, merged);
      return fields ? [{ id: record.id, type: record.type, base: record.revision, fields }] : [];
    });
    for (let start = 0; start < puts.length; start += COMMIT_LIMIT) {
      const part = puts.slice(start, start + COMMIT_LIMIT);
      // Named by what it changes: told again while it is under way, it is the same commit.
      const named = JSON.stringify(["follow", merged, part.map(({ id, base }) => [id, base])]);
      const commit = createHash("sha256").update(named).digest("base64url");
      await store.commit({ scope, key: commit, puts: part, removes: [] }, options);
    }
    changed += puts.length;
  }
  return changed;
}

const toScope = (key: string): Scope =>
  key === "library" ? LIBRARY : accountScope(toRecordId(key.slice("account:".length)));
