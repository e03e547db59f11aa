import { LightningElement, api, wire } from "lwc";
import { getRecord } from "lightning/uiRecordApi";
import FORM_FACTOR from "@salesforce/client/formFactor";
import LANGUAGE from "@salesforce/i18n/lang";
import { isAppBuilder, isLocker } from "c/sweetspotScripts";
import { NO_ACCOUNT, toNotice, toPlaceholder, WRONG_OBJECT } from "./notices";

/**
 * Objects whose record pages show a plan, and the field that leads to its account.
 *
 * @type {Readonly<Record<string, { type: "account" | "opportunity" | "contact", field?: string } | undefined>>}
 */
const TYPES = Object.freeze({
  Account: { type: "account" },
  Opportunity: { type: "opportunity", field: "Opportunity.AccountId" },
  Contact: { type: "contact", field: "Contact.AccountId" },
});

/**
 * One widget on a record page. Says in plain words why it is not there; otherwise leaves it to `c/sweetspotMount`, one
 * instance for each record, so that another record, language or option is simply another instance.
 */
export default class SweetspotHost extends LightningElement {
  /** @type {string | undefined} */
  @api recordId;
  /** @type {string | undefined} */
  @api objectApiName;
  /**
   * As the generated component describes it.
   *
   * @type {import("sweetspot/placed-widget").WidgetDescription}
   */
  @api widget;
  /** @type {Readonly<Record<string, string | number | boolean>>} */
  @api options = {};
  /**
   * Pixels; without it the widget is as high as what it shows. A phone always is.
   *
   * @type {number | string | undefined}
   */
  @api height;
  /**
   * Language of the widget where it is not the user's own.
   *
   * @type {string | undefined}
   */
  @api language;

  /** @type {string | undefined} */
  failure;
  attempts = 0;
  /**
   * AccountId of the deal or contact: undefined while it is read, null where there is none.
   *
   * @type {string | null | undefined}
   */
  relatedAccount;

  get kind() {
    return TYPES[this.objectApiName ?? ""];
  }

  get relatedRecord() {
    return this.kind?.field ? this.recordId : undefined;
  }

  get relatedFields() {
    return this.kind?.field ? [this.kind.field] : undefined;
  }

  /** @param {import("lightning/uiRecordApi").RecordResult} result */
  @wire(getRecord, { recordId: "$relatedRecord", optionalFields: "$relatedFields" })
  receiveRecord({ data, error }) {
    if (!data && !error) this.relatedAccount = undefined;
    else this.relatedAccount = /** @type {string | null} */ (data?.fields.AccountId?.value ?? null);
  }

  get account() {
    return this.kind?.field ? this.relatedAccount : this.recordId;
  }

  get notice() {
    if (isAppBuilder()) return toPlaceholder(this.title);
    if (isLocker()) return toNotice("locker");
    if (this.failure) return toNotice(this.failure);
    if (!this.recordId || !this.kind) return WRONG_OBJECT;
    return this.account === null ? NO_ACCOUNT : undefined;
  }

  /** None, or the one: its key makes another record, language or option another instance. */
  get places() {
    const { account, kind, recordId } = this;
    if (this.notice || !account || !kind || !recordId) return [];
    const place = {
      widget: this.widget,
      record: { type: kind.type, id: recordId },
      account,
      options: this.options ?? {},
      // App Builder's list has a word for "the user's own".
      language: this.language === "automatic" ? undefined : this.language,
    };
    return [
      { ...place, key: JSON.stringify([place.record, account, place.options, this.language, this.attempts]) },
    ];
  }

  get title() {
    const { titles } = this.widget;
    const [language = "en"] = LANGUAGE.split("-");
    return titles[language === "in" ? "id" : language] ?? titles.en;
  }

  get frameStyle() {
    if (this.notice) return "";
    const height = Number(this.height);
    if (!(height > 0) || FORM_FACTOR === "Small") return "";
    return `height: ${height}px; overflow: auto`;
  }

  /** @param {CustomEvent<{ code: string }>} event */
  handleFailure({ detail }) {
    this.failure = detail.code;
  }

  handleRetry() {
    this.failure = undefined;
    this.attempts += 1;
  }
}
