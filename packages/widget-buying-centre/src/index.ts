// oxlint-disable-next-line typescript/triple-slash-reference -- packages that compile these sources need it too
/// <reference path="./css.d.ts" />
import { defineWidget } from "@sweetspot/widget-kit";
import { catalogs } from "./locales.ts";
import styles from "./styles/buying-centre.css?inline";
import { BuyingCentreView } from "./view/buying-centre.view.tsx";

/** The buying centre as a widget a page can mount. */
export const widget = defineWidget({ id: "buying-centre", catalogs, styles, view: BuyingCentreView });
