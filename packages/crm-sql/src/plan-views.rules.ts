import { accountScope, toRecordId } from "@sweetspot/contract";
import { CONFORMANCE_USERS, conformanceWorld } from "@sweetspot/fixtures";
import { cellId, ENTITIES } from "@sweetspot/plan-model";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import type { Database } from "./database.ts";
import { migrate } from "./migrate.ts";
import { createSqlCrm } from "./sql-crm.ts";

export function describePlanViews(database: () => Database): void {
  describe("plan content as typed views", () => {
    it("has one view for each entity, with the declaration's help on view and columns", async () => {
      const rows = await database().query(
        sql<{
          name: string;
          help: string;
        }>`select viewname as name, obj_description(viewname::regclass) as help
          from pg_views where schemaname = current_schema() and viewname like 'plan\\_%' order by viewname`,
      );
      expect(rows).toEqual(
        ENTITIES.map((entity) => ({
          name: `plan_${entity.name.replaceAll("-", "_")}`,
          help: entity.help,
        })).toSorted((one, other) => (one.name < other.name ? -1 : 1)),
      );
    });

    it("shows a cell with real dates, amounts and flags, and without removed records", async () => {
      const tenant = "views";
      const crm = createSqlCrm(database(), { tenant });
      await crm.writeWorld(conformanceWorld());
      const { store } = await crm.as(CONFORMANCE_USERS.rep);
      const scope = accountScope(toRecordId("acc-nordwind"));
      const [perspective, area, offering, spare] = ["per-1", "area-1", "off-1", "area-2"].map(toRecordId) as [
        never,
        never,
        never,
        never,
      ];
      const cell = cellId(area, offering);
      const put = (id: string, type: string, fields: object) => ({
        id: toRecordId(id),
        type,
        base: 0,
        fields: fields as Record<string, string>,
      });
      await store.commit({
        scope,
        key: "view-plan-1",
        puts: [
          put(perspective, "perspective", { name: "Regions" }),
          put(area, "area", { perspective, name: "North" }),
          put(spare, "area", { perspective, name: "South" }),
          put(offering, "offering", { name: "Turbines", retired: false, products: ["prd-turbine"] }),
          put(cell, "cell", {
            area,
            offering,
            potential: { amount: 1.5, currency: "EUR" },
            nextStepDue: "2026-03-01",
            nextStepDone: true,
            unknownOfTomorrow: [1],
          }),
        ],
        removes: [],
      });
      await store.commit({ scope, key: "view-plan-2", puts: [], removes: [{ id: spare, base: 1 }] });
      const rows = await database().query(
        sql`select account, area, potential * 2 as double, potential_currency, next_step_due + 1 as later,
            next_step_done and true as done, pg_typeof(level_set_at)::text as type
          from plan_cell where tenant = ${tenant}`,
      );
      expect(rows).toEqual([
        {
          account: "acc-nordwind",
          area,
          double: "3.0",
          potential_currency: "EUR",
          later: expect.any(Date),
          done: true,
          type: "timestamp with time zone",
        },
      ]);
      const areas = await database().query(sql`select name from plan_area where tenant = ${tenant}`);
      expect(areas).toEqual([{ name: "North" }]);
    });

    it("is made anew when the model has changed, and left alone otherwise", async () => {
      const oid = async () =>
        (await database().query(sql<{ oid: number }>`select 'plan_cell'::regclass::oid::integer as oid`))[0]
          ?.oid;
      const before = await oid();
      await migrate(database());
      expect(await oid()).toBe(before);
      await database().query(sql`update sweetspot_version set views = 'of an older model'`);
      await migrate(database());
      expect(await oid()).not.toBe(before);
    });
  });
}
