import type { CrmView, IsoDate, RecordId } from "@sweetspot/contract";
import { createGridModel, readMoneyBook, readPlan, toCrmFacts } from "@sweetspot/white-space-plan";
import type { Records } from "./reading.model.ts";

/** An area of the customer's in which an offering of ours is strong (method §7). */
export interface StrongArea {
  readonly areaId: RecordId;
  readonly offeringId: RecordId;
  readonly area: string;
  /** With what stands above it: "Romania › Bucharest". */
  readonly path: string;
  readonly offering: string;
  /** Recent deals behind it; 0 where a person set the level. */
  readonly deals: number;
}

/** Strong cells of all perspectives of the white space, set by hand or derived from deals and assets. */
export function strongAreas(
  plan: Records,
  library: Records,
  crm: Pick<CrmView, "account" | "family" | "opportunities" | "assets">,
  today: IsoDate,
): readonly StrongArea[] {
  const reading = readPlan(plan, library);
  const facts = toCrmFacts(crm, { book: readMoneyBook(library), today });
  return reading.perspectives.flatMap(({ id }) => {
    const model = createGridModel({ plan: reading, facts, perspective: id, today });
    return model.areas.leaves.flatMap((area) =>
      model.offerings.leaves.flatMap((offering): StrongArea[] => {
        const cell = model.cell(area.id, offering.id);
        if (cell.level !== "strong") return [];
        const counted = cell.record?.fields.level === undefined ? (cell.derived?.records ?? []) : [];
        return [
          {
            areaId: area.record,
            offeringId: offering.record,
            area: area.name,
            path: area.path.join(" › "),
            offering: offering.name,
            deals: counted.filter(({ kind, counts }) => kind === "deal" && counts === "recent").length,
          },
        ];
      }),
    );
  });
}
