import type { RecordId } from "@sweetspot/contract";
import type { Axis } from "@sweetspot/white-space-plan";

const SEPARATOR = " › ";

/** A path as one text: "Germany › North". A name that holds the separator's sign is told apart by a backslash. */
export const joinPath = (names: readonly string[]): string =>
  names.map((name) => name.replaceAll("\\", "\\\\").replaceAll("›", "\\›")).join(SEPARATOR);

/** The names of a path; the inverse of `joinPath`, also without blanks around the sign, and for ">". */
export function splitPath(text: string): string[] {
  const names: string[] = [""];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? "";
    if (sign === "\\" && at + 1 < text.length) {
      at += 1;
      names[names.length - 1] += text[at] ?? "";
    } else if (sign === "›") names.push("");
    else names[names.length - 1] += sign;
  }
  return names.map((name) => name.trim()).filter((name) => name !== "");
}

/**
 * Records by path. Two siblings of one name are told apart by their number: "North", "North #2". What a parent holds
 * itself has the parent's own path.
 */
export function pathsOf(axis: Axis): {
  readonly byPath: ReadonlyMap<string, RecordId>;
  readonly byRecord: ReadonlyMap<RecordId, string>;
} {
  const byPath = new Map<string, RecordId>();
  const byRecord = new Map<RecordId, string>();
  const namesOf = new Map<string, readonly string[]>();
  for (const node of axis.nodes) {
    if (node.own) continue;
    const above = node.parent === undefined ? [] : (namesOf.get(node.parent) ?? []);
    let names = [...above, node.name.trim()];
    for (let number = 2; byPath.has(joinPath(names)); number += 1)
      names = [...above, `${node.name.trim()} #${String(number)}`];
    namesOf.set(node.id, names);
    byPath.set(joinPath(names), node.record);
    byRecord.set(node.record, joinPath(names));
  }
  return { byPath, byRecord };
}
