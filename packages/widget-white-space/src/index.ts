/// <reference path="./css.d.ts" />
import { defineWidget } from "@sweetspot/widget-kit";
import de from "../locales/de.json";
import en from "../locales/en.json";
import id from "../locales/id.json";
import styles from "./styles/white-space.css?inline";
import { WhiteSpaceView } from "./view/white-space.view.tsx";

/** The white-space grid as a widget a page can mount. */
export const widget = defineWidget({
  id: "white-space",
  catalogs: { en, de, id },
  styles,
  view: WhiteSpaceView,
});
