import {
  type Involvement,
  type IsoDate,
  type Opportunity,
  type RecordId,
  type TeamMember,
  valueOf,
} from "@sweetspot/contract";

/** One of ours and one of theirs who had to do with each other in a deal. */
export interface Meeting {
  readonly deal: RecordId;
  readonly teamMember: RecordId;
  readonly contact: RecordId;
  /** The contact's part, in the CRM's own words. */
  readonly role: string | undefined;
  readonly since: IsoDate | undefined;
  /** The day the deal was closed, or the one on which the first of both left it. */
  readonly end: IsoDate | undefined;
}

interface Part {
  readonly role?: string | undefined;
  readonly since: IsoDate | undefined;
  readonly end: IsoDate | undefined;
}

interface Deal {
  readonly ours: Map<RecordId, Part>;
  readonly theirs: Map<RecordId, Part>;
  readonly closed: IsoDate | undefined;
}

export interface DealInvolvement extends Pick<Involvement, "person" | "roles"> {
  readonly place: Extract<Involvement["place"], { readonly kind: "opportunity" }>;
  readonly since: IsoDate | undefined;
  readonly end: IsoDate | undefined;
}

/** Who met whom over deals, and who of ours work on the same ones. Mutable until it is read. */
export function createCrmDeals(opportunities: Iterable<Opportunity>) {
  const deals = new Map<RecordId, Deal>();
  /** Of ours, by deal or account. */
  const teams = new Map<RecordId, Set<RecordId>>();
  for (const { id, owner, status, closeDate, account } of opportunities) {
    const closed = status === "open" ? undefined : valueOf(closeDate);
    const deal: Deal = { ours: new Map(), theirs: new Map(), closed };
    deals.set(id, deal);
    const [member, customer] = [valueOf(owner), valueOf(account)];
    if (!member) continue;
    deal.ours.set(member, { since: undefined, end: undefined });
    work(member, id);
    if (customer) work(member, customer);
  }
  return { involve, onAccount: work, meetings, colleagues };

  function work(teamMember: RecordId, place: RecordId): void {
    teams.set(place, (teams.get(place) ?? new Set()).add(teamMember));
  }

  function involve({ person, place, roles, since, end }: DealInvolvement): void {
    const deal = deals.get(place.opportunity);
    const part: Part = { role: valueOf(roles)?.join(", "), since, end };
    if (person.kind === "contact") deal?.theirs.set(person.contact.id, part);
    else {
      deal?.ours.set(person.teamMember, part);
      work(person.teamMember, place.opportunity);
    }
  }

  function* meetings(): Iterable<Meeting> {
    for (const [id, { ours, theirs, closed }] of deals)
      for (const [teamMember, mine] of ours)
        for (const [contact, their] of theirs)
          yield {
            deal: id,
            teamMember,
            contact,
            role: their.role,
            since: [mine.since, their.since]
              .flatMap((day) => day ?? [])
              .toSorted()
              .at(-1),
            end: [mine.end, their.end, closed].flatMap((day) => day ?? []).toSorted()[0],
          };
  }

  /** Pairs of ours, each once, by id: all of a small team, of a larger one those who work on the same deal or account. */
  function* colleagues(
    members: readonly TeamMember[],
    smallTeam: number,
  ): Iterable<readonly [RecordId, RecordId]> {
    const here = new Set(members.map(({ id }) => id));
    const circles = members.length <= smallTeam ? [here] : teams.values();
    const told = new Set<string>();
    for (const circle of circles) {
      const ids = [...circle].filter((id) => here.has(id)).toSorted();
      for (const [place, one] of ids.entries())
        for (const other of ids.slice(place + 1)) {
          if (told.has(`${one}\n${other}`)) continue;
          told.add(`${one}\n${other}`);
          yield [one, other];
        }
    }
  }
}
