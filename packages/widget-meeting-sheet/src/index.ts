// oxlint-disable-next-line typescript/triple-slash-reference -- packages that compile these sources need it too
/// <reference path="./css.d.ts" />
import { defineWidget } from "@sweetspot/widget-kit";
import { catalogs } from "./locales.ts";
import styles from "./styles/meeting-sheet.css?inline";
import { MeetingSheetView } from "./view/meeting-sheet.view.tsx";

/** The meeting sheets as a widget a page can mount. */
export const widget = defineWidget({ id: "meeting-sheet", catalogs, styles, view: MeetingSheetView });
