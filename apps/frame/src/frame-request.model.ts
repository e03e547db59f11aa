import type { Skin, Theme } from "@sweetspot/contract";

/** What the page that embeds the frame asks for, in the frame's URL. */
export interface FrameRequest {
  readonly widget: string;
  /** Single use; stands behind `#`, so that no server log and no referrer ever has it. */
  readonly code: string | undefined;
  readonly locale: string;
  readonly timeZone: string;
  readonly currency: string;
  readonly skin: Skin;
  readonly theme: Theme;
}

/** What the browser would choose where the URL says nothing. */
export type FrameDefaults = Pick<FrameRequest, "locale" | "timeZone" | "theme">;

/** Pure. Reads `?widget=…&locale=…&timeZone=…&currency=…&skin=…&theme=…#code=…`; what is no value of ours is ignored. */
export function toFrameRequest(url: string, defaults: FrameDefaults): FrameRequest {
  const { searchParams: query, hash } = new URL(url);
  const currency = query.get("currency") ?? "";
  return {
    widget: query.get("widget") ?? "",
    code: new URLSearchParams(hash.slice(1)).get("code") ?? undefined,
    locale: validLocale(query.get("locale")) ?? defaults.locale,
    timeZone: validTimeZone(query.get("timeZone")) ?? defaults.timeZone,
    currency: /^[A-Z]{3}$/.test(currency) ? currency : "EUR",
    skin: query.get("skin") === "hubspot" ? "hubspot" : "lightning",
    theme: toTheme(query.get("theme")) ?? defaults.theme,
  };
}

/**
 * Pure. Is there a page around the frame that gives it data over a channel? It names itself in the address: `host` and
 * `instance`, or Salesforce's `hostMetaData`.
 */
export const isHosted = (url: string): boolean => {
  const { searchParams: query } = new URL(url);
  return ["host", "instance", "hostMetaData"].some((name) => query.has(name));
};

/** The same URL without the code, for the address bar and the history. */
export const withoutCode = (url: string): string => url.split("#")[0] ?? url;

const toTheme = (text: string | null): Theme | undefined =>
  text === "light" || text === "dark" ? text : undefined;

function validLocale(text: string | null): string | undefined {
  try {
    return text === null ? undefined : Intl.getCanonicalLocales(text)[0];
  } catch {
    return undefined;
  }
}

function validTimeZone(text: string | null): string | undefined {
  try {
    return text === null
      ? undefined
      : new Intl.DateTimeFormat("en", { timeZone: text }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
