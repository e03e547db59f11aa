import { type Contact, type CrmView, type PlanRecord, type RecordId } from "@sweetspot/contract";
import {
  BUYING_ROLES,
  buyingCentreMember,
  type FieldsOf,
  memberRating,
  recordsOf,
} from "@sweetspot/plan-model";
import { type MemberNotice, noticeLeavers } from "@sweetspot/strategy-overlap";
import { type Aspect, divergenceOf, type Rating, type Spread, spreadOf } from "./spread.model.ts";

export type MemberFields = FieldsOf<typeof buyingCentreMember>;

/** A person of the buying centre with what our people think of him. */
export interface Person {
  readonly id: RecordId;
  readonly fields: MemberFields;
  readonly ratings: readonly Rating[];
  readonly spreads: Readonly<Partial<Record<Aspect, Spread>>>;
  /** Aspects our people see differently. */
  readonly diverging: readonly Aspect[];
  /** `unknown`: nobody has met him yet; `left`: no longer there. */
  readonly standing: "known" | "unknown" | "left";
  /** An open task: nobody of ours leads the relationship. */
  readonly leadMissing: boolean;
  /** What the CRM now says otherwise. */
  readonly notice: MemberNotice["kind"] | undefined;
  /** The contact as the CRM knows him, where it does. */
  readonly contact: Contact | undefined;
}

export type PeopleCrm = Pick<
  CrmView,
  "account" | "family" | "contacts" | "complete" | "gaps" | "people" | "opportunities"
>;

type Compare = (one: string, other: string) => number;

/**
 * Everybody of the buying centre, those with the most to say first, those who left last.
 *
 * @param compare order of names in the user's language; by code where there is no user
 */
export function readPeople(
  records: Iterable<PlanRecord>,
  crm: PeopleCrm,
  compare: Compare = (one, other) => (one < other ? -1 : Number(one > other)),
): readonly Person[] {
  const all = [...records];
  const members = recordsOf(buyingCentreMember, all);
  const ratings = new Map<RecordId, Rating[]>();
  for (const rating of recordsOf(memberRating, all)) {
    const { member } = rating.fields;
    ratings.set(member, [...(ratings.get(member) ?? []), rating]);
  }
  const contacts = contactsOf(crm);
  const notices = new Map(noticesOf(members, crm).map(({ member, kind }) => [member, kind]));
  return members
    .map(({ id, fields }): Person => {
      const own = ratings.get(id) ?? [];
      const left = fields.leftOn !== undefined;
      return {
        id,
        fields,
        ratings: own,
        spreads: spreadsOf(own),
        diverging: divergenceOf(own),
        standing: left ? "left" : fields.contact === undefined ? "unknown" : "known",
        leadMissing: !left && fields.lead === undefined,
        notice: notices.get(id),
        contact: fields.contact === undefined ? undefined : contacts.get(fields.contact),
      };
    })
    .toSorted((one, other) => byWeight(one, other) || compare(one.fields.name, other.fields.name));
}

const spreadsOf = (ratings: readonly Rating[]): Person["spreads"] =>
  Object.fromEntries(
    (["relationship", "influence", "power", "interest"] as const).flatMap((aspect) => {
      const spread = spreadOf(ratings, aspect);
      return spread ? [[aspect, spread]] : [];
    }),
  );

/** The account's contacts, and people from elsewhere who take part in its deals, once these are read. */
export function contactsOf(crm: Pick<CrmView, "contacts" | "people">): ReadonlyMap<RecordId, Contact> {
  const involved = (crm.people?.involvements ?? []).flatMap(({ person }) =>
    person.kind === "contact" ? [person.contact] : [],
  );
  return new Map([...involved, ...crm.contacts].map((contact) => [contact.id, contact]));
}

/**
 * Only contacts of this very account are read to the end, so only of them is absence news. A member says at which account
 * the contact stood; where nothing is said, the account has no others below it.
 */
function noticesOf(members: Parameters<typeof noticeLeavers>[0], crm: PeopleCrm): readonly MemberNotice[] {
  const { account, family } = crm;
  if (!crm.complete || !account) return [];
  const blind = crm.gaps.includes("hidden-contacts");
  const accountOf = new Map(members.map(({ id, fields }) => [id, fields.account]));
  const stoodHere = (member: RecordId): boolean => {
    const at = accountOf.get(member);
    return at === undefined ? family.length <= 1 : at === account.id;
  };
  const known = [...contactsOf(crm).values()];
  return noticeLeavers(members, known, new Set([account.id, ...family.map(({ id }) => id)])).filter(
    ({ kind, member }) => kind !== "gone" || (!blind && stoodHere(member)),
  );
}

const RANK = new Map<string, number>(BUYING_ROLES.map((role, index) => [role, index + 1]));

/** The role's number in the role matrix: 4 sponsor … 1 user, 0 where none is set. */
export const rankOf = ({ fields }: Pick<Person, "fields">): number =>
  fields.role === undefined ? 0 : (RANK.get(fields.role) ?? 0);

const byWeight = (one: Person, other: Person): number =>
  Number(one.standing === "left") - Number(other.standing === "left") ||
  rankOf(other) - rankOf(one) ||
  (other.spreads.influence?.high ?? 0) - (one.spreads.influence?.high ?? 0);
