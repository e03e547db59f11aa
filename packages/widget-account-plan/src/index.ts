// oxlint-disable-next-line typescript/triple-slash-reference -- packages that compile these sources need it too
/// <reference path="./css.d.ts" />
import { defineWidget } from "@sweetspot/widget-kit";
import { catalogs } from "./locales.ts";
import styles from "./styles/account-plan.css?inline";
import { AccountPlanView } from "./view/account-plan.view.tsx";

/** The account plan as a widget a page can mount. */
export const widget = defineWidget({ id: "account-plan", catalogs, styles, view: AccountPlanView });
