// oxlint-disable-next-line typescript/triple-slash-reference -- packages that compile these sources need it too
/// <reference path="./css.d.ts" />
import { defineWidget } from "@sweetspot/widget-kit";
import { catalogs } from "./locales.ts";
import styles from "./styles/customer-voice.css?inline";
import { CustomerVoiceView } from "./view/customer-voice.view.tsx";

/** The voice of the customer as a widget a page can mount. */
export const widget = defineWidget({ id: "customer-voice", catalogs, styles, view: CustomerVoiceView });
