import { CrmError, type ReadOptions, type Scope, scopeKey } from "@sweetspot/contract";
import { PATHS } from "../api-version.ts";
import type { HubspotPortal } from "../hubspot-portal.ts";
import type { Line } from "../line.ts";
import type { HubspotBatch, HubspotRecord } from "../raw/answers.ts";
import { propertiesOf } from "../records/fields.ts";
import { chunkNames, commitType, SLOT, toChunks } from "./native-object.ts";
import { brokenLinks, type KeptEntry, type LogEntry } from "./plan-log.model.ts";

/** A commit that was answered and is no part of the plan any more: another one took its place at the same instant. */
export interface LostCommit {
  readonly scope: Scope;
  readonly entry: KeptEntry;
}

export interface PlanLogOptions {
  readonly portal: HubspotPortal;
  readonly line: Line;
  /** Told once for each, in this process. */
  readonly onLost: (lost: LostCommit) => void;
}

/** The commits of plans in a portal's custom object. */
export interface PlanLog {
  /** All entries of a scope, in order. @throws CrmError `unavailable` where some were deleted in HubSpot */
  read(scope: Scope, options?: ReadOptions): Promise<readonly KeptEntry[]>;
  /** @returns undefined where another entry has the place already */
  append(scope: Scope, entry: LogEntry, options?: ReadOptions): Promise<KeptEntry | undefined>;
  /** Takes an entry back that nobody has been told of. */
  withdraw(scope: Scope, id: string, options?: ReadOptions): Promise<void>;
}

const BATCH = 100;
/** Entries of one portal that are remembered, of all its plans together; the plan that was read last always is. */
const MOST_REMEMBERED = 5000;

/** After so long all entries are read anew: they change only where a person was erased from them. */
const FRESH_MS = 600_000;

interface Remembered {
  readonly entries: readonly KeptEntry[];
  /** When all of them were read. */
  readonly at: number;
}

/** What was read is not read again for a while, but the last entry is asked for each time. */
interface Shelf {
  readonly scopes: Map<string, Remembered>;
  readonly told: Set<string>;
}
const shelves = new WeakMap<HubspotPortal, Shelf>();

