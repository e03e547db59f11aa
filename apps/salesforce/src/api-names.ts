import { createHash } from "node:crypto";

/** Salesforce's limit for the name of an object, a field or a relationship, without its suffix. */
const LONGEST = 40;
const MARK = 6;

/** `white-space-rules`, `levelReason` → `WhiteSpaceRules`, `LevelReason`. */
export const toPascal = (name: string): string =>
  name
    .split("-")
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join("");

/**
 * A name within Salesforce's limit that stays the same for good. What is too long is cut and marked with a part of its
 * hash, so that two long names never meet.
 */
export function toApiName(name: string): string {
  if (!/^[A-Za-z][A-Za-z0-9]*(_[A-Za-z0-9]+)*$/.test(name))
    throw new Error(
      `"${name}" is no API name: letters, digits and single underscores, beginning with a letter.`,
    );
  if (name.length <= LONGEST) return name;
  const mark = createHash("sha256").update(name).digest("hex").slice(0, MARK);
  return `${name.slice(0, LONGEST - MARK - 1).replace(/_+$/, "")}_${mark}`;
}

/** `Sweetspot_Cell__c`; the library's own copy of an entity is `Sweetspot_Library_Offering__c`. */
export const toObjectName = (entity: string, scope: "plan" | "library"): string =>
  `${toApiName(`Sweetspot_${scope === "library" ? "Library_" : ""}${toPascal(entity)}`)}__c`;

/** `levelReason` → `LevelReason__c`. */
export const toFieldName = (field: string, suffix = ""): string =>
  `${toApiName(toPascal(field) + suffix)}__c`;

/** What a record's children are called from the other end, unique on the record pointed to. */
export const toRelationshipName = (object: string, field: string): string =>
  toApiName((object.replace(/__c$/, "") + field.replace(/__c$/, "")).replaceAll("_", ""));

/** Throws where two things would have the same name; Salesforce does not tell case apart. */
export function refuseCollisions(what: string, names: readonly string[]): void {
  const seen = new Map<string, string>();
  for (const name of names) {
    const other = seen.get(name.toLowerCase());
    if (other !== undefined)
      throw new Error(
        `${what}: the names ${other} and ${name} collide. Rename a field or entity in the plan model.`,
      );
    seen.set(name.toLowerCase(), name);
  }
}
