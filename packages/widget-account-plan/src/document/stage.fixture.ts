import {
  accountScope,
  LIBRARY,
  type PlanRecord,
  type RecordId,
  scopeKey,
  toRecordId,
} from "@sweetspot/contract";
import { DEMO_TODAY, demoPlans, demoWorld, type PlanSeed } from "@sweetspot/fixtures";
import { toPlanLabels } from "@sweetspot/plan-model";
import type { TextLanguage } from "@sweetspot/strategy-overlap";
import { createFormat, createTranslator } from "@sweetspot/widget-kit";
import { catalogs } from "../locales.ts";
import type { Audience, SourceInput } from "./plan-source.ts";
import type { Words } from "./words.ts";

export const TODAY = DEMO_TODAY.slice(0, 10);

export const toRecord = (id: string, type: string, fields: PlanRecord["fields"]): PlanRecord => ({
  id: toRecordId(id),
  type,
  fields,
  schema: 1,
  revision: 1,
  createdAt: "2026-11-01T08:00:00.000Z",
  createdBy: toRecordId("member-lena"),
  updatedAt: "2026-11-01T08:00:00.000Z",
  updatedBy: toRecordId("member-lena"),
});

export const toMap = (records: readonly PlanRecord[]): ReadonlyMap<RecordId, PlanRecord> =>
  new Map(records.map((record) => [record.id, record]));

const recordsIn = (scope: PlanSeed["scope"]): readonly PlanRecord[] =>
  demoPlans(new Date(DEMO_TODAY))
    .filter((plan) => scopeKey(plan.scope) === scopeKey(scope))
    .flatMap(({ puts }) => puts.map(({ id, type, fields }) => toRecord(id, type, fields)));

/** One account of the demo company, as its page knows it. */
export function stageDemo(account: string, audience: Audience): SourceInput {
  const world = demoWorld(new Date(DEMO_TODAY));
  const found = world.accounts.find(({ id }) => id === account);
  if (!found) throw new Error(`The demo has no account ${account}.`);
  return {
    plan: toMap(recordsIn(accountScope(found.id))),
    library: toMap(recordsIn(LIBRARY)),
    crm: {
      account: found,
      family: [],
      opportunities: world.opportunities.filter(
        (deal) => "value" in deal.account && deal.account.value === account,
      ),
      assets: [],
      teamMembers: world.teamMembers,
    },
    audience,
    today: TODAY,
  };
}

/** Words of a document in one language. */
export function wordsIn(language: TextLanguage): Words {
  const { t } = createTranslator([catalogs], language);
  return {
    t,
    format: createFormat({ locale: language, timeZone: "UTC", currency: "EUR" }),
    labels: toPlanLabels(language),
    language,
  };
}
