import { ENTITIES, LABEL_LANGUAGES, type LabelGender, type LabelLanguage } from "@sweetspot/plan-model";
import { API_VERSION } from "./api-version.ts";
import { toLabelEntries } from "./generate-labels.ts";
import { hasReportType, layoutName, pathTo, reportTypeName } from "./generate-navigation.ts";
import { relationshipLabel } from "./generate-objects.ts";
import type { GeneratedFile } from "./generated-file.ts";
import { toSalesforceObjects } from "./salesforce-model.ts";
import type { SalesforceField, SalesforceObject } from "./salesforce-object.ts";
import { toWords } from "./words.ts";
import { toMetadataXml, type XmlChild } from "./xml.ts";

/** Salesforce's codes of the languages that are not the master's. */
const CODES: Readonly<Record<Exclude<LabelLanguage, "en">, string>> = { de: "de", id: "in" };

const GENDERS: Readonly<Record<LabelGender, string>> = { m: "Masculine", f: "Feminine", n: "Neuter" };

/** The language codes translated to, as Salesforce writes them. */
export const TRANSLATED_LANGUAGES: readonly string[] = Object.values(CODES);

/**
 * One deployable folder a language, in metadata format: an org takes translations only where its Translation Workbench
 * is on and the language active, and refuses a whole deployment otherwise. So they stand beside the package.
 */
export const generateTranslations = (): GeneratedFile[] =>
  LABEL_LANGUAGES.filter((language) => language !== "en").flatMap(translationFiles);

function translationFiles(language: Exclude<LabelLanguage, "en">): GeneratedFile[] {
  const code = CODES[language];
  const words = toWords(language);
  const english = toSalesforceObjects();
  const translated = toSalesforceObjects(ENTITIES, words);
  const pairs = english.map((master, index) => [master, translated[index] ?? master] as const);
  const folder = `translations/${code}`;
  return [
    ...pairs.map(([master, object]) => ({
      path: `${folder}/objectTranslations/${master.apiName}-${code}.objectTranslation`,
      content: toMetadataXml("CustomObjectTranslation", objectXml(master, object, language)),
    })),
    {
      path: `${folder}/translations/${code}.translation`,
      content: toMetadataXml("Translations", [
        named("customApplications", "Sweetspot", [
          ["description", words.own("app:help")],
          ["label", "Sweetspot"],
        ]),
        ...toLabelEntries(language).map(({ name, text }) => named("customLabels", name, [["label", text]])),
        named("customTabs", "Sweetspot_Start", [["label", words.own("start:tab")]]),
        ...pairs
          .filter(([master]) => hasReportType(master))
          .map(([master, object]) =>
            reportType(master, english, object, translated, words.own("account:many")),
          ),
      ]),
    },
    {
      path: `${folder}/package.xml`,
      content: toMetadataXml("Package", [
        members(
          "CustomObjectTranslation",
          english.map((object) => `${object.apiName}-${code}`),
        ),
        members("Translations", [code]),
        ["version", API_VERSION],
      ]),
    },
  ];
}

function objectXml(master: SalesforceObject, object: SalesforceObject, language: LabelLanguage): XmlChild[] {
  return [
    ...caseValues(object, language),
    ...master.fields.map((field, index) => fieldXml(field, object, object.fields[index] ?? field)),
    ["gender", object.gender && GENDERS[object.gender]],
    [
      "layouts",
      [
        ["layout", layoutName(master)],
        [
          "sections",
          [
            ["label", object.label],
            ["section", master.label],
          ],
        ],
      ],
    ],
    ["nameFieldLabel", object.name.label],
  ];
}

/** German has cases, of which our nouns show none that a page of Salesforce uses; Indonesian has none. */
function caseValues(object: SalesforceObject, language: LabelLanguage): XmlChild[] {
  const cases = language === "de" ? ["Nominative", "Accusative", "Genitive", "Dative"] : [undefined];
  return cases.flatMap((caseType) =>
    [false, true].map((plural): XmlChild => [
      "caseValues",
      [
        ["caseType", caseType],
        ["plural", plural],
        ["value", plural ? object.plural : object.label],
      ],
    ]),
  );
}

function fieldXml(field: SalesforceField, object: SalesforceObject, translated: SalesforceField): XmlChild {
  const choices = field.choices ?? [];
  return [
    "fields",
    [
      ["help", field.hidden ? undefined : translated.help],
      ["label", translated.label],
      ["name", field.apiName],
      ...choices.map(({ label }, index): XmlChild => [
        "picklistValues",
        [
          ["masterLabel", label],
          ["translation", translated.choices?.[index]?.label ?? label],
        ],
      ]),
      ["relationshipLabel", relationshipLabel(object, translated)],
    ],
  ];
}

function reportType(
  master: SalesforceObject,
  masters: readonly SalesforceObject[],
  object: SalesforceObject,
  objects: readonly SalesforceObject[],
  accounts: string,
): XmlChild {
  const labels = pathTo(object, objects, accounts).map((step) => step.label);
  return [
    "reportTypes",
    [
      ["description", object.help],
      ["label", object.plural],
      ["name", reportTypeName(master)],
      ...pathTo(master, masters).map((step, index): XmlChild => [
        "sections",
        [
          ["label", labels[index] ?? step.label],
          ["name", step.label],
        ],
      ]),
    ],
  ];
}

const named = (element: string, name: string, texts: readonly XmlChild[]): XmlChild => [
  element,
  [...texts, ["name", name]],
];

const members = (type: string, names: readonly string[]): XmlChild => [
  "types",
  [...names.toSorted().map((name): XmlChild => ["members", name]), ["name", type]],
];
