import type { IsoDate, PlanRecord, RecordId } from "@sweetspot/contract";
import { introduction, recordsOf, relationRules } from "@sweetspot/plan-model";
import { addDays, QUARTER_DAYS } from "./days.model.ts";

export interface AskingRules {
  /** The same go-between should not be asked again for so many days. */
  readonly coolingOffDays: number;
  readonly asksPerQuarter: number;
}

/** Until the admin says otherwise; the same as the relations' own. */
export const DEFAULT_ASKING_RULES: AskingRules = { coolingOffDays: 90, asksPerQuarter: 3 };

export function readAskingRules(library: Iterable<PlanRecord>): AskingRules {
  const [rules] = recordsOf(relationRules, library);
  return {
    coolingOffDays: rules?.fields.coolingOffDays ?? DEFAULT_ASKING_RULES.coolingOffDays,
    asksPerQuarter: rules?.fields.asksPerQuarter ?? DEFAULT_ASKING_RULES.asksPerQuarter,
  };
}

/** How often a person was asked for an introduction lately, and when last. */
export interface Asks {
  readonly count: number;
  readonly last: IsoDate | undefined;
}

/** A reason to think twice before asking somebody; never a prohibition. */
export type AskingHint =
  | { readonly hint: "cooling-off"; readonly last: IsoDate; readonly until: IsoDate }
  | { readonly hint: "too-often"; readonly count: number };

interface Asked {
  readonly goBetween: string;
  /** The introduction this is about: it does not count against itself. */
  readonly but?: RecordId;
  /** What the host counted in all accounts, where it can. */
  readonly counted?: { readonly count: number; readonly last: IsoDate };
  readonly today: IsoDate;
}

/** Requests of the last three months, of this plan or of all of them, whichever knows of more. */
export function asksOf(records: Iterable<PlanRecord>, { goBetween, but, counted, today }: Asked): Asks {
  const since = addDays(today, -QUARTER_DAYS);
  const days = recordsOf(introduction, records)
    .filter(({ id, fields }) => id !== but && fields.goBetween === goBetween)
    .flatMap(({ fields }) => fields.askedOn ?? [])
    .toSorted();
  const last = [days.at(-1), counted?.last]
    .filter((day) => day !== undefined)
    .toSorted()
    .at(-1);
  return { count: Math.max(days.filter((day) => day > since).length, counted?.count ?? 0), last };
}

export function askingHints(
  { count, last }: Asks,
  rules: AskingRules,
  today: IsoDate,
): readonly AskingHint[] {
  const until = last === undefined ? undefined : addDays(last, rules.coolingOffDays);
  const hints: AskingHint[] = [];
  if (last !== undefined && until !== undefined && until > today)
    hints.push({ hint: "cooling-off", last, until });
  if (count >= rules.asksPerQuarter) hints.push({ hint: "too-often", count });
  return hints;
}
