import {
  erasePersonInHubspot,
  erasePlansInHubspot,
  exportPlansInHubspot,
  namesPerson,
} from "@sweetspot/crm-hubspot";
import type { Database, ErasedPerson, ExportedRow, Person } from "@sweetspot/crm-sql";
import type { GatewayConfig } from "../config/config.model.ts";
import { openOperatorPlans } from "../hubspot/operator-plans.ts";
import { CommandError } from "../import/import-command.ts";
import type { DataCommand } from "./data-command.model.ts";

/** Plans of a tenant that are not in the gateway's database but records in its portal; nothing for other tenants. */
export interface PlansElsewhere {
  export(person: Person | undefined, write: (row: ExportedRow) => Promise<void>): Promise<void>;
  /** @returns how many commits */
  eraseAll(): Promise<number>;
  /** @returns how many commits were changed */
  erasePerson(person: Person, erased: ErasedPerson): Promise<number>;
}

type Wish = Extract<DataCommand, { readonly verb: "export" | "erase" }>;

/** @throws CommandError where plans are kept in HubSpot and nobody's rights are at hand, unless they are to be left out */
export async function openPlansElsewhere(
  { tenant, person, as, withoutHubspot }: Wish,
  database: Database,
  config: GatewayConfig,
): Promise<PlansElsewhere> {
  const plans = withoutHubspot
    ? undefined
    : await openOperatorPlans({ database, config: config.hubspot, tenant, as });
  if (as !== undefined && as === person?.id)
    throw new CommandError("--as: not the person itself, whose consent goes first. Name another user.");
  if (plans && !plans.reach && (plans.keptThere || as !== undefined))
    throw new CommandError(
      `Plans of ${tenant} are records in HubSpot, and nobody’s rights are at hand. Name a connected user by --as, have an ` +
        "admin lend his rights on the settings page, or leave them out by --without-hubspot; HUBSPOT_CLIENT_ID and the " +
        "other variables of the gateway must be set.",
    );
  const reach = plans?.reach ?? (async () => {});
  async function count(work: (place: Parameters<Parameters<typeof reach>[0]>[0]) => Promise<number>) {
    let commits = 0;
    await reach(async (place) => void (commits = await work(place)));
    return commits;
  }
  return {
    export: (wanted, write) =>
      reach((place) =>
        exportPlansInHubspot(place, async ({ id, slot, text }) => {
          if (wanted && !namesPerson({ text }, { id: wanted.id, signs: wanted.names ?? [] })) return;
          await write({ table: "hubspot_plan_commit", row: { id, slot, entry: text } });
        }),
      ),
    eraseAll: () => count(erasePlansInHubspot),
    erasePerson: ({ id }, { pseudonym, texts }) =>
      count((place) => erasePersonInHubspot(place, { id, pseudonym, signs: texts })),
  };
}
