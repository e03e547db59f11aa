import type { Catalogs } from "@sweetspot/widget-kit";
import de from "../locales/de.json";
import en from "../locales/en.json";
import id from "../locales/id.json";

/** The widget's texts in all languages. */
export const catalogs: Catalogs = { en, de, id };
