import type { RecordId } from "@sweetspot/contract";
import { recordIdOf, type SourceRecord } from "../source-record.ts";
import { createDecisionBook } from "./decision-book.ts";
import type { Identities, MatchDecision, MatchProposal, Merge } from "./identity.ts";
import type { MatchIndex, ScoredPair } from "./match-index.port.ts";
import { joinRecords, type Joint } from "./join-records.ts";

/** Who is who, kept up to date. All changes tell which records have become somebody else since. */
export interface IdentityBook<Kind extends SourceRecord> extends Identities {
  readonly records: ReadonlyMap<RecordId, Kind>;
  /** How many somebodies there are. */
  readonly count: number;
  /** Why the records of an identity are one. */
  mergesOf(identity: RecordId): readonly Merge[];
  put(records: Iterable<Kind>): ReadonlySet<RecordId>;
  remove(ids: Iterable<RecordId>): ReadonlySet<RecordId>;
  decide(decisions: Iterable<MatchDecision>): ReadonlySet<RecordId>;
  forget(decisions: Iterable<Pick<MatchDecision, "one" | "other">>): ReadonlySet<RecordId>;
}

/**
 * Joins sure pairs, the surest first and never against a decision, so that the order of the input is of no consequence.
 * Nothing of a record is changed: taken apart again they are as they were.
 */
