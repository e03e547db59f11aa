import type { TeamMember } from "@sweetspot/contract";
import { cellId } from "@sweetspot/plan-model";
import type { GridModel } from "@sweetspot/white-space-plan";
import { defuse, writeAmount } from "./csv-fields.ts";
import { pathsOf } from "./csv-paths.ts";
import { CSV_COLUMNS, type CsvColumn, type CsvWords } from "./csv-words.ts";

/** Rows of the file, header first; every text defused, so that no spreadsheet runs it. */
export function toCsvRows(
  models: readonly GridModel[],
  words: CsvWords,
  people: readonly TeamMember[],
): string[][] {
  const names = nameMembers(people);
  const header = CSV_COLUMNS.map((column) => words.columns[column]);
  const rows = models.flatMap((model) => {
    const areas = pathsOf(model.areas).byRecord;
    const offerings = pathsOf(model.offerings).byRecord;
    return model.areas.leaves.flatMap((area) =>
      model.offerings.leaves.map((offering) => {
        const fields = model.plan.cells.get(cellId(area.record, offering.record))?.fields;
        const owner = fields?.nextStepOwner;
        const row: Readonly<Record<CsvColumn, string>> = {
          perspective: model.perspective?.fields.name ?? "",
          area: areas.get(area.record) ?? "",
          offering: offerings.get(offering.record) ?? "",
          level: words.levels[model.cell(area.id, offering.id).level],
          setBy: fields?.level === undefined ? words.fromCrm : words.byHand,
          reason: fields?.levelReason ?? "",
          makesSense: fields?.makesSense ? words.answers[fields.makesSense] : "",
          proposed: fields?.proposed ? words.answers[fields.proposed] : "",
          absenceReason: fields?.absenceReason ? words.reasons[fields.absenceReason] : "",
          absenceNote: fields?.absenceNote ?? "",
          competitor: fields?.competitor ?? "",
          potential: fields?.potential ? writeAmount(fields.potential.amount) : "",
          currency: fields?.potential?.currency ?? "",
          nextStep: fields?.nextStep ?? "",
          owner: owner === undefined ? "" : (names.get(owner) ?? owner),
          due: fields?.nextStepDue ?? "",
          done: fields?.nextStepDone === true ? words.yes : "",
          notes: fields?.notes ?? "",
          possession: fields?.possession ? words.possessions[fields.possession] : "",
          potentialBasis: fields?.potentialBasis ? words.bases[fields.potentialBasis] : "",
          market: fields?.marketVolume ? writeAmount(fields.marketVolume.amount) : "",
          marketCurrency: fields?.marketVolume?.currency ?? "",
          deals: (fields?.opportunities ?? []).map(encodeURIComponent).join(" "),
        };
        return CSV_COLUMNS.map((column) => defuse(row[column]));
      }),
    );
  });
  return [header.map(defuse), ...rows];
}

/** Names by id; members of one name are told apart by their id. */
export function nameMembers(people: readonly TeamMember[]): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const member of people) counts.set(member.name, (counts.get(member.name) ?? 0) + 1);
  return new Map(
    people.map((member) => [
      member.id,
      (counts.get(member.name) ?? 0) > 1 ? `${member.name} (${member.id})` : member.name,
    ]),
  );
}
