import { type RecordId, toRecordId } from "@sweetspot/contract";
import { createCompactIndex, createNumberList } from "./compact-index.ts";
import type { ImportSink } from "./import-sink.port.ts";
import { normaliseName } from "./normalise-name.ts";
import { toFullId } from "./record-key.ts";
import type { ReferenceResolver, ReferenceText, Resolution } from "./references.ts";

/** The parents of all accounts of an import, known before the first is written: a parent may stand below its child. */
export interface AccountTree {
  /** First pass: one account and what its row says about its parent. An id seen before is ignored. */
  add(id: RecordId, name: string, parent: ReferenceText | undefined): void;
  /** Between the passes: finds every parent, in the files or in the sink, and every circle. */
  link(options: {
    readonly sink: ImportSink;
    readonly resolver: ReferenceResolver;
    readonly signal?: AbortSignal | undefined;
  }): Promise<void>;
  /** Second pass: where the account's parent reference leads. */
  parentOf(id: RecordId): Resolution | { readonly state: "cyclic"; readonly text: string } | undefined;
}

const NO_PARENT = -1;
const SEVERAL = -2;

export function createAccountTree(): AccountTree {
  const accounts = createCompactIndex();
  const ids: RecordId[] = [];
  const names = createCompactIndex();
  const accountOfName: number[] = [];
  const parents: ReferenceText[] = [];
  const parentNumbers = new Map<string, number>();
  const parentOfAccount = createNumberList();
  let resolutions: Resolution[] = [];
  let cyclic: ReadonlySet<number> = new Set();

  /** The account of the files a parent text means; undefined where none, or not exactly one, does. */
  const inFiles = ({ id, name }: ReferenceText): Resolution | undefined => {
    const byId = id === undefined ? -1 : accounts.find(toFullId(id));
    if (byId >= 0) return { state: "found", id: ids[byId]! };
    const byName = name === undefined ? -1 : names.find(normaliseName(name));
    if (byName < 0) return undefined;
    const account = accountOfName[byName]!;
    return account === SEVERAL
      ? { state: "ambiguous", text: name ?? "" }
      : { state: "found", id: ids[account]! };
  };

  return {
    add(id, name, parent) {
      const account = accounts.add(id);
      if (account < 0) return;
      ids.push(id);
      const nameKey = normaliseName(name);
      const number = names.add(nameKey);
      if (number >= 0) accountOfName.push(account);
      else accountOfName[names.find(nameKey)] = SEVERAL;
      parentOfAccount.push(parent === undefined ? NO_PARENT : numberOf(parent, parents, parentNumbers));
    },
    async link({ sink, resolver, signal }) {
      const outside = parents.filter((parent) => inFiles(parent) === undefined);
      await resolver.prepare(outside);
      resolutions = parents.map((parent) => inFiles(parent) ?? resolver.resolve(parent));
      const edges = ids.map((_, account) => targetId(resolutions[parentOfAccount.get(account)]));
      cyclic = await findCircles({ ids, edges, find: (id) => accounts.find(id), sink, signal });
    },
    parentOf(id) {
      const account = accounts.find(id);
      const parent = account < 0 ? NO_PARENT : parentOfAccount.get(account);
      if (parent === NO_PARENT) return undefined;
      if (!cyclic.has(account)) return resolutions[parent];
      return { state: "cyclic", text: parents[parent]!.name ?? parents[parent]!.id ?? "" };
    },
  };
}

const targetId = (resolution: Resolution | undefined): RecordId | undefined =>
  resolution?.state === "found" ? resolution.id : undefined;

function numberOf(parent: ReferenceText, parents: ReferenceText[], numbers: Map<string, number>): number {
  const key = `${parent.id ?? ""}\n${parent.name ?? ""}`;
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, parents.length);
  return parents.push(parent) - 1;
}

interface CircleQuery {
  readonly ids: readonly RecordId[];
  /** Parent of each account of the files; it may be an account of the sink. */
  readonly edges: readonly (RecordId | undefined)[];
  readonly find: (id: RecordId) => number;
  readonly sink: ImportSink;
  readonly signal?: AbortSignal | undefined;
}

/** Accounts of the files that are their own ancestors; a circle may pass through accounts that only the sink has. */
async function findCircles({ ids, edges, find, sink, signal }: CircleQuery): Promise<ReadonlySet<number>> {
  const outside = await climb(edges, find, sink, signal);
  const next = (node: RecordId): RecordId | null | undefined => {
    const account = find(node);
    return account >= 0 ? edges[account] : outside.get(node);
  };
  const circles = new Set<number>();
  /** 0: not seen; otherwise the walk on which an account was seen first. */
  const seenOn = new Int32Array(ids.length);
  const outsideSeenOn = new Map<RecordId, number>();
  for (let start = 0; start < ids.length; start++) {
    const walk = start + 1;
    let node: RecordId | null | undefined = ids[start];
    while (node != null) {
      const account = find(node);
      const seen: number = account >= 0 ? seenOn[account]! : (outsideSeenOn.get(node) ?? 0);
      if (seen === walk) markCircle(node, next, find, circles);
      if (seen !== 0) break;
      if (account >= 0) seenOn[account] = walk;
      else outsideSeenOn.set(node, walk);
      node = next(node);
    }
  }
  return circles;
}

function markCircle(
  start: RecordId,
  next: (node: RecordId) => RecordId | null | undefined,
  find: (id: RecordId) => number,
  circles: Set<number>,
): void {
  let node: RecordId | null | undefined = start;
  do {
    const account = find(node);
    if (account >= 0) circles.add(account);
    node = next(node);
  } while (node != null && node !== start);
}

/** Parents of the sink's accounts above those of the files, level by level. */
async function climb(
  edges: readonly (RecordId | undefined)[],
  find: (id: RecordId) => number,
  sink: ImportSink,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<RecordId, RecordId | null>> {
  const known = new Map<RecordId, RecordId | null>();
  let level = [...new Set(edges)].filter((id): id is RecordId => id !== undefined && find(id) < 0);
  while (level.length > 0) {
    const upper = new Set<RecordId>();
    for (let at = 0; at < level.length; at += 5_000) {
      const part = level.slice(at, at + 5_000);
      const found = await sink.parentsOf(part, signal === undefined ? {} : { signal });
      for (const id of part) {
        const parent = found.get(id) ?? null;
        known.set(id, parent);
        if (parent !== null && find(parent) < 0) upper.add(toRecordId(parent));
      }
    }
    level = [...upper].filter((id) => !known.has(id));
  }
  return known;
}
