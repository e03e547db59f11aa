import type { RecordId } from "@sweetspot/contract";
import type { Circles } from "./identity/circles.port.ts";
import type { IdentityBook } from "./identity/identity-book.ts";
import { recordIdOf, type SourceBody } from "./source-record.ts";
import type { TieShelf } from "./tie-shelf.ts";

/** Most people have no tie, or few. */
const NONE: readonly RecordId[] = [];

/** Where people belong, as the ties say. Bodies are told apart before people are. */
export function createTieCircles(shelf: TieShelf, bodies: IdentityBook<SourceBody>): Circles {
  return {
    bodiesOf(person) {
      const ties = shelf.tiesOf(person);
      if (ties.length === 0) return NONE;
      const found = new Set<RecordId>();
      for (const { source, body } of ties) {
        if (!body) continue;
        const identity =
          bodies.identityOf(recordIdOf({ source, key: body })) ?? bodies.identityOf(body as RecordId);
        if (identity) found.add(identity);
      }
      return found.size > 0 ? [...found] : NONE;
    },
    peopleIn: (body) => bodies.recordsOf(body).reduce((sum, id) => sum + shelf.tiesOf(id).length, 0),
  };
}
