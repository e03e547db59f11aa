import { type Catalogs, type Language, LANGUAGES, type Messages, toLanguage } from "./translator.ts";

/** Texts fetched a language at a time: `{ de: () => import("../locales/de.json"), … }`. */
export type CatalogLoaders = Readonly<Record<Language, () => Promise<{ readonly default: Messages }>>>;

export interface OneLanguage {
  /** The texts in this language, where they are here already. */
  of(language: Language): Catalogs | undefined;
  /** Fetches them; once for all widgets of a page. @throws what the loader throws; the next call tries again */
  load(language: Language): Promise<void>;
}

/** Texts of which a page fetches only the language it speaks; texts that came with the code are here at once. */
export function createOneLanguage(texts: Catalogs | CatalogLoaders): OneLanguage {
  if (!isLoaders(texts)) return { of: () => texts, load: () => Promise.resolve() };
  const loaded = new Map<Language, Catalogs>();
  return {
    of: (language) => loaded.get(language),
    load: async (language) => {
      const { default: messages } = await texts[language]();
      // The languages have the same keys (`checkCatalogs`), so none has to stand in for another.
      loaded.set(language, { en: messages, de: messages, id: messages });
    },
  };
}

const isLoaders = (texts: Catalogs | CatalogLoaders): texts is CatalogLoaders =>
  LANGUAGES.every((language) => typeof texts[language] === "function");

/**
 * Fetches the language the page is written in while the page still gets ready to mount; the host says later which one it
 * is, and is right nearly always.
 */
export async function loadAhead(texts: OneLanguage, page = globalThis.document): Promise<void> {
  // Tests and servers have no page.
  if (page === undefined) return;
  try {
    await texts.load(toLanguage(page.documentElement.lang || navigator.language));
  } catch {
    // Whoever mounts asks again, and is told.
  }
}
