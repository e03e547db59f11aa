import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";

const dist = path.join(import.meta.dirname, "dist");

/** Names of the static resources that were built into the bench. */
export const readResources = (): readonly string[] =>
  globSync("*.js", { cwd: path.join(dist, "resources") }).map((file) => path.basename(file, ".js"));

/**
 * The package's custom labels in the nearest of its languages, English where one is not translated.
 *
 * @param language of the user, for example "de" or "en-US"
 */
export function readLabels(language: string): Readonly<Record<string, string>> {
  const file = path.join(dist, "labels.json");
  if (!existsSync(file)) return {};
  const languages = JSON.parse(readFileSync(file, "utf8")) as Readonly<
    Record<string, Record<string, string>>
  >;
  const short = language.slice(0, 2);
  // Salesforce still calls Indonesian by its old code.
  return { ...languages["en"], ...languages[short === "id" ? "in" : short] };
}

/** Components of the package that an admin may drag onto an account's page, hosted ones left out. */
export function readComponents(): readonly string[] {
  const folder = path.join(dist, "salesforce/package/force-app/main/default/lwc");
  return globSync("*/*.js-meta.xml", { cwd: folder })
    .filter((file) => {
      const text = readFileSync(path.join(folder, file), "utf8");
      return ["<isExposed>true<", "lightning__RecordPage", "<object>Account<"].every((part) =>
        text.includes(part),
      );
    })
    .map((file) => path.dirname(file))
    .filter((name) => !name.endsWith("Hosted"))
    .toSorted();
}
