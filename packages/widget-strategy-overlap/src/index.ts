// oxlint-disable-next-line typescript/triple-slash-reference -- packages that compile these sources need it too
/// <reference path="./css.d.ts" />
import { defineWidget } from "@sweetspot/widget-kit";
import styles from "./styles/strategy-overlap.css?inline";
import { StrategyOverlapView } from "./view/strategy-overlap.view.tsx";

/** The strategy comparison as a widget a page can mount. */
export const widget = defineWidget({
  id: "strategy-overlap",
  catalogs: {
    en: () => import("../locales/en.json"),
    de: () => import("../locales/de.json"),
    id: () => import("../locales/id.json"),
  },
  styles,
  view: StrategyOverlapView,
});
