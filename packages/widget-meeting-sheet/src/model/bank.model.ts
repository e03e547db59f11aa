import type { PlanRecord, RecordId } from "@sweetspot/contract";
import { knowledgeGap, recordsOf, strategyLevel } from "@sweetspot/plan-model";
import { type BankQuestion, QUESTION_BANK } from "@sweetspot/strategy-overlap";

type Records = ReadonlyMap<RecordId, PlanRecord>;

/** Questions of the bank that nobody has noted for this person yet. */
export function bankFor(member: RecordId, records: Records): readonly BankQuestion[] {
  const noted = new Set(
    recordsOf(knowledgeGap, records.values())
      .filter(({ fields }) => fields.member === member)
      .map(({ fields }) => fields.bankQuestion),
  );
  return QUESTION_BANK.filter(({ key }) => !noted.has(key));
}

/** The levels of the strategy comparison, from the top. */
export const levelsOf = (records: Records) =>
  recordsOf(strategyLevel, records.values()).toSorted((one, other) => one.fields.order - other.fields.order);

/** Where a question of the bank belongs: personal ones to the person level, the others to the top. */
export function levelFor({ oneToOne }: BankQuestion, records: Records): RecordId | undefined {
  const levels = levelsOf(records);
  return (oneToOne ? levels.find(({ fields }) => fields.kind === "person") : levels[0])?.id;
}
