import de from "../labels/de.json" with { type: "json" };
import en from "../labels/en.json" with { type: "json" };
import id from "../labels/id.json" with { type: "json" };
import type { Entity } from "./entity.ts";

/** Languages in which every entity and field has a label. */
export const LABEL_LANGUAGES = ["en", "de", "id"] as const;
export type LabelLanguage = (typeof LABEL_LANGUAGES)[number];

/** Grammatical gender of a noun, in a language that has it. */
export type LabelGender = "m" | "f" | "n";

/** What people read about the plan model in one language: in a CRM's setup, on its pages and in its reports. */
export interface PlanLabels {
  entity(entity: Entity): {
    readonly one: string;
    readonly many: string;
    readonly help: string;
    readonly gender?: LabelGender;
  };
  field(entity: Entity, name: string): { readonly label: string; readonly help: string };
  choice(entity: Entity, name: string, choice: string): string;
}

const TEXTS: Readonly<Record<LabelLanguage, Readonly<Record<string, string>>>> = { en, de, id };

/**
 * The labels of a language. English help is the declaration's own; a label that is missing is made of the name, so that
 * a new entity can be tried before it is translated.
 */
export function toPlanLabels(language: LabelLanguage): PlanLabels {
  const texts = TEXTS[language];
  return {
    entity: ({ name, help }) => {
      const one = texts[`${name}:one`] ?? toWords(name);
      const gender = texts[`${name}:gender`];
      return {
        one,
        many: texts[`${name}:many`] ?? one,
        help: texts[`${name}:help`] ?? help,
        ...(gender === "m" || gender === "f" || gender === "n" ? { gender } : {}),
      };
    },
    field: (entity, name) => {
      const key = `${entity.name}.${name}`;
      const help = texts[`${key}:help`] ?? entity.fields[name]?.help ?? "";
      return { label: texts[key] ?? toWords(name), help };
    },
    choice: (entity, name, choice) => texts[`${entity.name}.${name}:${choice}`] ?? toWords(choice),
  };
}

/** `levelReason`, `not-possible` → `Level reason`, `Not possible`. */
function toWords(name: string): string {
  const words = name
    .replaceAll("-", " ")
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
