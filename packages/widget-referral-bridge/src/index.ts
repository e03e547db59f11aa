// oxlint-disable-next-line typescript/triple-slash-reference -- packages that compile these sources need it too
/// <reference path="./css.d.ts" />
import { defineWidget } from "@sweetspot/widget-kit";
import styles from "./styles/referral-bridge.css?inline";
import { ReferralBridgeView } from "./view/referral-bridge.view.tsx";

/** The referral bridge as a widget a page can mount. */
export const widget = defineWidget({
  id: "referral-bridge",
  catalogs: {
    en: () => import("../locales/en.json"),
    de: () => import("../locales/de.json"),
    id: () => import("../locales/id.json"),
  },
  styles,
  view: ReferralBridgeView,
});
