import { LIBRARY, type RecordId, toRecordId } from "@sweetspot/contract";
import {
  type CrmWorld,
  DEMO_ACCOUNTS,
  DEMO_TEAM,
  demoPlans,
  demoWorld,
  type PlanSeed,
} from "@sweetspot/fixtures";
import { hurtingPlan } from "./hurting-plan.ts";

/** A customer to look at: its CRM, its plan, and who looks. */
export interface Stage {
  readonly account: RecordId;
  readonly world: CrmWorld;
  readonly plans: readonly PlanSeed[];
  readonly users: { readonly rep: RecordId; readonly admin: RecordId };
}

const users = { rep: DEMO_TEAM.lena, admin: DEMO_TEAM.ratih };

const ACCOUNTS: Readonly<Record<string, string>> = {
  gas: DEMO_ACCOUNTS.gasProducer,
  airline: DEMO_ACCOUNTS.airline,
  retail: DEMO_ACCOUNTS.foodRetailer,
  bank: DEMO_ACCOUNTS.investmentBank,
  nothing: DEMO_ACCOUNTS.empty,
};

/** The demo company's accounts by name; `hurting` has names and texts that hurt. */
export function openStage(name: string): Stage {
  const world = demoWorld();
  const plans = demoPlans();
  const library = plans.filter((plan) => plan.scope.kind === LIBRARY.kind);
  if (name === "hurting") {
    const account = toRecordId(DEMO_ACCOUNTS.empty);
    return { account, world, plans: [...library, hurtingPlan(account, users.rep)], users };
  }
  const account = toRecordId(ACCOUNTS[name] ?? DEMO_ACCOUNTS.foodRetailer);
  const own = plans.filter((plan) => plan.scope.kind === "account" && plan.scope.account === account);
  return { account, world, plans: [...library, ...own], users };
}
