import { LIBRARY, type RecordId, toRecordId } from "@sweetspot/contract";
import {
  type CrmWorld,
  DEMO_ACCOUNTS,
  DEMO_TEAM,
  demoPlans,
  demoWorld,
  type PlanSeed,
} from "@sweetspot/fixtures";
import { fullPlan } from "./full-plan.ts";

/** A customer to look at: its CRM, its plan, and who looks. */
export interface Stage {
  readonly account: RecordId;
  readonly world: CrmWorld;
  readonly plans: readonly PlanSeed[];
  readonly users: { readonly rep: RecordId; readonly colleague: RecordId; readonly admin: RecordId };
}

const users = { rep: DEMO_TEAM.lena, colleague: DEMO_TEAM.tobias, admin: DEMO_TEAM.ratih };

const ACCOUNTS: Readonly<Record<string, string>> = {
  "figure-2-24": DEMO_ACCOUNTS.gasProducer,
  "figure-2-25": DEMO_ACCOUNTS.airline,
  "food-retailer": DEMO_ACCOUNTS.foodRetailer,
  bank: DEMO_ACCOUNTS.investmentBank,
  large: DEMO_ACCOUNTS.large,
  nothing: DEMO_ACCOUNTS.empty,
};

/**
 * The demo company's accounts by name; `first-…` without their plan, `bare-…` without the company's library too, and
 * `full` and `huge`, grids of 40 and 300 areas by 20 offerings with names that hurt.
 */
export function openStage(name: string): Stage {
  const [, how, key = "food-retailer"] = /^(?:(first|bare)-)?(.+)$/.exec(name) ?? [];
  const world = demoWorld();
  if (key === "full" || key === "huge") {
    const account = toRecordId(DEMO_ACCOUNTS.empty);
    return {
      account,
      world,
      plans: fullPlan(account, users.rep, users.admin, key === "huge" ? 360 : 48),
      users,
    };
  }
  const account = toRecordId(ACCOUNTS[key] ?? DEMO_ACCOUNTS.foodRetailer);
  const plans = demoPlans();
  const library = plans.filter((plan) => plan.scope.kind === LIBRARY.kind);
  const own = plans.filter((plan) => plan.scope.kind === "account" && plan.scope.account === account);
  const kept = how === "bare" ? [] : how === "first" ? library : [...library, ...own];
  return { account, world, plans: kept, users };
}
