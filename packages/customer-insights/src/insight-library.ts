import type { PlanRecord, RecordId } from "@sweetspot/contract";
import {
  isRecordOf,
  offering,
  recordsOf,
  WHITE_SPACE_RULES_ID,
  whiteSpaceRules,
} from "@sweetspot/plan-model";
import { type OfferingMatch, toRules, type WhiteSpaceRules } from "@sweetspot/white-space";

/** What the company's library says about comparing customers. */
export interface InsightLibrary {
  /** Those without others beneath, by id: columns of every matrix. */
  readonly offerings: readonly LibraryOffering[];
  readonly rules: WhiteSpaceRules;
  /** Figures may count customers and deals that whoever asks cannot see. */
  readonly countsUnseen: boolean;
}

export interface LibraryOffering extends OfferingMatch {
  readonly id: RecordId;
  /** No longer sold: it makes customers alike, and is suggested to nobody. */
  readonly retired: boolean;
}

/** Reads the library; records of no concern are passed over. */
export function readInsightLibrary(records: readonly PlanRecord[]): InsightLibrary {
  const all = recordsOf(offering, records);
  const groups = new Set(all.flatMap(({ fields }) => fields.parent ?? []));
  const rules = records.find(({ id }) => id === WHITE_SPACE_RULES_ID);
  const stored = rules && isRecordOf(whiteSpaceRules, rules) ? rules.fields : {};
  return {
    offerings: all
      .filter(({ id }) => !groups.has(id))
      .map(({ id, fields }) => ({
        id,
        name: fields.name,
        products: fields.products ?? [],
        terms: fields.terms ?? [],
        retired: fields.retired ?? false,
      }))
      .toSorted((one, other) => (one.id < other.id ? -1 : 1)),
    rules: toRules(stored),
    countsUnseen: stored.countUnseenCustomers ?? false,
  };
}
