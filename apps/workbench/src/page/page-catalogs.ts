import { type Catalogs, kitCatalogs } from "@sweetspot/widget-kit/page";
import de from "../../locales/de.json";
import en from "../../locales/en.json";
import id from "../../locales/id.json";

/** The page's own texts, and the kit's for what both say. A part loaded later brings its own. */
export const PAGE_CATALOGS: readonly Catalogs[] = [kitCatalogs, { en, de, id }];
