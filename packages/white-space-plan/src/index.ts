export { createAxis } from "./axis.model.ts";
export type { Axis, AxisNode } from "./axis.model.ts";
export { handLevelOf } from "./cell.model.ts";
export type { CellModel } from "./cell.model.ts";
export { attributesOf, hiddenFieldsOf, toCrmFacts, withRoot } from "./crm-facts.model.ts";
export type { Conversion, CrmFacts } from "./crm-facts.model.ts";
export { createDeriver } from "./deriver.model.ts";
export { createGridModel } from "./grid.model.ts";
export type { GridModel, GridModelInput } from "./grid.model.ts";
export { readPlan, sameRules } from "./plan-reading.model.ts";
export type {
  AreaRecord,
  CellRecord,
  DismissalRecord,
  GapRecord,
  OfferingRecord,
  PlanReading,
  Records,
} from "./plan-reading.model.ts";
export { dismissalOf, lookalikeFor, lookalikeStateOf } from "./lookalikes.model.ts";
export type { LookalikeState } from "./lookalikes.model.ts";
export { holderOf, holdingOf } from "./possession.model.ts";
export type { Holder, Holding } from "./possession.model.ts";
export { readMoneyBook } from "./money-book.model.ts";
export type { Converted, MoneyBook, PriceRecord, RateRecord } from "./money-book.model.ts";
export { addMonths, askFirst, openQuestions, pendingSteps, toProtect, whereNext } from "./lists.model.ts";
export { lastWon, toLevelReasons } from "./level-reasons.model.ts";
export type { ReasonGroup, ReasonRecord } from "./level-reasons.model.ts";
export { EASE_STEPS, rankNext } from "./rank-next.model.ts";
export type { CountedPotential, Hindrance, RankedEntry } from "./rank-next.model.ts";
