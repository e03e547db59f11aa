import type { RecordId } from "@sweetspot/contract";
import type { RelationAnswer, TieRow } from "./relation-answer.ts";

/**
 * Who stands how far from whom in what has been told so far, so that nobody is asked about who leads nowhere. Records of
 * one match count as one person here: too much is asked for then, never too little. Mutable.
 */
export interface Reach {
  add(answer: RelationAnswer): void;
  /** Records of the CRM, whose matches an answer has told, or of a register. */
  aim(aim: Partial<Record<"ours" | "targets" | "bodies", readonly RecordId[]>>): void;
  /** People to be asked about, so far from a target at most; of ours, one step less. */
  waiting(introductions: number): readonly RecordId[];
  /** The account's own bodies to be asked about. */
  waitingBodies(): readonly RecordId[];
  /** Matches of bodies of which everybody has been told: those of whoever was asked about. */
  told(): readonly string[];
  /** They are asked about. */
  open(people: readonly RecordId[], bodies: readonly RecordId[]): void;
}

/** Records, each under its match; `CRM/…` ones too, of which the service has no row. */
interface Shelf {
  readonly matchOf: Map<RecordId, string>;
  /** Any record of a match that a register has: whoever asks about one is told of all. */
  readonly recordOf: Map<string, RecordId>;
  /** Matches that people have said to be one. */
  readonly same: Map<string, Set<string>>;
  readonly opened: Set<string>;
}

const createShelf = (): Shelf => ({
  matchOf: new Map(),
  recordOf: new Map(),
  same: new Map(),
  opened: new Set(),
});

export function createReach(): Reach {
  const people = createShelf();
  const bodies = createShelf();
  const ties: TieRow[] = [];
  const decided: { readonly one: RecordId; readonly other: RecordId }[] = [];
  const [ours, targets, places] = [new Set<RecordId>(), new Set<RecordId>(), new Set<RecordId>()];

  /** A record nobody has told of yet stands for itself. */
  const matchOf = (shelf: Shelf, id: RecordId): string => shelf.matchOf.get(id) ?? id;

  const joinDecided = (shelf: Shelf): void => {
    for (const { one, other } of decided) {
      const [first, second] = [shelf.matchOf.get(one), shelf.matchOf.get(other)];
      if (first === undefined || second === undefined || first === second) continue;
      shelf.same.set(first, (shelf.same.get(first) ?? new Set()).add(second));
      shelf.same.set(second, (shelf.same.get(second) ?? new Set()).add(first));
    }
  };

  /** Distances of people in introductions from these, at most `far`. */
  function walk(
    from: readonly RecordId[],
    rooms: readonly RecordId[],
    far: number,
  ): ReadonlyMap<string, number> {
    const { friends, inside, rooms: roomsOf } = neighbours();
    const distance = new Map<string, number>();
    let front: string[] = [];
    const reachAt = (match: string, steps: number, into: string[]): void => {
      const waiting = [match];
      for (const one of waiting) {
        if (distance.has(one)) continue;
        distance.set(one, steps);
        into.push(one);
        waiting.push(...(people.same.get(one) ?? []));
      }
    };
    const entered = new Set<string>();
    for (const id of from) reachAt(matchOf(people, id), 0, front);
    for (const id of rooms)
      for (const room of withSame(bodies, matchOf(bodies, id)))
        for (const match of inside.get(room) ?? []) reachAt(match, 0, front);
    for (let steps = 1; steps <= far && front.length > 0; steps += 1) {
      const next: string[] = [];
      for (const match of front) {
        for (const friend of friends.get(match) ?? []) reachAt(friend, steps, next);
        for (const first of roomsOf.get(match) ?? [])
          for (const room of withSame(bodies, first)) {
            if (entered.has(room)) continue;
            entered.add(room);
            for (const other of inside.get(room) ?? []) reachAt(other, steps, next);
          }
      }
      front = next;
    }
    return distance;
  }

  function neighbours() {
    const friends = new Map<string, string[]>();
    const inside = new Map<string, string[]>();
    const rooms = new Map<string, string[]>();
    const note = (map: Map<string, string[]>, key: string, value: string): void => {
      const known = map.get(key);
      if (known) known.push(value);
      else map.set(key, [value]);
    };
    for (const { person, otherPerson, body } of ties) {
      if (!person) continue;
      const match = matchOf(people, person as RecordId);
      if (otherPerson) {
        const other = matchOf(people, otherPerson as RecordId);
        note(friends, match, other);
        note(friends, other, match);
      } else if (body) {
        const room = matchOf(bodies, body as RecordId);
        note(inside, room, match);
        note(rooms, match, room);
      }
    }
    return { friends, inside, rooms };
  }

  const isKnown = (match: string): boolean => people.recordOf.has(match) || !match.startsWith("CRM/");

  return {
    add(answer) {
      ties.push(...answer.ties);
      decided.push(...answer.decisions.filter(({ same }) => same));
      for (const [shelf, rows] of [
        [people, answer.people],
        [bodies, answer.bodies],
      ] as const)
        for (const { id, match } of rows) {
          shelf.matchOf.set(id, match);
          if (!shelf.recordOf.has(match)) shelf.recordOf.set(match, id);
        }
      for (const { id, match } of answer.named ?? [])
        (id.startsWith("CRM/account/") ? bodies : people).matchOf.set(id, match);
      joinDecided(people);
      joinDecided(bodies);
    },
    aim(aim) {
      for (const id of aim.ours ?? []) ours.add(id);
      for (const id of aim.targets ?? []) targets.add(id);
      for (const id of aim.bodies ?? []) places.add(id);
    },
    waiting(introductions) {
      const found = new Set([
        ...walk([...targets], [...places], introductions).keys(),
        ...walk([...ours], [], Math.max(0, introductions - 1)).keys(),
      ]);
      return [...found]
        .filter((match) => !people.opened.has(match) && isKnown(match))
        .map((match) => people.recordOf.get(match) ?? (match as RecordId));
    },
    waitingBodies: () => {
      const wanted = [...places].flatMap((id) => withSame(bodies, matchOf(bodies, id)));
      return [...new Set(wanted)].flatMap((match) =>
        bodies.opened.has(match) ? [] : (bodies.recordOf.get(match) ?? []),
      );
    },
    told: () => {
      const found = new Set(bodies.opened);
      for (const { person, body } of ties)
        if (person && body && people.opened.has(matchOf(people, person as RecordId)))
          found.add(matchOf(bodies, body as RecordId));
      return [...found];
    },
    open(one, other) {
      for (const id of one) people.opened.add(matchOf(people, id));
      for (const id of other) bodies.opened.add(matchOf(bodies, id));
    },
  };
}

/** A match and all that are one with it by somebody's word. */
function withSame({ same }: Shelf, match: string): readonly string[] {
  const found = new Set([match]);
  for (const one of found) for (const other of same.get(one) ?? []) found.add(other);
  return [...found];
}
