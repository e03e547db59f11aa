import type { Change, IsoInstant, RecordId } from "@sweetspot/contract";

/** How a core message was worded at one time. */
export interface Wording {
  readonly version: number;
  readonly statement: string;
  readonly by: RecordId;
  readonly at: IsoInstant;
}

/**
 * The wordings of one message, newest first; of each version the last text, so that a corrected slip of the pen is no
 * wording of its own.
 *
 * @param changes the plan's history, oldest first
 */
export function wordingsOf(message: RecordId, changes: readonly Change[]): readonly Wording[] {
  const byVersion = new Map<number, Wording>();
  for (const { record, after, by, at } of changes) {
    const statement = after?.["statement"];
    const version = after?.["version"];
    if (record !== message || typeof statement !== "string" || typeof version !== "number") continue;
    const known = byVersion.get(version);
    if (known?.statement === statement) continue;
    // When it began, and who last touched its words.
    byVersion.set(version, { version, statement, by, at: known?.at ?? at });
  }
  return [...byVersion.values()].toSorted((one, other) => other.version - one.version);
}
