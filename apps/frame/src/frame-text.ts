import de from "../locales/de.json" with { type: "json" };
import en from "../locales/en.json" with { type: "json" };
import id from "../locales/id.json" with { type: "json" };

export type TextKey = keyof typeof en;

const CATALOGS: Readonly<Record<string, Readonly<Record<TextKey, unknown>>>> = { en, de, id };

/** A text of the frame's own, with what stands in its one gap. */
export function frameText(locale: string, key: TextKey, value = ""): string {
  const message = (CATALOGS[locale.split("-")[0] ?? "en"] ?? en)[key];
  // Compiled at build: text parts, and [name] where a value stands.
  const parts: readonly unknown[] = Array.isArray(message) ? message : [message];
  return parts.map((part) => (Array.isArray(part) ? value : String(part))).join("");
}
