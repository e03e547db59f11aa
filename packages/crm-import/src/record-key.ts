import { createHash } from "node:crypto";
import { type RecordId, toRecordId } from "@sweetspot/contract";
import type { CellValues } from "./cell-values.ts";
import type { KeyRule } from "./file-mapping.model.ts";
import type { ImportKind } from "./import-sink.port.ts";
import { idOfName, normaliseName } from "./normalise-name.ts";

/** Kinds of Salesforce records whose 15-character ids may meet their 18-character twins of another export. */
const SALESFORCE_15 = /^(?:001|003|005|006|00k|01t|02i)[0-9A-Za-z]{12}$/u;
const CHECK_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

/** Reports give 15 characters where the Data Loader gives 18 for the same record; the longer form is kept. */
export function toFullId(id: string): RecordId {
  if (!SALESFORCE_15.test(id)) return toRecordId(id);
  let suffix = "";
  for (let chunk = 0; chunk < 15; chunk += 5) {
    let bits = 0;
    for (let at = 0; at < 5; at++) {
      const letter = id[chunk + at]!;
      if (letter >= "A" && letter <= "Z") bits += 1 << at;
    }
    suffix += CHECK_LETTERS[bits];
  }
  return toRecordId(id + suffix);
}

/** The fields that tell one record without an id from another; not those that change as a deal goes on. */
const CONTENT: Readonly<Partial<Record<ImportKind, readonly string[]>>> = {
  contacts: ["email", "name", "firstName", "lastName", "accountId", "accountName"],
  opportunities: ["name", "accountId", "accountName", "productId", "productName", "startDate"],
  lineItems: ["opportunityId", "opportunityName", "productId", "productName"],
  assets: ["name", "accountId", "accountName", "productId", "productName", "since"],
};

/** Gives each row its id by the file's key rule; undefined where the row has no key. */
export function createRecordKeys(
  kind: ImportKind,
  rule: KeyRule,
): (values: CellValues, name: string) => RecordId | undefined {
  if (rule === "id") return ({ texts }) => (texts["id"] === undefined ? undefined : toFullId(texts["id"]));
  if (rule === "name")
    return (_, name) => (name === "" ? undefined : toRecordId(idOfName(normaliseName(name))));
  const seen = new Map<string, number>();
  return ({ texts }) => {
    const content = (CONTENT[kind] ?? []).map((field) => normaliseName(texts[field] ?? ""));
    if (content.every((text) => text === "")) return undefined;
    const digest = createHash("sha256").update(JSON.stringify(content)).digest("base64url").slice(0, 22);
    const occurrence = (seen.get(digest) ?? 0) + 1;
    seen.set(digest, occurrence);
    return toRecordId(`row:${digest}:${occurrence}`);
  };
}
