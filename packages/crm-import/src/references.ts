import { type RecordId, toRecordId } from "@sweetspot/contract";
import type { ImportAlias } from "./import-report.model.ts";
import type { ImportSink, NamedKind } from "./import-sink.port.ts";
import { idOfName, normaliseName } from "./normalise-name.ts";
import { toFullId } from "./record-key.ts";

/** What a row says about another record: its id, its name, or both. */
export interface ReferenceText {
  readonly kind: NamedKind;
  readonly id: string | undefined;
  readonly name: string | undefined;
}

export type Resolution =
  | { readonly state: "found"; readonly id: RecordId }
  /** Nobody yet, but a record of that name is to be made. */
  | { readonly state: "made"; readonly id: RecordId; readonly name: string }
  /** An alias says: nobody. */
  | { readonly state: "none" }
  | { readonly state: "unknown"; readonly text: string }
  | { readonly state: "ambiguous"; readonly text: string };

export interface ReferenceResolver {
  /** Asks the sink about everything named here, so that `resolve` can answer. */
  prepare(references: readonly ReferenceText[]): Promise<void>;
  /** The id is tried first, then the name. Only for references prepared before. */
  resolve(reference: ReferenceText): Resolution;
  /** The record of a "made" resolution has been written. */
  remember(kind: NamedKind, id: RecordId, name: string): void;
  /** What was written last has been taken back, or something new is there: ask the sink again. */
  forget(): void;
}

export interface ResolverOptions {
  readonly sink: ImportSink;
  readonly aliases: readonly ImportAlias[];
  /** Kinds of which a record is made where a file names one nobody knows. */
  readonly create: ReadonlySet<NamedKind>;
  readonly signal?: AbortSignal | undefined;
}

interface KindMemory {
  /** False: asked, and not there. */
  readonly ids: Map<string, boolean>;
  readonly names: Map<string, readonly RecordId[]>;
  /** Answers by what the file says, so that a text that comes again costs one look. */
  readonly answers: Map<string, Resolution>;
}

/** Answers remembered of each kind; above it the memory starts anew, so that it stays small. */
const REMEMBERED = 50_000;
const ASKED_AT_ONCE = 5_000;

/** Finds the records rows point at: aliases first, then ids, then normalised names. */
export function createReferenceResolver({
  sink,
  aliases,
  create,
  signal,
}: ResolverOptions): ReferenceResolver {
  const memory = new Map<NamedKind, KindMemory>();
  const aliasTargets = new Map(aliases.map(({ kind, text, target }) => [aliasKey(kind, text), target]));
  const options = signal === undefined ? {} : { signal };

  const memoryOf = (kind: NamedKind): KindMemory => {
    const known = memory.get(kind) ?? { ids: new Map(), names: new Map(), answers: new Map() };
    memory.set(kind, known);
    return known;
  };
  const askIds = async (kind: NamedKind, ids: readonly string[]): Promise<void> => {
    const known = memoryOf(kind).ids;
    for (const part of inParts(ids)) {
      const found = await sink.findIds(kind, part.map(toRecordId), options);
      for (const id of part) known.set(id, found.has(toRecordId(id)));
    }
  };
  const askNames = async (kind: NamedKind, nameKeys: readonly string[]): Promise<void> => {
    const known = memoryOf(kind).names;
    for (const part of inParts(nameKeys)) {
      const found = await sink.findByName(kind, part, options);
      for (const nameKey of part) known.set(nameKey, found.get(nameKey) ?? []);
    }
  };
  const byAlias = (kind: NamedKind, text: string | undefined): Resolution | undefined => {
    const target = text === undefined ? undefined : aliasTargets.get(aliasKey(kind, text));
    if (target === undefined) return undefined;
    return target === null ? { state: "none" } : { state: "found", id: target };
  };

  const find = ({ kind, id, name }: ReferenceText): Resolution => {
    const alias = byAlias(kind, id) ?? byAlias(kind, name);
    if (alias) return alias;
    const known = memoryOf(kind);
    if (id !== undefined) {
      const full = toFullId(id);
      if (known.ids.get(full)) return { state: "found", id: full };
      if (name === undefined) return { state: "unknown", text: id };
    }
    const text = name ?? "";
    const found = known.names.get(normaliseName(text)) ?? [];
    if (found.length === 1) return { state: "found", id: found[0]! };
    if (found.length > 1) return { state: "ambiguous", text };
    if (!create.has(kind)) return { state: "unknown", text };
    const made = id === undefined ? toRecordId(idOfName(normaliseName(text))) : toFullId(id);
    return { state: "made", id: made, name: text };
  };

  return {
    async prepare(references) {
      for (const { ids, names, answers } of memory.values()) {
        if (ids.size + names.size > REMEMBERED) for (const map of [ids, names, answers]) map.clear();
      }
      const wanted = new Map<NamedKind, { readonly ids: Set<string>; readonly names: Set<string> }>();
      for (const { kind, id, name } of references) {
        if (memory.get(kind)?.answers.has(answerKey(id, name))) continue;
        const asked = wanted.get(kind) ?? { ids: new Set(), names: new Set() };
        wanted.set(kind, asked);
        if (id !== undefined) asked.ids.add(toFullId(id));
        if (name !== undefined) asked.names.add(normaliseName(name));
      }
      for (const [kind, asked] of wanted) {
        const known = memoryOf(kind);
        await askIds(
          kind,
          [...asked.ids].filter((id) => !known.ids.has(id)),
        );
        await askNames(
          kind,
          [...asked.names].filter((nameKey) => !known.names.has(nameKey)),
        );
      }
    },
    resolve(reference) {
      const { answers } = memoryOf(reference.kind);
      const key = answerKey(reference.id, reference.name);
      const answer = answers.get(key) ?? find(reference);
      answers.set(key, answer);
      return answer;
    },
    remember(kind, id, name) {
      const known = memoryOf(kind);
      known.ids.set(id, true);
      known.names.set(normaliseName(name), [id]);
      known.answers.clear();
    },
    forget: () => memory.clear(),
  };
}

const answerKey = (id: string | undefined, name: string | undefined): string => `${id ?? ""}\n${name ?? ""}`;

const aliasKey = (kind: NamedKind, text: string): string => `${kind}\n${normaliseName(text)}`;

function* inParts(values: readonly string[]): Generator<readonly string[]> {
  for (let at = 0; at < values.length; at += ASKED_AT_ONCE) yield values.slice(at, at + ASKED_AT_ONCE);
}
