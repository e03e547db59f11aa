import type { AcquaintancePage, RecordId, RelationChoice, RelationReader } from "@sweetspot/contract";
import { useCallback, useEffect, useMemo, useState } from "react";

/** Whom people of the picture know: how many, and those that have been opened. */
export interface Acquaintances extends Known {
  /** Opens a person, or shows more of one who is open. */
  readonly expand: (person: RecordId) => void;
  readonly collapse: (person: RecordId) => void;
}

interface Known {
  readonly totals: ReadonlyMap<RecordId, number>;
  readonly opened: ReadonlyMap<RecordId, AcquaintancePage>;
}

/** So many fit beside the ways. */
const PAGE = 6;

const NOTHING: Known = { totals: new Map(), opened: new Map() };

/** What an answer counts for: these ways with these filters. */
interface Round {
  readonly relations: RelationReader | undefined;
  readonly account: RecordId;
  readonly choice: RelationChoice;
  readonly people: readonly RecordId[];
}

/** Counts whom the people of a picture know, one after the other, and opens those that are asked for. */
export function useAcquaintances(
  relations: RelationReader | undefined,
  account: RecordId,
  choice: RelationChoice,
  people: readonly RecordId[],
): Acquaintances {
  const round = useMemo(
    (): Round => ({ relations, account, choice, people }),
    [relations, account, choice, people],
  );
  const [state, setState] = useState<Known & { readonly round?: Round }>(NOTHING);
  const known: Known = state.round === round ? state : NOTHING;
  const learn = useCallback(
    (change: (known: Known) => Known) =>
      setState((before) => ({ round, ...change(before.round === round ? before : NOTHING) })),
    [round],
  );
  useEffect(() => {
    const abort = new AbortController();
    void countAll(round, abort.signal, (person, total) =>
      learn((before) => withTotal(before, person, total)),
    );
    return () => abort.abort();
  }, [round, learn]);

  const { opened } = known;
  const expand = useCallback(
    (person: RecordId) => {
      const before = opened.get(person);
      void openMore(round, person, before).then((page) => {
        if (page)
          learn((all) => ({
            ...withTotal(all, person, page.total),
            opened: new Map(all.opened).set(person, page),
          }));
        return page;
      });
    },
    [round, opened, learn],
  );
  const collapse = useCallback(
    (person: RecordId) =>
      learn((all) => ({ ...all, opened: new Map([...all.opened].filter(([id]) => id !== person)) })),
    [learn],
  );
  return useMemo(() => ({ ...known, expand, collapse }), [known, expand, collapse]);
}

const withTotal = (known: Known, person: RecordId, total: number): Known => ({
  ...known,
  totals: new Map(known.totals).set(person, total),
});

/** One after the other: the ways matter more than their surroundings. Without a count there is still a way to open. */
async function countAll(
  { relations, account, choice, people }: Round,
  signal: AbortSignal,
  tell: (person: RecordId, total: number) => void,
): Promise<void> {
  for (const person of relations ? people : []) {
    try {
      // oxlint-disable-next-line no-await-in-loop
      const page = await relations?.listAcquaintances({ account, person, ...choice }, { limit: 1, signal });
      if (signal.aborted) return;
      if (page) tell(person, page.total);
    } catch {
      return;
    }
  }
}

async function openMore(
  { relations, account, choice }: Round,
  person: RecordId,
  before: AcquaintancePage | undefined,
): Promise<AcquaintancePage | undefined> {
  if (!relations || (before && before.next === undefined)) return undefined;
  try {
    const page = await relations.listAcquaintances(
      { account, person, ...choice },
      { limit: PAGE, ...(before?.next === undefined ? {} : { cursor: before.next }) },
    );
    return before ? joinPages(before, page) : page;
  } catch {
    return undefined;
  }
}

const joinPages = (before: AcquaintancePage, page: AcquaintancePage): AcquaintancePage => ({
  ...page,
  items: [...before.items, ...page.items],
  people: [...before.people, ...page.people],
  bodies: [...before.bodies, ...page.bodies],
});
