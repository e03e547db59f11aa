import { type RecordId, toRecordId } from "@sweetspot/contract";
import { conformanceWorld, type CrmWorld, type PlanSeed } from "@sweetspot/fixtures";
import { cellId, LEVELS } from "@sweetspot/plan-model";

export interface GridSize {
  readonly areas: number;
  readonly offerings: number;
}

/** An account whose grid has so many leaf areas, in groups of ten, and so many offerings, in groups of five; half of the cells set by hand. */
export function gridWorld({ areas, offerings }: GridSize): {
  world: CrmWorld;
  plans: PlanSeed[];
  account: RecordId;
} {
  const world = conformanceWorld();
  const account = world.accounts[0]?.id ?? toRecordId("none");
  const rep = world.teamMembers.find((member) => member.role === "rep")?.id ?? toRecordId("none");
  const admin = world.teamMembers.find((member) => member.role === "admin")?.id ?? toRecordId("none");
  const perspective = toRecordId("regions");
  const rows = groups("area", areas, 10);
  const columns = groups("offering", offerings, 5);
  return {
    world,
    account,
    plans: [
      {
        scope: { kind: "library" },
        by: admin,
        puts: columns.map(({ id, parent, name }, order) => ({
          id,
          type: "offering",
          fields: { name, order, ...(parent ? { parent } : {}) },
        })),
      },
      {
        scope: { kind: "account", account },
        by: rep,
        puts: [
          { id: perspective, type: "perspective", fields: { name: "Regions" } },
          ...rows.map(({ id, parent, name }, order) => ({
            id,
            type: "area",
            fields: { name, order, perspective, ...(parent ? { parent } : {}) },
          })),
          ...cells(
            rows.filter((row) => row.parent),
            columns.filter((column) => column.parent),
          ),
        ],
      },
    ],
  };
}

interface Node {
  readonly id: RecordId;
  readonly name: string;
  readonly parent?: RecordId;
}

function groups(kind: string, count: number, size: number): Node[] {
  return Array.from({ length: Math.ceil(count / size) }, (_, group): Node[] => {
    const parent: Node = { id: toRecordId(`${kind}-group-${group}`), name: `${kind} group ${group + 1}` };
    const members = Array.from({ length: Math.min(size, count - group * size) }, (__, index): Node => {
      const number = group * size + index;
      return { id: toRecordId(`${kind}-${number}`), name: `${kind} ${number + 1}`, parent: parent.id };
    });
    return [parent, ...members];
  }).flat();
}

function cells(rows: readonly Node[], columns: readonly Node[]) {
  return rows.flatMap((row, r) =>
    columns
      .filter((_, c) => (r + c) % 2 === 0)
      .map((column, c) => ({
        id: cellId(row.id, column.id),
        type: "cell",
        fields: {
          area: row.id,
          offering: column.id,
          level: LEVELS[(r * 7 + c * 3) % 4] ?? "none",
          levelSetAt: "2026-01-05T10:00:00.000Z",
        },
      })),
  );
}
