import { accountScope, LIBRARY, type PlanFields, type RecordId, toRecordId } from "@sweetspot/contract";
import {
  buildAccount,
  CONFORMANCE_USERS,
  conformanceWorld,
  type CrmWorld,
  goldenAirline,
  goldenFoodRetailer,
  type GoldenGrid,
  goldenPersonnelServices,
  type PlanSeed,
} from "@sweetspot/fixtures";
import { barrierId, cellId } from "@sweetspot/plan-model";

/** A customer to look at: its CRM, its plan, and who looks. */
export interface Stage {
  readonly account: RecordId;
  readonly world: CrmWorld;
  readonly plans: readonly PlanSeed[];
  readonly users: { readonly rep: RecordId; readonly colleague: RecordId; readonly admin: RecordId };
}

const users = {
  rep: CONFORMANCE_USERS.rep,
  colleague: CONFORMANCE_USERS.otherRep,
  admin: CONFORMANCE_USERS.admin,
};

export function openStage(name: string): Stage {
  switch (name) {
    case "figure-2-24":
      return figureStage(goldenPersonnelServices);
    case "figure-2-25":
      return figureStage(goldenAirline);
    case "nothing":
      return { ...figureStage(goldenPersonnelServices), plans: [] };
    case "full":
      return fullStage();
    default:
      return figureStage(goldenFoodRetailer);
  }
}

/** The figure's levels as a rep would have set them by hand. */
function figureStage(figure: GoldenGrid): Stage {
  const account = toRecordId("customer");
  const put = (type: string, id: RecordId, fields: PlanFields) => ({ type, id, fields });
  const offerings = figure.offerings.map((offering, order) =>
    put("offering", toRecordId(offering.id), {
      name: offering.name,
      order,
      ...(offering.parent === undefined ? {} : { parent: offering.parent }),
    }),
  );
  const areas = figure.perspectives.flatMap((perspective, place) => [
    put("perspective", toRecordId(perspective.id), { name: perspective.name, order: place }),
    ...perspective.areas.map((area, order) =>
      put("area", toRecordId(area.id), {
        perspective: perspective.id,
        name: area.name,
        order,
        ...(area.parent === undefined ? {} : { parent: area.parent }),
      }),
    ),
  ]);
  const cells = Object.entries(figure.levels).flatMap(([area, row]) =>
    Object.entries(row).map(([offering, level]) =>
      put("cell", cellId(toRecordId(area), toRecordId(offering)), {
        area,
        offering,
        level,
        levelSetBy: users.rep,
        levelSetAt: "2026-10-02T08:00:00.000Z",
        ...(level === "not-possible" ? { levelReason: "The customer's own rules forbid it." } : {}),
      }),
    ),
  );
  const barriers = figure.barriers.map((barrier) =>
    put("barrier", barrierId(toRecordId(barrier.area), toRecordId(barrier.otherArea)), { ...barrier }),
  );
  const world = conformanceWorld();
  return {
    account,
    world: { ...world, accounts: [...world.accounts, buildAccount("customer", "Customer")] },
    plans: [
      { scope: LIBRARY, by: users.admin, puts: offerings },
      { scope: accountScope(account), by: users.rep, puts: [...areas, ...cells, ...barriers] },
    ],
    users,
  };
}

/** 40 areas by 20 offerings with names that hurt. */
function fullStage(): Stage {
  const words = ["Donaudampfschifffahrtsgesellschaft", "Südwest", "O'Brien <b>", "Köln/Bonn", "=SUM(A1)"];
  const groups = ["Gebäudeinfrastrukturdienste", "Kältetechnik", "Licht", "Service"];
  const levels = ["strong", "present", "weak", "none", "none"] as const;
  const areas = Array.from({ length: 48 }, (_, index) => ({
    id: `area-${String(index)}`,
    name: `${words[index % words.length] ?? ""} ${String(index + 1)}`,
    ...(index % 6 === 0 ? {} : { parent: `area-${String(index - (index % 6))}` }),
  }));
  const offerings = [
    ...groups.map((name, index) => ({ id: `group-${String(index)}`, name })),
    ...Array.from({ length: 20 }, (_, index) => ({
      id: `offering-${String(index)}`,
      name: `${["Kälteanlagenfernüberwachung", "Cold rooms", "CO₂ racks", "Wartung", "Audit"][index % 5] ?? ""} ${String(index + 1)}`,
      parent: `group-${String(index % 4)}`,
    })),
  ];
  const leaves = areas.filter((_, index) => index % 6 !== 0);
  return figureStage({
    figure: "full",
    perspectives: [{ id: "regions", name: "Vertriebsregionen", areas }],
    offerings,
    levels: Object.fromEntries(
      leaves.map((area, row) => [
        area.id,
        Object.fromEntries(
          Array.from({ length: 20 }, (_, column) => [
            `offering-${String(column)}`,
            levels[(row * 7 + column * 3) % levels.length] ?? "none",
          ]),
        ),
      ]),
    ),
    barriers: [],
    suggestions: [],
  });
}
