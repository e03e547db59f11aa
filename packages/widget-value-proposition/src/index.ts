// oxlint-disable-next-line typescript/triple-slash-reference -- packages that compile these sources need it too
/// <reference path="./css.d.ts" />
import { defineWidget } from "@sweetspot/widget-kit";
import { catalogs } from "./locales.ts";
import styles from "./styles/value-proposition.css?inline";
import { ValuePropositionView } from "./view/value-proposition.view.tsx";

/** The value-proposition builder as a widget a page can mount. */
export const widget = defineWidget({
  id: "value-proposition",
  catalogs,
  styles,
  view: ValuePropositionView,
});
