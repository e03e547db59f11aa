import type { IsoDate, RecordId } from "@sweetspot/contract";
import type {
  buyingCentreMember,
  coreMessage,
  lexiconTerm,
  messageReader,
  proof,
  valueProposition,
} from "@sweetspot/plan-model";
import { type Board, sideOf } from "./board.ts";
import type { Entry } from "./entry.ts";
import { findJargon } from "./words/find-jargon.ts";
import { TEXT_LANGUAGES, type TextLanguage } from "./words/languages.ts";

/** One thing still to do, about one record, with what a person needs to understand why. */
export type OpenTask =
  | { readonly kind: "spot-without-message"; readonly record: RecordId }
  | { readonly kind: "spot-without-proposition"; readonly record: RecordId }
  | { readonly kind: "promise-without-proof"; readonly record: RecordId }
  | { readonly kind: "proof-missing"; readonly record: RecordId; readonly proof: RecordId }
  | {
      readonly kind: "proof-expired";
      readonly record: RecordId;
      readonly proof: RecordId;
      readonly since: IsoDate;
    }
  | { readonly kind: "proof-not-for-customers"; readonly record: RecordId; readonly proof: RecordId }
  | {
      readonly kind: "jargon";
      readonly record: RecordId;
      readonly term: RecordId;
      readonly found: string;
      readonly instead: string;
    }
  | { readonly kind: "message-unchecked"; readonly record: RecordId }
  | { readonly kind: "message-unknown"; readonly record: RecordId; readonly readers: number }
  | { readonly kind: "spot-one-sided"; readonly record: RecordId }
  | { readonly kind: "lead-missing"; readonly record: RecordId };

export interface TaskInput {
  readonly board: Board;
  readonly messages: readonly Entry<typeof coreMessage>[];
  readonly readers: readonly Entry<typeof messageReader>[];
  readonly propositions: readonly Entry<typeof valueProposition>[];
  /** Of the library and of the plan. */
  readonly proofs: readonly Entry<typeof proof>[];
  readonly terms: readonly Entry<typeof lexiconTerm>[];
  readonly members: readonly Entry<typeof buyingCentreMember>[];
  /** The user's own day. A proof is good on its last day. */
  readonly today: IsoDate;
  readonly language: TextLanguage;
}

/** What the strategy steps still ask for, each explained by its kind and details; sorted by kind, then as given. */
export function openTasks(input: TaskInput): OpenTask[] {
  return [
    ...spotTasks(input),
    ...input.propositions.flatMap((one) => proofTasks(one, input)),
    ...jargonTasks(input),
    ...messageTasks(input),
    ...input.members
      .filter(({ fields }) => fields.lead === undefined && fields.leftOn === undefined)
      .map(({ id }) => ({ kind: "lead-missing", record: id }) as const),
  ];
}

function spotTasks({ board, messages, propositions }: TaskInput): OpenTask[] {
  const isOneSided = (side: "customer" | "provider") => (spot: Board["spots"][number]) =>
    !sideOf(spot, side).some((id) => board.insight(id));
  const without = (
    told: readonly { readonly fields: { readonly sweetSpot: RecordId } }[],
    kind: "spot-without-message" | "spot-without-proposition",
  ): OpenTask[] => {
    const spots = new Set(told.map(({ fields }) => fields.sweetSpot));
    return board.spots.filter(({ id }) => !spots.has(id)).map(({ id }) => ({ kind, record: id }));
  };
  return [
    ...board.spots
      .filter((spot) => isOneSided("customer")(spot) || isOneSided("provider")(spot))
      .map(({ id }) => ({ kind: "spot-one-sided", record: id }) as const),
    ...without(messages, "spot-without-message"),
    ...without(propositions, "spot-without-proposition"),
  ];
}

function proofTasks(
  { id: record, fields }: TaskInput["propositions"][number],
  { proofs, today }: TaskInput,
): OpenTask[] {
  const linked = fields.proofs ?? [];
  const isPromised = (fields.promise ?? "").trim() !== "";
  if (isPromised && (fields.proof ?? "").trim() === "" && linked.length === 0)
    return [{ kind: "promise-without-proof", record }];
  return linked.flatMap((id): OpenTask[] => {
    const found = proofs.find((one) => one.id === id);
    if (!found) return [{ kind: "proof-missing", record, proof: id }];
    const { validUntil, permission } = found.fields;
    if (validUntil !== undefined && validUntil < today)
      return [{ kind: "proof-expired", record, proof: id, since: validUntil }];
    return permission === "internal-only" ? [{ kind: "proof-not-for-customers", record, proof: id }] : [];
  });
}

function jargonTasks({ messages, propositions, terms, language }: TaskInput): OpenTask[] {
  const known = terms.map(({ id, fields }) => ({ id, term: fields.term, ourWords: fields.ourWords ?? [] }));
  const told = [
    ...messages.map(({ id, fields }) => ({ id, language: fields.language, text: fields.statement })),
    ...propositions.map(({ id, fields }) => ({
      id,
      language: fields.language,
      text: [fields.promise, fields.addedValue, fields.delivery, fields.proof].filter(Boolean).join("\n"),
    })),
  ];
  return told.flatMap(({ id, text, language: own }) =>
    findJargon(text, known, toTextLanguage(own) ?? language).map(
      ({ id: term, found, instead }) =>
        ({ kind: "jargon", record: id, term: term as RecordId, found, instead }) as const,
    ),
  );
}

const toTextLanguage = (code: string | undefined): TextLanguage | undefined =>
  TEXT_LANGUAGES.find((language) => code?.toLowerCase().split("-")[0] === language);

function messageTasks({ messages, readers }: TaskInput): OpenTask[] {
  return messages.flatMap(({ id, fields }): OpenTask[] => {
    const unaware = readers.filter(
      (reader) => reader.fields.message === id && (reader.fields.confirmedVersion ?? 0) < fields.version,
    );
    const isChecked = fields.remembered === "yes" && fields.passedOn === "yes";
    return [
      ...(isChecked ? [] : [{ kind: "message-unchecked", record: id } as const]),
      ...(unaware.length > 0
        ? [{ kind: "message-unknown", record: id, readers: unaware.length } as const]
        : []),
    ];
  });
}
