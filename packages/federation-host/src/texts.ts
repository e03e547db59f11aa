import de from "../locales/de.json" with { type: "json" };
import en from "../locales/en.json" with { type: "json" };
import id from "../locales/id.json" with { type: "json" };

export type TextKey = keyof typeof en;

const CATALOGS: Readonly<Record<string, Readonly<Record<TextKey, unknown>>>> = { en, de, id };

/** A text of the host in the nearest of its languages. Values fill `{name}`; no plural or date is needed here. */
export function text(locale: string, key: TextKey, values: Readonly<Record<string, string>> = {}): string {
  const messages = CATALOGS[locale.split("-")[0] ?? "en"] ?? en;
  const message: unknown = messages[key];
  // Compiled at build: text parts and [name] in order.
  const parts: readonly unknown[] = Array.isArray(message) ? message : [message];
  return parts.map((part) => (Array.isArray(part) ? (values[String(part[0])] ?? "") : String(part))).join("");
}

/** The title an entry gives itself in the nearest language, English otherwise. */
export const titleOf = (titles: Readonly<Record<string, string>>, locale: string): string =>
  titles[locale] ?? titles[locale.split("-")[0] ?? "en"] ?? titles["en"] ?? "";
