// oxlint-disable-next-line typescript/triple-slash-reference -- packages that compile these sources need it too
/// <reference path="./css.d.ts" />
import { defineWidget } from "@sweetspot/widget-kit";
import { catalogs } from "./locales.ts";
import styles from "./styles/white-space.css?inline";
import { WhiteSpaceView } from "./view/white-space.view.tsx";

/** The white-space grid as a widget a page can mount. */
export const widget = defineWidget({ id: "white-space", catalogs, styles, view: WhiteSpaceView });
