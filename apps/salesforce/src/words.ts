import {
  type Entity,
  type LabelGender,
  type LabelLanguage,
  type PlanLabels,
  toPlanLabels,
} from "@sweetspot/plan-model";
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
  objectOf(scope: "plan" | "library", entity: Entity): ObjectName;
  historyOf(scope: "plan" | "library", role: "commit" | "change"): ObjectName;
  rootOf(scope: "plan" | "library"): ObjectName;
  relationOf(kind: RelationWord): ObjectName;
}

/** What an org keeps of who knows whom. */
export type RelationWord = "source" | "person" | "body" | "tie" | "decision" | "wish";

export interface ObjectName {
  readonly label: string;
  readonly plural: string;
  readonly gender?: LabelGender;
}

const OWN: Readonly<Record<LabelLanguage, Readonly<Record<WordKey, string>>>> = { en, de, id };

/** Of our own nouns, in languages that have genders. */
const GENDERS: Readonly<Record<LabelLanguage, Readonly<Record<string, LabelGender>>>> = {
  en: {},
  de: {
    plan: "m",
    library: "f",
    commit: "m",
    change: "f",
    source: "f",
    person: "f",
    body: "n",
    tie: "f",
    decision: "f",
    wish: "m",
  },
  id: {},
};

export function toWords(language: LabelLanguage): Words {
  const plan = toPlanLabels(language);
  const own: Words["own"] = (key, values = {}) =>
    OWN[language][key].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "");
  // English writes nouns small after another word; German writes them large, Indonesian puts them first.
  const inside = (noun: string): string =>
    language === "en" ? noun.charAt(0).toLowerCase() + noun.slice(1) : noun;
  const genderOf = (gender: LabelGender | undefined) => (gender === undefined ? {} : { gender });
  return {
    ...plan,
    language,
    own,
    objectOf: (scope, entity) => {
      const { one, many, gender } = plan.entity(entity);
      const label = own(`${scope}:of`, { noun: inside(one) });
      return { label, plural: own(`${scope}:of`, { noun: inside(many) }), ...genderOf(gender) };
    },
    historyOf: (scope, role) => {
      const pattern = scope === "plan" ? "plan:of-history" : "library:of";
      const label = own(pattern, { noun: own(`${role}:one`) });
      return {
        label,
        plural: own(pattern, { noun: own(`${role}:many`) }),
        ...genderOf(GENDERS[language][role]),
      };
    },
    rootOf: (scope) => ({
      label: own(`${scope}:one`),
      plural: own(`${scope}:many`),
      ...genderOf(GENDERS[language][scope]),
    }),
    relationOf: (kind) => ({
      label: own(`relation.${kind}:one`),
      plural: own(`relation.${kind}:many`),
      ...genderOf(GENDERS[language][kind]),
    }),
  };
}

export const ENGLISH = toWords("en");
