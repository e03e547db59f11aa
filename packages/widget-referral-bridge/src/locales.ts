import type { Catalogs } from "@sweetspot/widget-kit";
import de from "../locales/de.json";
import en from "../locales/en.json";
import id from "../locales/id.json";

/** The widget's texts in all languages: for letters, which may be in another one than the page. */
export const catalogs: Catalogs = { en, de, id };
