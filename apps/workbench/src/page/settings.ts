import { type RecordId, type Skin, type Theme, toRecordId } from "@sweetspot/contract";
import { type Language, LANGUAGES, toLanguage } from "@sweetspot/widget-kit/page";

/** What the user has chosen about this page; remembered in this browser. */
export interface Settings {
  readonly skin: Skin;
  readonly theme: Theme;
  readonly language: Language;
  /** Who they were last. */
  readonly member: RecordId | undefined;
  /** Id of the widget they went to last; a record page opens there. */
  readonly widget: string | undefined;
}

export const SKINS: readonly Skin[] = ["lightning", "hubspot"];
export const THEMES: readonly Theme[] = ["light", "dark"];

const KEY = "sweetspot:settings";

/** The remembered settings; what is missing or makes no sense is taken from the browser. */
export function readSettings(page: Window): Settings {
  const kept = readKept(page);
  const prefersDark = page.matchMedia("(prefers-color-scheme: dark)").matches;
  return {
    skin: oneOf(SKINS, kept["skin"]) ?? "lightning",
    theme: oneOf(THEMES, kept["theme"]) ?? (prefersDark ? "dark" : "light"),
    language: oneOf(LANGUAGES, kept["language"]) ?? toLanguage(page.navigator.language),
    widget: typeof kept["widget"] === "string" ? kept["widget"] : undefined,
    member: typeof kept["member"] === "string" ? toRecordId(kept["member"]) : undefined,
  };
}

export function keepSettings(page: Window, settings: Settings): void {
  try {
    page.localStorage.setItem(KEY, JSON.stringify(settings));
  } catch {
    // Without storage the choice holds as long as the page.
  }
}

/** The locale of numbers and dates: the browser's own variant of the language chosen. */
export function toLocale(language: Language, navigator: Pick<Navigator, "languages">): string {
  return (
    navigator.languages.find((locale) => toLanguage(locale) === language && locale.startsWith(language)) ??
    language
  );
}

function readKept(page: Window): Record<string, unknown> {
  try {
    const kept: unknown = JSON.parse(page.localStorage.getItem(KEY) ?? "{}");
    return typeof kept === "object" && kept !== null ? (kept as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

const oneOf = <T extends string>(choices: readonly T[], value: unknown): T | undefined =>
  choices.find((choice) => choice === value);
