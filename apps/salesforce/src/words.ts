import { type Entity, type LabelLanguage, type PlanLabels, toPlanLabels } from "@sweetspot/plan-model";
import de from "../labels/de.json" with { type: "json" };
import en from "../labels/en.json" with { type: "json" };
import id from "../labels/id.json" with { type: "json" };

export type WordKey = keyof typeof en;

/** Everything people read in an org, in one language: the plan model's labels, and those of Salesforce's own objects. */
export interface Words extends PlanLabels {
  readonly language: LabelLanguage;
  /** A text of ours; `{name}` is filled in. */
  own(key: WordKey, values?: Readonly<Record<string, string>>): string;
  /** The name of an object below the plan or the library. */
  objectOf(scope: "plan" | "library", entity: Entity): { readonly one: string; readonly many: string };
  historyOf(
    scope: "plan" | "library",
    role: "commit" | "change",
  ): { readonly one: string; readonly many: string };
}

const OWN: Readonly<Record<LabelLanguage, Readonly<Record<WordKey, string>>>> = { en, de, id };

export function toWords(language: LabelLanguage): Words {
  const plan = toPlanLabels(language);
  const own: Words["own"] = (key, values = {}) =>
    OWN[language][key].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "");
  // English writes nouns small after another word; German writes them large, Indonesian puts them first.
  const inside = (noun: string): string =>
    language === "en" ? noun.charAt(0).toLowerCase() + noun.slice(1) : noun;
  return {
    ...plan,
    language,
    own,
    objectOf: (scope, entity) => {
      const { one, many } = plan.entity(entity);
      return {
        one: own(`${scope}:of`, { noun: inside(one) }),
        many: own(`${scope}:of`, { noun: inside(many) }),
      };
    },
    historyOf: (scope, role) => {
      const pattern = scope === "plan" ? "plan:of-history" : "library:of";
      return {
        one: own(pattern, { noun: own(`${role}:one`) }),
        many: own(pattern, { noun: own(`${role}:many`) }),
      };
    },
  };
}

export const ENGLISH = toWords("en");
