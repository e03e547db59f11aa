import de from "../../locales/de.json";
import en from "../../locales/en.json";
import id from "../../locales/id.json";
import type { Catalogs } from "./translator.ts";

/** Keys of the kit's own texts. */
export type KitKey = keyof typeof en;

export const kitCatalogs: Catalogs = { en, de, id };
