import {
  byName,
  type Contact,
  CrmError,
  type Page,
  type PageOptions,
  type ReadOptions,
  type TeamMember,
} from "@sweetspot/contract";
import { PATHS } from "./api-version.ts";
import { adminCheck, type Desk, factsOf, idsOf } from "./desk.ts";
import { readPlace, toSlice } from "./pages.ts";
import type { HubspotOwner, HubspotRecord } from "./raw/answers.ts";
import { propertiesOf } from "./records/fields.ts";
import { CONTACT_COUNT, contactProperties, toContact, toTeamMember, userIdOf } from "./records/records.ts";
import { type Reads, readWhole } from "./reads.ts";
import { isMissingScope } from "./to-crm-error.ts";

/** The association that leads from a company to a contact who has it as his first. */
const TO_PRIMARY_CONTACT = 2;

export interface AccountContacts {
  readonly contacts: readonly Contact[];
  /** The company has more of them than show. */
  readonly isCut: boolean;
}

/** People who live on this account: those who are associated with it beside their own are no contacts of it. */
export async function readContacts(
  desk: Desk,
  company: HubspotRecord,
  options?: ReadOptions,
): Promise<AccountContacts> {
  try {
    return await readOwnContacts(desk, company, options);
  } catch (error) {
    // A user who may see no contact at all. What the app was not granted is another matter: an admin has to hear of it.
    if (CrmError.is(error, "forbidden") && !isMissingScope(error)) return { contacts: [], isCut: true };
    throw error;
  }
}

async function readOwnContacts(
  { reads, portal }: Desk,
  company: HubspotRecord,
  options?: ReadOptions,
): Promise<AccountContacts> {
  // Whom the user may not see HubSpot counts all the same.
  if (propertiesOf(company)[CONTACT_COUNT] === "0") return { contacts: [], isCut: false };
  const associations = await reads.associations("companies", "contacts", [company.id], options);
  const associated = associations.get(company.id) ?? [];
  const ids = associated
    .filter(({ types }) => types.some(({ typeId }) => typeId === TO_PRIMARY_CONTACT))
    .map(({ id }) => id);
  const records = await reads.records("contacts", ids, contactProperties(portal.mapping), options);
  const counted = Number(propertiesOf(company)[CONTACT_COUNT] ?? 0);
  return {
    contacts: records.map((record) => toContact(record, portal.mapping)).toSorted(byName),
    isCut: records.length < ids.length || associated.length < counted,
  };
}

const readOwners = (
  reads: Reads,
  archived: boolean,
  options: ReadOptions | undefined,
): Promise<HubspotOwner[]> =>
  readWhole(reads, "owners", PATHS.owners, { limit: "500", archived: String(archived) }, options);

/** Whoever may own records, those who left included. */
export async function readTeam(desk: Desk, options?: ReadOptions): Promise<TeamMember[]> {
  const [facts, here, left] = await Promise.all([
    factsOf(desk, options),
    // As when he signed in, so that this is no further request.
    readOwners(desk.reads, false, options),
    readOwners(desk.common, true, options),
  ]);
  const isAdmin = adminCheck(desk, facts);
  const known = new Set(idsOf(here));
  return [...here, ...left.filter(({ id }) => !known.has(id))]
    .map((owner) => toTeamMember(owner, isAdmin))
    .toSorted(byName);
}

/**
 * The member who signs in with this user's id; undefined where the portal has none. Never from what others were told: the
 * user's own token has to be good for it.
 */
export async function readMember(desk: Desk, options?: ReadOptions): Promise<TeamMember | undefined> {
  const [facts, owners] = await Promise.all([factsOf(desk, options), readOwners(desk.reads, false, options)]);
  const owner = owners.find((one) => userIdOf(one) === desk.userId);
  return owner && toTeamMember(owner, adminCheck(desk, facts));
}

/** Also of those who left, where HubSpot still knows who they were. */
export async function readUserNames(desk: Desk, options?: ReadOptions): Promise<ReadonlyMap<string, string>> {
  const lists = await Promise.all(
    [true, false].map((archived) => readOwners(desk.common, archived, options)),
  );
  const members = lists.flat().map((owner) => [userIdOf(owner), toTeamMember(owner, () => false)] as const);
  return new Map(
    members.flatMap(([user, { name }]) => (user === undefined || name === "" ? [] : [[user, name]])),
  );
}

const TEAM = ["team"];

export async function readTeamPage(desk: Desk, options?: PageOptions): Promise<Page<TeamMember>> {
  const place = readPlace(TEAM, options);
  return toSlice(TEAM, await readTeam(desk, options), place);
}