export function createPlanLog({ portal, line, onLost }: PlanLogOptions): PlanLog {
  const shelf = shelves.get(portal) ?? { scopes: new Map(), told: new Set() };
  shelves.set(portal, shelf);

  async function readBatch(
    ids: readonly string[],
    idProperty: string | undefined,
    options?: ReadOptions,
  ): Promise<readonly KeptEntry[]> {
    const type = await commitType(portal, line, options);
    const { results, errors } = await line.send<HubspotBatch<HubspotRecord>>(
      {
        name: "plan-commits.batch",
        method: "POST",
        path: PATHS.customBatchRead(type),
        body: {
          properties: [SLOT, ...chunkNames],
          ...(idProperty === undefined ? {} : { idProperty }),
          inputs: ids.map((id) => ({ id })),
        },
      },
      options,
    );
    const grave = errors?.find(({ category }) => category !== "OBJECT_NOT_FOUND");
    if (grave) throw new CrmError("unavailable", "HubSpot did not give the plan’s entries.");
    return (results ?? []).map(toEntry);
  }

  /** Places from the first named on, as far as there are any. */
  async function readFrom(scope: Scope, first: number, options?: ReadOptions): Promise<readonly KeptEntry[]> {
    const found: KeptEntry[] = [];
    for (let start = first; ; start += BATCH) {
      const slots = Array.from({ length: BATCH }, (_, index) => slotOf(scope, start + index));
      const part = await readBatch(slots, SLOT, options);
      found.push(...part);
      if (part.length < BATCH) break;
    }
    const entries = found.toSorted((one, other) => one.version - other.version);
    if (entries.some(({ version }, index) => version !== first + index)) throw deleted();
    return entries;
  }

  async function read(scope: Scope, options?: ReadOptions): Promise<readonly KeptEntry[]> {
    const key = scopeKey(scope);
    const now = portal.clock.now();
    const { entries: known, at } = shelf.scopes.get(key) ?? { entries: [], at: now };
    const last = now - at > FRESH_MS ? undefined : known.at(-1);
    const fresh = await readFrom(scope, last?.version ?? 1, options);
    const continues = last !== undefined && fresh[0]?.id === last.id;
    const entries = continues
      ? [...known, ...fresh.slice(1)]
      : last === undefined
        ? fresh
        : await readFrom(scope, 1, options);
    if (entries.length < known.length) throw entries.length === 0 ? unseen() : deleted();
    await tellLost(scope, known, entries, options);
    remember(shelf.scopes, key, { entries, at: continues ? at : now });
    return entries;
  }

  async function tellLost(
    scope: Scope,
    known: readonly KeptEntry[],
    entries: readonly KeptEntry[],
    options?: ReadOptions,
  ): Promise<void> {
    const ids = new Set(entries.map(({ id }) => id));
    const remembered = known.filter(({ id }) => !ids.has(id));
    // Of which this process had never heard: the entries that were made on them name them.
    const named = brokenLinks(entries).filter((id) => id !== "" && !shelf.told.has(id));
    const displaced = named.length === 0 ? [] : await readBatch(named, undefined, options);
    for (const entry of [...remembered, ...displaced]) {
      if (shelf.told.has(entry.id)) continue;
      shelf.told.add(entry.id);
      onLost({ scope, entry });
    }
  }

  async function create(scope: Scope, entry: LogEntry, options?: ReadOptions): Promise<string | undefined> {
    const type = await commitType(portal, line, options);
    try {
      const made = await line.send<HubspotRecord>(
        {
          name: "plan-commits.create",
          method: "POST",
          path: PATHS.customRecords(type),
          repeatable: false,
          body: { properties: { [SLOT]: slotOf(scope, entry.version), ...toChunks(JSON.stringify(entry)) } },
        },
        options,
      );
      return made.id;
    } catch (error) {
      // Refused, perhaps because the place is taken; or the answer was lost, and the entry is there.
      const there = (await read(scope, options))[entry.version - 1];
      if (there?.key === entry.key && there.content === entry.content) return there.id;
      if (there && (CrmError.is(error, "malformed") || CrmError.is(error, "conflict"))) return undefined;
      throw error;
    }
  }

  /** An entry that nobody has been told of, so that it never comes to stand for the one at its place. */
  async function withdraw(id: string, options?: ReadOptions): Promise<void> {
    shelf.told.add(id);
    const type = await commitType(portal, line, options);
    await line.send(
      { name: "plan-commits.withdraw", method: "DELETE", path: PATHS.customRecord(type, id) },
      options,
    );
  }

  return {
    read,
    async append(scope, entry, options) {
      const id = await create(scope, entry, options);
      if (id === undefined) return undefined;
      // HubSpot does not promise that of two at the same instant one is refused: whoever finds another there has lost.
      const there = (await read(scope, options))[entry.version - 1];
      if (there?.id === id) return there;
      await withdraw(id, options);
      return undefined;
    },
    async withdraw(scope, id, options) {
      await withdraw(id, options);
      // Or its going would be taken for somebody's deleting it.
      shelf.scopes.delete(scopeKey(scope));
    },
  };
}

function remember(scopes: Shelf["scopes"], key: string, remembered: Remembered): void {
  scopes.delete(key);
  let count = remembered.entries.length;
  for (const { entries } of scopes.values()) count += entries.length;
  for (const [oldest, { entries }] of scopes) {
    if (count <= MOST_REMEMBERED) break;
    scopes.delete(oldest);
    count -= entries.length;
  }
  scopes.set(key, remembered);
}

/** The place of a version; one record alone has it. */
export const slotOf = (scope: Scope, version: number): string => `${scopeKey(scope)}#${version}`;

function toEntry(record: HubspotRecord): KeptEntry {
  const properties = propertiesOf(record);
  const text = chunkNames.map((name) => properties[name] ?? "").join("");
  try {
    return { ...(JSON.parse(text) as LogEntry), id: record.id };
  } catch (cause) {
    throw new CrmError(
      "unavailable",
      `Entry ${record.id} of a plan was changed in HubSpot and cannot be read.`,
      {
        cause,
      },
    );
  }
}

const deleted = (): CrmError =>
  new CrmError(
    "unavailable",
    "Entries of this plan were deleted in HubSpot. An admin can restore them there.",
  );
const unseen = (): CrmError =>
  new CrmError("forbidden", "You may not see the records in HubSpot that hold this plan.");
