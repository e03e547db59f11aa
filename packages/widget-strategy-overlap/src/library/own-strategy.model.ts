import type { RecordId } from "@sweetspot/contract";
import { INSIGHT_KINDS, ownInsight, type RecordOf, recordsOf, strategyLevel } from "@sweetspot/plan-model";
import type { Kind, Level } from "@sweetspot/strategy-overlap";
import type { BoardReading, InsightRecord, LevelRecord, Records } from "../workspace/board-reading.model.ts";

export type OwnRecord = RecordOf<typeof ownInsight>;

/** A statement of our own strategy and what stands of it on this board. */
export interface OwnStatement {
  readonly record: OwnRecord;
  readonly copies: readonly InsightRecord[];
  readonly retired: boolean;
}

export interface OwnLevel {
  readonly level: LevelRecord;
  readonly statements: readonly OwnStatement[];
}

/** Which statements a list shows. */
export interface OwnFilter {
  readonly search?: string;
  readonly kind?: Kind | undefined;
  readonly retired?: boolean;
}

/** Our own strategy, the same for all customers: by level of the template, then by kind, then by place. */
export function readOwnStrategy(
  library: Records,
  reading: BoardReading,
  filter: OwnFilter = {},
): readonly OwnLevel[] {
  const copies = new Map<RecordId, InsightRecord[]>();
  for (const insight of reading.insights) {
    const { copiedFrom } = insight.fields;
    if (copiedFrom !== undefined) copies.set(copiedFrom, [...(copies.get(copiedFrom) ?? []), insight]);
  }
  const words = (filter.search ?? "").trim().toLocaleLowerCase();
  const statements = recordsOf(ownInsight, library.values())
    .map((record) => ({
      record,
      copies: copies.get(record.id) ?? [],
      retired: record.fields.retired === true,
    }))
    .filter(({ retired }) => filter.retired === true || !retired)
    .filter(({ record }) => filter.kind === undefined || record.fields.kind === filter.kind)
    .filter(({ record }) => record.fields.statement.toLocaleLowerCase().includes(words))
    .toSorted(byPlace);
  return templateLevels(library).map((level) => ({
    level,
    statements: statements.filter(({ record }) => record.fields.level === level.id),
  }));
}

/** The levels new boards begin with, from the top. */
export const templateLevels = (library: Records): readonly LevelRecord[] =>
  recordsOf(strategyLevel, library.values()).toSorted(
    (one, other) => one.fields.order - other.fields.order || (one.id < other.id ? -1 : 1),
  );

/**
 * Where on the board a statement of a template's level belongs: the level of the same name, else the first of the same
 * kind, else the first. Undefined for a board without levels.
 */
export function levelFor(template: Level, levels: readonly Level[]): RecordId | undefined {
  const sameName = levels.find(
    ({ fields }) => fields.name === template.fields.name && fields.kind === template.fields.kind,
  );
  const sameKind = levels.find(({ fields }) => fields.kind === template.fields.kind);
  return (sameName ?? sameKind ?? levels[0])?.id;
}

/** A copy of a statement that the library words in another way since it was copied. */
export interface ChangedCopy {
  readonly insight: InsightRecord;
  readonly own: OwnRecord;
}

/**
 * Has the library changed a statement since it was copied here? A copy reworded by hand while the library stood still
 * is no such case: it was meant for this customer.
 */
export function changedSinceCopied(insight: InsightRecord, library: Records): ChangedCopy | undefined {
  const { copiedFrom } = insight.fields;
  const found = copiedFrom === undefined ? undefined : library.get(copiedFrom);
  const own = found ? recordsOf(ownInsight, [found])[0] : undefined;
  if (!own || own.fields.statement === insight.fields.statement) return undefined;
  return own.updatedAt > insight.createdAt && own.revision > 1 ? { insight, own } : undefined;
}

export const changedCopies = (reading: BoardReading, library: Records): readonly ChangedCopy[] =>
  reading.insights.flatMap((insight) => changedSinceCopied(insight, library) ?? []);

function byPlace(one: OwnStatement, other: OwnStatement): number {
  const kind = ({ record }: OwnStatement): number => INSIGHT_KINDS.indexOf(record.fields.kind);
  const place = ({ record }: OwnStatement): number => record.fields.order ?? Number.MAX_VALUE;
  return kind(one) - kind(other) || place(one) - place(other) || (one.record.id < other.record.id ? -1 : 1);
}
