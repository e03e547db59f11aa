import type { IsoDate, PlanFields, PlanRecord, RecordId } from "@sweetspot/contract";
import {
  accountPlan,
  coreMessage,
  insight,
  offering,
  proof,
  recordsOf,
  strategyLevel,
  sweetSpot,
  valueProposition,
} from "@sweetspot/plan-model";

/**
 * All that a customer may ever read, by entity and field. What is not named here cannot reach an excerpt, as its pages are
 * made of nothing but the records this file lets through: no notes, no ratings, no people, no gaps, no topics to avoid.
 */
export const EXCERPT_FIELDS: Readonly<Record<string, readonly string[]>> = {
  "account-plan": ["version", "versionDate", "region", "manager", "period"],
  "strategy-level": ["name", "kind", "order"],
  insight: ["level", "side", "kind", "statement", "order"],
  "sweet-spot": ["level", "customerInsights", "providerInsights", "order"],
  "core-message": ["sweetSpot", "level", "statement", "order", "language", "version"],
  "value-proposition": [
    "name",
    "sweetSpot",
    "level",
    "promise",
    "addedValue",
    "delivery",
    "proof",
    "proofs",
    "offerings",
    "language",
    "order",
  ],
  proof: ["name", "statement", "validUntil", "permission"],
  offering: ["name", "order"],
};

/**
 * The part of a plan that may be shared with the customer: what both sides meet in above the level of single persons, the
 * messages and propositions told to all, and proofs that may be told today. A proposition that rests on another proof
 * loses its words of proof too, as they may retell it.
 *
 * @param records of the plan and of the library
 * @param today the user's own day
 */
export function toExcerpt(records: Iterable<PlanRecord>, today: IsoDate): ReadonlyMap<RecordId, PlanRecord> {
  const all = [...records];
  const idsOf = (kept: readonly { readonly id: RecordId }[]): ReadonlySet<RecordId> =>
    new Set(kept.map(({ id }) => id));

  const levels = recordsOf(strategyLevel, all).filter(({ fields }) => fields.kind !== "person");
  const shared = idsOf(levels);
  const sayable = recordsOf(insight, all).filter(
    ({ fields }) => fields.internal !== true && fields.member === undefined && shared.has(fields.level),
  );
  const said = idsOf(sayable);
  const spots = recordsOf(sweetSpot, all).filter(
    ({ fields }) =>
      shared.has(fields.level) &&
      [...(fields.customerInsights ?? []), ...(fields.providerInsights ?? [])].every((id) => said.has(id)),
  );
  const met = idsOf(spots);
  const matched = new Set(
    spots.flatMap(({ fields }) => [...(fields.customerInsights ?? []), ...(fields.providerInsights ?? [])]),
  );
  const toAll = ({
    fields,
  }: {
    readonly fields: { sweetSpot: RecordId; member?: RecordId; level?: RecordId };
  }) =>
    met.has(fields.sweetSpot) &&
    fields.member === undefined &&
    (fields.level === undefined || shared.has(fields.level));
  const messages = recordsOf(coreMessage, all).filter(toAll);
  const propositions = recordsOf(valueProposition, all).filter(
    (one) => toAll(one) && one.fields.variantOf === undefined,
  );
  const proofs = recordsOf(proof, all).filter(
    ({ fields }) =>
      fields.permission === "granted" && (fields.validUntil === undefined || fields.validUntil >= today),
  );
  const tellable = idsOf(proofs);
  const offerings = recordsOf(offering, all);

  const kept: PlanRecord[] = [
    ...recordsOf(accountPlan, all),
    ...levels,
    ...sayable.filter(({ id }) => matched.has(id)),
    ...spots,
    ...messages,
    ...propositions.map((one) => {
      const cited = one.fields.proofs ?? [];
      if (cited.every((id) => tellable.has(id))) return one;
      const { proof: _retold, ...fields } = one.fields;
      return { ...one, fields: { ...fields, proofs: cited.filter((id) => tellable.has(id)) } };
    }),
    ...proofs,
    ...offerings,
  ];
  return new Map(kept.map((record) => [record.id, { ...record, fields: onlyNamed(record) }]));
}

function onlyNamed({ type, fields }: PlanRecord): PlanFields {
  const named = EXCERPT_FIELDS[type] ?? [];
  return Object.fromEntries(Object.entries(fields).filter(([field]) => named.includes(field)));
}
