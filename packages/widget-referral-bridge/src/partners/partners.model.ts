import type { IsoDate, PlanRecord, RecordId } from "@sweetspot/contract";
import {
  type FieldsOf,
  type RecordOf,
  recordsOf,
  referralPartner,
  searchProfile,
} from "@sweetspot/plan-model";
import { addDays } from "../introductions/days.model.ts";

export type PartnerRecord = RecordOf<typeof referralPartner>;
export type ProfileRecord = RecordOf<typeof searchProfile>;
export type PartnerState = NonNullable<FieldsOf<typeof referralPartner>["status"]>;

/** Method §5.5: more partners than these cannot be kept in touch with, fewer do not carry. */
export const PARTNERS = { least: 5, most: 10 };
/** Method §5.5: two or three sharp profiles; nobody remembers more. */
export const PROFILES = { least: 2, most: 3 };
/** A partner nobody has talked to for so long forgets us. */
const QUIET_DAYS = 90;

export interface Partner {
  readonly record: PartnerRecord;
  readonly status: PartnerState;
  readonly profiles: readonly ProfileRecord[];
  /** Nobody of ours has talked to an active partner for a quarter, or ever. */
  readonly quiet: boolean;
}

export interface ReferralNetwork {
  readonly partners: readonly Partner[];
  readonly profiles: readonly ProfileRecord[];
  /** Of the partners that count, to be won or active: too few, too many, or neither. */
  readonly number: "few" | "right" | "many";
  readonly profileNumber: "few" | "right" | "many";
}

const ORDER: readonly PartnerState[] = ["active", "to-win", "resting"];

/** The referral partners of the library, active ones first, and what they look out for. */
export function readNetwork(library: Iterable<PlanRecord>, today: IsoDate): ReferralNetwork {
  const records = [...library];
  const profiles = recordsOf(searchProfile, records).toSorted(byName);
  const byId = new Map<RecordId, ProfileRecord>(profiles.map((profile) => [profile.id, profile]));
  const partners = recordsOf(referralPartner, records)
    .toSorted(byName)
    .map((record): Partner => {
      const status = record.fields.status ?? "to-win";
      const { lastContact } = record.fields;
      return {
        record,
        status,
        profiles: (record.fields.searchProfiles ?? []).flatMap((id) => byId.get(id) ?? []),
        quiet: status === "active" && (lastContact === undefined || addDays(lastContact, QUIET_DAYS) < today),
      };
    })
    .toSorted((one, other) => ORDER.indexOf(one.status) - ORDER.indexOf(other.status));
  return {
    partners,
    profiles,
    number: compare(partners.filter(({ status }) => status !== "resting").length, PARTNERS),
    profileNumber: compare(profiles.length, PROFILES),
  };
}

const compare = (count: number, { least, most }: { least: number; most: number }) =>
  count < least ? "few" : count > most ? "many" : "right";

const byName = (one: PartnerRecord | ProfileRecord, other: PartnerRecord | ProfileRecord): number =>
  one.fields.name < other.fields.name
    ? -1
    : one.fields.name > other.fields.name
      ? 1
      : one.id < other.id
        ? -1
        : 1;
