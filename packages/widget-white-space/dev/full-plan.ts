import { accountScope, LIBRARY, type PlanFields, type RecordId, toRecordId } from "@sweetspot/contract";
import type { PlanSeed } from "@sweetspot/fixtures";
import { cellId } from "@sweetspot/plan-model";

const WORDS = ["Donaudampfschifffahrtsgesellschaft", "Südwest", "O'Brien <b>", "Köln/Bonn", "=SUM(A1)"];
const GROUPS = ["Gebäudeinfrastrukturdienste", "Kältetechnik", "Licht", "Service"];
const SERVICES = ["Kälteanlagenfernüberwachung", "Cold rooms", "CO₂ racks", "Wartung", "Audit"];
const LEVELS = ["strong", "present", "weak", "none", "none"];

const put = (type: string, id: string, fields: PlanFields) => ({ type, id: toRecordId(id), fields });

/** 48 areas in 8 groups (or so many as asked), 20 offerings in 4 groups, names that hurt, levels by hand. */
export function fullPlan(account: RecordId, rep: RecordId, admin: RecordId, count = 48): PlanSeed[] {
  const offerings = [
    ...GROUPS.map((name, index) => put("offering", `group-${String(index)}`, { name, order: index })),
    ...Array.from({ length: 20 }, (_, index) =>
      put("offering", `offering-${String(index)}`, {
        name: `${SERVICES[index % SERVICES.length] ?? ""} ${String(index + 1)}`,
        parent: `group-${String(index % 4)}`,
        order: index,
      }),
    ),
  ];
  const areas = Array.from({ length: count }, (_, index) =>
    put("area", `area-${String(index)}`, {
      perspective: "regions",
      name: `${WORDS[index % WORDS.length] ?? ""} ${String(index + 1)}`,
      order: index,
      ...(index % 6 === 0 ? {} : { parent: `area-${String(index - (index % 6))}` }),
    }),
  );
  const cells = areas
    .filter((_, index) => index % 6 !== 0)
    .slice(0, 80)
    .flatMap((area, row) =>
      Array.from({ length: 20 }, (_, column) => {
        const offering = toRecordId(`offering-${String(column)}`);
        return put("cell", cellId(area.id, offering), {
          area: area.id,
          offering,
          level: LEVELS[(row * 7 + column * 3) % LEVELS.length] ?? "none",
          levelSetBy: rep,
          levelSetAt: "2026-10-02T08:00:00.000Z",
        });
      }),
    );
  const regions = put("perspective", "regions", { name: "Vertriebsregionen", order: 0 });
  return [
    { scope: LIBRARY, by: admin, puts: offerings },
    { scope: accountScope(account), by: rep, puts: [regions, ...areas, ...cells] },
  ];
}
