// oxlint-disable-next-line typescript/triple-slash-reference -- tests run in node, the rest of the package does not
/// <reference types="node" />
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { LANGUAGES } from "../i18n/translator.ts";
import { keysIn, placeholdersOf, wordsInView } from "./read-source.ts";

export interface CatalogCheck {
  /** The package's folder: `locales/` and `src/` are read below it. */
  readonly folder: string;
  /** Keys the code does not name in full, such as edit names that come with the data; they count as used. */
  readonly built?: readonly RegExp[];
}

/**
 * What is wrong with a package's texts, as sentences; empty when all is well:
 * - the languages have the same keys and the same placeholders, in alphabetical order;
 * - every key named in the source exists, and every key that exists is named there;
 * - no view has words of its own.
 */
export function checkCatalogs({ folder, built = [] }: CatalogCheck): readonly string[] {
  const texts = new Map(LANGUAGES.map((language) => [language, readCatalog(folder, language)]));
  const sources = globSync("src/**/*.{ts,tsx}", { cwd: folder })
    .filter((file) => !/\.(test|fixture)\.tsx?$/.test(file))
    .map((file) => ({ file, source: readFileSync(path.join(folder, file), "utf8") }));
  const english = texts.get("en") ?? {};
  return [
    ...LANGUAGES.flatMap((language) => compareWithEnglish(language, texts.get(language) ?? {}, english)),
    ...compareWithSources(
      english,
      sources.map(({ source }) => source),
      built,
    ),
    ...sources
      .filter(({ file }) => file.endsWith(".tsx"))
      .flatMap(({ file, source }) =>
        wordsInView(source).map((words) => `${file}: "${words}" belongs in locales/`),
      ),
  ];
}

type Texts = Readonly<Record<string, string>>;

const readCatalog = (folder: string, language: string): Texts =>
  JSON.parse(readFileSync(path.join(folder, "locales", `${language}.json`), "utf8")) as Texts;

function compareWithEnglish(language: string, texts: Texts, english: Texts): string[] {
  const keys = Object.keys(texts);
  const problems = keys
    .filter((key) => !(key in english))
    .map((key) => `${language}.json: "${key}" is not in en.json`);
  for (const [key, text] of Object.entries(english)) {
    const other = texts[key];
    if (other === undefined || other.trim() === "") problems.push(`${language}.json: "${key}" is missing`);
    else if (placeholdersOf(text).join() !== placeholdersOf(other).join()) {
      problems.push(`${language}.json: "${key}" has other placeholders than English`);
    }
  }
  if (keys.join() !== keys.toSorted().join())
    problems.push(`${language}.json: the keys are not in alphabetical order`);
  return problems;
}

function compareWithSources(english: Texts, sources: readonly string[], built: readonly RegExp[]): string[] {
  const named = sources.flatMap(keysIn);
  const isNamed = (key: string): boolean => named.some((pattern) => pattern.test(key));
  const keys = Object.keys(english);
  const unused = keys
    .filter((key) => !isNamed(key) && !built.some((pattern) => pattern.test(key)))
    .map((key) => `en.json: "${key}" is used nowhere in src/`);
  // Another room's keys and other dotted names share no first word with ours.
  const areas = new Set(keys.map((key) => key.split(".")[0]));
  const isOurs = (pattern: RegExp): boolean => areas.has(/^\^([\w-]+)/.exec(pattern.source)?.[1]);
  const unknown = named
    .filter((pattern) => isOurs(pattern) && !keys.some((key) => pattern.test(key)))
    .map((pattern) => `src/: no text matches the key ${pattern.source}`);
  return [...unused, ...new Set(unknown)];
}
