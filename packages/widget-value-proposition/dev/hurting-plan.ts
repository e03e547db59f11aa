import { accountScope, type PlanFields, type RecordId, toRecordId } from "@sweetspot/contract";
import type { PlanSeed } from "@sweetspot/fixtures";

const put = (type: string, id: string, fields: PlanFields) => ({ type, id: toRecordId(id), fields });

const NAME = "O'Brien <b> & Donaudampfschifffahrtsgesellschaft 🚀";
const RIGHT_TO_LEFT = "نخفض استهلاك الطاقة إلى النصف في جميع المتاجر.";
const LONG = "Long pasted paragraph with <script>alert(1)</script> in it. ".repeat(33).trim();

/** Names that hurt, text from right to left, paragraphs at their limit, ten people, three wordings. */
export function hurtingPlan(account: RecordId, by: RecordId): PlanSeed {
  const insight = (id: string, side: string, statement: string) =>
    put("insight", id, { level: "level", side, kind: "strategy", statement });
  const parts = { promise: LONG, addedValue: RIGHT_TO_LEFT, delivery: NAME, proof: LONG };
  const told = { sweetSpot: "spot", level: "level", language: "de", ...parts };
  return {
    scope: accountScope(account),
    by,
    puts: [
      put("strategy-level", "level", { name: NAME, kind: "company", order: 0 }),
      insight("customer", "customer", `${LONG} ${LONG} ${LONG}`),
      insight("rtl", "customer", RIGHT_TO_LEFT),
      insight("ours", "provider", NAME),
      put("sweet-spot", "spot", {
        level: "level",
        customerInsights: ["customer", "rtl"],
        providerInsights: ["ours"],
      }),
      put("sweet-spot", "other", { level: "level", customerInsights: ["rtl"], providerInsights: ["ours"] }),
      ...Array.from({ length: 10 }, (_, index) =>
        put("buying-centre-member", `member-${String(index)}`, { name: `${NAME} ${String(index)}` }),
      ),
      put("value-proposition", "first", { name: NAME, ...told }),
      put("value-proposition", "second", { name: `${NAME} B`, variantOf: "first", ...told }),
      put("value-proposition", "third", { name: `${NAME} C`, variantOf: "first", ...told }),
      put("benefit-ladder", "ladder", {
        feature: NAME,
        benefit: RIGHT_TO_LEFT,
        whys: [NAME, LONG.slice(0, 300), RIGHT_TO_LEFT],
        value: LONG.slice(0, 400),
        sweetSpot: "spot",
        proposition: "first",
      }),
    ],
  };
}
