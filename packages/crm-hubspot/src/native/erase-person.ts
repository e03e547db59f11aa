import type { ReadOptions } from "@sweetspot/contract";
import { ERASED } from "@sweetspot/plan-model";
import { PATHS } from "../api-version.ts";
import type { HubspotUser } from "../hubspot-crm.ts";
import type { HubspotPortal } from "../hubspot-portal.ts";
import { type CommitRecord, listCommits } from "./commit-records.ts";
import { chunkNames, findCommitType, toChunks } from "./native-object.ts";

interface Place {
  readonly portal: HubspotPortal;
  readonly token: HubspotUser["token"];
}

/** Somebody who has written plans, or is named in them. */
export interface NamedPerson {
  /** Of the CRM, as a whole value in an entry. */
  readonly id: string;
  /** Names and addresses that tell the person, anywhere in a text. */
  readonly signs: readonly string[];
}

const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);

/** Does a commit name this person, or was it written by it? */
export const namesPerson = ({ text }: Pick<CommitRecord, "text">, { id, signs }: NamedPerson): boolean =>
  text.includes(JSON.stringify(id)) || signs.some((sign) => text.includes(inJson(sign)));

/**
 * Wherever the person's id stands in a commit a pseudonym takes its place, and its names leave all texts; what it wrote about
 * customers stays. Gateways that remember the commits read them anew within minutes.
 *
 * @returns how many commits were changed
 */
export async function erasePersonInHubspot(
  { portal, token }: Place,
  person: NamedPerson & { readonly pseudonym: string },
  options?: ReadOptions,
): Promise<number> {
  const line = portal.line(token);
  const type = await findCommitType(portal, line, options);
  if (type === undefined) return 0;
  const named: CommitRecord[] = [];
  for await (const commit of listCommits(line, type, options))
    if (namesPerson(commit, person)) named.push(commit);
  for (const { id, text } of named) {
    const cleaned = person.signs.reduce((rest, sign) => rest.replaceAll(inJson(sign), ERASED), text);
    const entry = cleaned.replaceAll(JSON.stringify(person.id), JSON.stringify(person.pseudonym));
    await line.send(
      {
        name: "plan-commits.erase",
        method: "PATCH",
        path: PATHS.customRecord(type, id),
        body: {
          properties: { ...Object.fromEntries(chunkNames.map((name) => [name, ""])), ...toChunks(entry) },
        },
      },
      options,
    );
  }
  return named.length;
}
