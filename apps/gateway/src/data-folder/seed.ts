import { EMPTY, toRecordId } from "@sweetspot/contract";
import type { SqlCrm, SqlRelations } from "@sweetspot/crm-sql";
import { type CrmWorld, demoPlans, demoWorld, type PlanSeed } from "@sweetspot/fixtures";
import { seedRelations } from "../relations/seed-relations.ts";

const SETTING = "first-start";

/**
 * Fills a fresh database once: with the demo company, or with nothing but an administrator who can import. What was
 * done is remembered, so that a later start, or another gateway that starts at the same moment, adds nothing, whatever
 * it is told.
 */
export async function seedOnce(crm: SqlCrm, relations: SqlRelations, empty: boolean): Promise<void> {
  await crm.once(SETTING, async () => {
    const { world, plans } = empty ? onlyAdministrator() : demoCompany();
    await crm.writeWorld(world);
    await crm.seedPlans(plans);
    if (world.relations) await seedRelations(relations, world.relations);
    return { world: empty ? "empty" : "demo" };
  });
}

interface Seed {
  readonly world: CrmWorld;
  readonly plans: readonly PlanSeed[];
}

const demoCompany = (): Seed => ({ world: demoWorld(), plans: demoPlans() });

const onlyAdministrator = (): Seed => ({
  world: {
    teamMembers: [
      { id: toRecordId("administrator"), name: "Administrator", email: EMPTY, role: "admin", active: true },
    ],
    accounts: [],
    contacts: [],
    opportunities: [],
    assets: [],
    products: [],
    involvements: [],
    access: [],
  },
  plans: [],
});