export function createIdentityBook<Kind extends SourceRecord>(
  index: MatchIndex<Kind>,
  input: Iterable<Kind>,
  decided: Iterable<MatchDecision> = [],
): IdentityBook<Kind> {
  const records = new Map<RecordId, Kind>();
  for (const record of input) records.set(recordIdOf(record), record);
  const decisions = createDecisionBook(decided);
  const pairs = new Map<RecordId, ScoredPair[]>();
  /** Only of records that are joined with others. */
  const joints = new Map<RecordId, Joint>();
  let proposals: readonly MatchProposal[] | undefined;
  for (const pair of index.readAll(records)) keepPair(pair);
  rejoin(new Set([...pairs.keys(), ...[...decisions.records()].filter((id) => records.has(id))]));
  return {
    records,
    identityOf,
    recordsOf: (id) => joints.get(id)?.records ?? (records.has(id) ? [id] : []),
    get count() {
      const joint = new Set(joints.values());
      return records.size - joints.size + joint.size;
    },
    *identities() {
      for (const id of records.keys()) if (identityOf(id) === id) yield id;
    },
    mergesOf: (identity) => joints.get(identity)?.merges() ?? [],
    get merged() {
      return [...new Set(joints.values())].flatMap(({ merges }) => merges());
    },
    get proposals() {
      return (proposals ??= propose());
    },
    put,
    remove,
    decide: (made) => rejoin(around(decisions.put(made))),
    forget: (made) => rejoin(around(decisions.remove(made))),
  };

  function identityOf(id: RecordId): RecordId | undefined {
    return joints.get(id)?.identity ?? index.nameOf(id);
  }

  /** Sure, and nobody else of the other's source is about as likely: of two namesakes none is merged unasked. */
  function isSure(pair: ScoredPair): boolean {
    return pair.sure && !hasRival(pair, pair.one, pair.other) && !hasRival(pair, pair.other, pair.one);
  }

  function hasRival({ bits }: ScoredPair, id: RecordId, other: RecordId): boolean {
    const source = records.get(other)?.source;
    return (pairs.get(id) ?? []).some((rival) => {
      const third = rival.one === id ? rival.other : rival.one;
      return (
        third !== other &&
        rival.bits > bits - RIVAL_BITS &&
        records.get(third)?.source === source &&
        decisions.on(id, third)?.same !== false &&
        !index.mayBeOne(other, third)
      );
    });
  }

  function put(changed: Iterable<Kind>): ReadonlySet<RecordId> {
    const touched = new Set<RecordId>();
    for (const record of changed) {
      const id = recordIdOf(record);
      for (const near of besides(id)) touched.add(near);
      dropPairs(id);
      if (records.has(id)) index.remove(id);
      records.set(id, record);
      for (const pair of index.add(id, record)) keepPair(pair);
      for (const near of besides(id)) touched.add(near);
    }
    return rejoin(touched);
  }

  function remove(ids: Iterable<RecordId>): ReadonlySet<RecordId> {
    const touched = new Set<RecordId>();
    for (const id of ids) {
      if (!records.has(id)) continue;
      for (const near of besides(id)) touched.add(near);
      dropPairs(id);
      index.remove(id);
      records.delete(id);
    }
    return rejoin(touched);
  }

  function keepPair(pair: ScoredPair): void {
    for (const id of [pair.one, pair.other]) {
      const row = pairs.get(id);
      if (row) row.push(pair);
      else pairs.set(id, [pair]);
    }
  }

  function dropPairs(id: RecordId): void {
    for (const pair of pairs.get(id) ?? []) {
      const other = pair.one === id ? pair.other : pair.one;
      pairs.set(
        other,
        (pairs.get(other) ?? []).filter((kept) => kept !== pair),
      );
    }
    pairs.delete(id);
  }

  /** All whom a change of these may join with them, or part from them. */
  function neighbourhoodOf(ids: Iterable<RecordId>): ReadonlySet<RecordId> {
    const found = new Set(ids);
    for (const id of found) {
      for (const near of joints.get(id)?.records ?? []) found.add(near);
      for (const { one, other, sure } of pairs.get(id) ?? []) if (sure) found.add(one === id ? other : one);
      for (const near of decisions.joinedWith(id)) if (records.has(near)) found.add(near);
    }
    return found;
  }

  /** Whoever is about as likely as somebody else: a rival that comes or goes makes others less or more sure. */
  function besides(id: RecordId): ReadonlySet<RecordId> {
    const near = (pairs.get(id) ?? []).flatMap(({ one, other }) => [one, other]);
    return neighbourhoodOf([id, ...near]);
  }

  /** Decisions outlast records, and one book hears of decisions about the other's. */
  function around(ids: readonly RecordId[]): ReadonlySet<RecordId> {
    return neighbourhoodOf(ids.filter((id) => records.has(id)).flatMap((id) => [...besides(id)]));
  }

  /** @returns all that may have become somebody else, those that are new or gone among them */
  function rejoin(touched: ReadonlySet<RecordId>): ReadonlySet<RecordId> {
    proposals = undefined;
    for (const id of touched) joints.delete(id);
    const present = [...touched].filter((id) => records.has(id));
    const sure = present.flatMap((id) =>
      (pairs.get(id) ?? []).filter((pair) => pair.one === id && isSure(pair)),
    );
    for (const joint of joinRecords({ present, sure, decisions, mayBeOne: index.mayBeOne }))
      for (const id of joint.records) joints.set(id, joint);
    return touched;
  }

  /** Of two people once, however many of their records are alike; nobody is asked what somebody has answered. */
  function propose(): readonly MatchProposal[] {
    const best = new Map<string, ScoredPair>();
    for (const [id, row] of pairs)
      for (const pair of row) {
        if (pair.one !== id) continue;
        const [one, other] = [identityOf(pair.one), identityOf(pair.other)] as [RecordId, RecordId];
        if (one === other || decisions.parted(recordsOf(one), recordsOf(other))) continue;
        const key = one < other ? `${one}\n${other}` : `${other}\n${one}`;
        const known = best.get(key);
        if (!known || pair.score > known.score || (pair.score === known.score && isBefore(pair, known)))
          best.set(key, pair);
      }
    return [...best.values()]
      .toSorted((one, other) => other.score - one.score || (isBefore(one, other) ? -1 : 1))
      .map((pair) => ({ one: pair.one, other: pair.other, score: pair.score, reasons: pair.explain() }));
  }

  function recordsOf(id: RecordId): readonly RecordId[] {
    return joints.get(id)?.records ?? [id];
  }
}

/** Thirty times as likely is not "about as likely". */
const RIVAL_BITS = 5;

const isBefore = (one: ScoredPair, other: ScoredPair): boolean =>
  one.one < other.one || (one.one === other.one && one.other < other.other);
