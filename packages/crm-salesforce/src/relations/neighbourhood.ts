import { type RecordId, toRecordId } from "@sweetspot/contract";
import type { CrmRelations } from "@sweetspot/relation-book";
import type { BodyRow, PersonRow, RelationAnswer, RelationRequest, TieRow } from "./relation-answer.ts";
import { createReach, type Reach } from "./reach.ts";

/**
 * The most ties a page works with; what is beyond them is told as cut off. 20,000 took 17 calls of Apex and twice to four
 * times as long as 5,000 until the first way stood on the screen (`npm run bench -- lightning-relations`).
 */
export const MOST_TIES = 5000;
/** Records that one request names. */
const AT_ONCE = 500;

export type AskRelations = (
  request: RelationRequest & { readonly cursor?: string },
) => Promise<RelationAnswer>;

/**
 * The relations around one account as far as the org has told them. Three introductions from ours to a target are known
 * when the acquaintances of the target's acquaintances are, and those of ours: both sides meet in the middle. Mutable.
 */
export interface Neighbourhood {
  /** Not everything that was needed has come: the cap was reached. */
  readonly cutOff: boolean;
  readonly ties: number;
  /**
   * Lets the org tell whom these people know, and over `introductions` more whom those know.
   *
   * @returns what is new, in the order it came
   */
  open(people: readonly RecordId[], introductions: number): Promise<readonly RelationAnswer[]>;
}

/** Asks for those whom the CRM names, and for everybody around them. @returns with what has come */
export async function readNeighbourhood(
  ask: AskRelations,
  crm: CrmRelations,
  account: RecordId,
): Promise<readonly [Neighbourhood, readonly RelationAnswer[]]> {
  const told = new Map<RecordId, TieRow>();
  const people = new Map<RecordId, PersonRow>();
  const bodies = new Map<RecordId, BodyRow>();
  const reach: Reach = createReach();
  let cutOff = false;

  const fresh: RelationAnswer[] = [];
  const take = (answer: RelationAnswer): void => {
    const isNew = <Item extends { readonly id: RecordId }>(known: Map<RecordId, Item>, row: Item): boolean =>
      !known.has(row.id) && known.set(row.id, row).size > 0;
    const added = {
      ...answer,
      people: answer.people.filter((row) => isNew(people, row)),
      bodies: answer.bodies.filter((row) => isNew(bodies, row)),
      ties: answer.ties.filter((row) => isNew(told, row)),
    };
    fresh.push(added);
    reach.add(added);
  };

  async function tell(request: RelationRequest): Promise<void> {
    for (let cursor: string | undefined; ;) {
      // oxlint-disable-next-line no-await-in-loop -- a part begins where the one before it ends
      const answer = await ask(cursor === undefined ? request : { ...request, cursor });
      take(answer);
      cursor = answer.next;
      if (cursor === undefined) return;
      if (told.size >= MOST_TIES) {
        cutOff = true;
        return;
      }
    }
  }

  /** Opens everybody who is at most so far from the targets, until nobody is left or the cap is reached. */
  async function openUpTo(introductions: number): Promise<void> {
    for (;;) {
      const [waiting, places] = [reach.waiting(introductions), reach.waitingBodies()];
      if (waiting.length + places.length === 0) return;
      if (told.size >= MOST_TIES) {
        cutOff = true;
        return;
      }
      for (
        let start = 0;
        start < Math.max(waiting.length, places.length) && told.size < MOST_TIES;
        start += AT_ONCE
      ) {
        const end = start + AT_ONCE;
        const around = {
          people: waiting.slice(start, end),
          bodies: places.slice(start, end),
          known: reach.told(),
        };
        reach.open(around.people, around.bodies);
        // oxlint-disable-next-line no-await-in-loop -- whom to ask for next is in the answer
        await tell({ step: "around", ...around });
      }
    }
  }

  const named = <Item extends { readonly key: string; readonly name: string }>({ key, name }: Item) => ({
    id: toRecordId(`CRM/${key}`),
    name,
  });
  const idsOf = (items: readonly { readonly key: string; readonly name: string }[]) =>
    items.map((item) => named(item).id);
  await tell({ step: "find", people: crm.people.map(named), bodies: crm.bodies.map(named) });
  reach.aim({
    ours: idsOf(crm.people.filter(({ teamMember }) => teamMember)),
    targets: idsOf(crm.people.filter(({ contact }) => contact)),
    bodies: idsOf(crm.bodies.filter((body) => body.account === account)),
  });
  await openUpTo(1);
  return [
    {
      get cutOff() {
        return cutOff;
      },
      get ties() {
        return told.size;
      },
      async open(asked, introductions) {
        reach.aim({ targets: asked });
        await openUpTo(introductions);
        return fresh.splice(0);
      },
    },
    fresh.splice(0),
  ];
}
