import type { LabelLanguage } from "@sweetspot/plan-model";
import type { GeneratedFile } from "./generated-file.ts";
import { LABELS, type LabelName, toLabelName } from "./labels.ts";
import { toMetadataXml, type XmlChild } from "./xml.ts";

export interface LabelEntry {
  /** Name of the Custom Label in the org. */
  readonly name: string;
  readonly key: LabelName;
  readonly text: string;
}

/** The texts our components show themselves, in one language, ordered by name. */
export const toLabelEntries = (language: LabelLanguage): LabelEntry[] =>
  (Object.keys(LABELS) as LabelName[])
    .map((key) => ({ key, name: toLabelName(key), text: LABELS[key][language] }))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));

/** Custom Labels, which components import by name and an admin may reword. */
export const generateLabels = (): GeneratedFile => ({
  path: "labels/CustomLabels.labels-meta.xml",
  content: toMetadataXml(
    "CustomLabels",
    toLabelEntries("en").map(({ name, key, text }): XmlChild => [
      "labels",
      [
        ["fullName", name],
        ["categories", "Sweetspot"],
        ["language", "en_US"],
        ["protected", false],
        ["shortDescription", `Sweetspot: ${key.replaceAll("_", " ").toLowerCase()}`],
        ["value", text],
      ],
    ]),
  ),
});
