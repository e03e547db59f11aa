import { accountScope, LIBRARY, type PlanFields, type RecordId, toRecordId } from "@sweetspot/contract";
import type { PlanSeed } from "@sweetspot/fixtures";
import { cellId, exchangeRateId, MONEY_RULES_ID } from "@sweetspot/plan-model";

/** Euro with a rate for dollars and none for rupiah, a price list, and one area's markets in the three of them. */
export function moneyPlan(account: RecordId, rep: RecordId, admin: RecordId, area: RecordId): PlanSeed[] {
  const put = (type: string, id: RecordId, fields: PlanFields) => ({ type, id, fields });
  const cell = (name: string, fields: PlanFields) => {
    const offering = toRecordId(`offering-${name}`);
    return put("cell", cellId(area, offering), { area, offering, ...fields });
  };
  return [
    {
      scope: LIBRARY,
      by: admin,
      puts: [
        put("money-rules", MONEY_RULES_ID, { currency: "EUR" }),
        put("exchange-rate", exchangeRateId("USD", "2024-01-01"), {
          currency: "USD",
          rate: 1.25,
          on: "2024-01-01",
        }),
        put("offering-price", toRecordId("price-cold-rooms"), {
          offering: "offering-cold-rooms",
          amount: { amount: 60_000, currency: "USD" },
          per: "once",
        }),
      ],
    },
    {
      scope: accountScope(account),
      by: rep,
      puts: [
        cell("plug-in-cabinets", { marketVolume: { amount: 2_000_000, currency: "USD" } }),
        cell("maintenance", { potential: { amount: 50_000, currency: "USD" } }),
        cell("remote-monitoring", { potential: { amount: 900_000_000, currency: "IDR" } }),
      ],
    },
  ];
}
