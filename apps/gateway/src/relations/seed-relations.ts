import type { SqlRelations } from "@sweetspot/crm-sql";
import type { WorldRelations } from "@sweetspot/fixtures";

/** Writes the relations of a world source by source, as an import would, and what was decided and wished. */
export async function seedRelations(stored: SqlRelations, relations: WorldRelations): Promise<void> {
  for (const { importedAt: _, ...source } of relations.sources) {
    const own = <T extends { readonly source: string }>(records: readonly T[]): Omit<T, "source">[] =>
      records.flatMap(({ source: name, ...row }) => (name === source.name ? [row] : []));
    // oxlint-disable no-await-in-loop -- a tenant's sources are written one after the other
    const writer = await stored.sink().begin(source);
    try {
      const refused = [
        ...(await writer.putPeople(own(relations.people))),
        ...(await writer.putBodies(own(relations.bodies))),
        ...(await writer.putTies(own(relations.ties))),
      ];
      if (refused.length > 0) throw new Error(`${refused.length} rows of ${source.name} were not taken.`);
      await writer.finish();
    } catch (error) {
      await writer.abort();
      throw error;
    }
  }
  for (const decision of relations.decisions) await stored.saveDecision(decision);
  for (const { teamMember, wish } of relations.wishes) await stored.saveWish(teamMember, wish);
}
