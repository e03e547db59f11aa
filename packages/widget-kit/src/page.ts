// For pages of our own around widgets: what needs no widget to stand in. The styles are at `./styles/*`.
export { createFormat } from "./i18n/format.ts";
export type { Format, FormatSettings } from "./i18n/format.ts";
export { kitCatalogs } from "./i18n/kit-catalogs.ts";
export { createTranslator, LANGUAGES, toLanguage } from "./i18n/translator.ts";
export type { Catalogs, Language, MessageValues, Translate } from "./i18n/translator.ts";
export { classNames } from "./parts/class-names.ts";
export { Face } from "./parts/face.view.tsx";
export { Icon } from "./parts/icon.view.tsx";
export type { IconName } from "./parts/icon-paths.ts";
export { useVirtualRows } from "./parts/use-virtual-rows.ts";
