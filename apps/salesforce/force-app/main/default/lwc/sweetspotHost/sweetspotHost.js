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

/** Widgets of the page that wait for a permission set: once it is granted, one press opens them all. */
/** @type {Set<SweetspotHost>} */
const withoutAccess = new Set();

/** @type {(value: unknown) => string | null} */
const toText = (value) => (typeof value === "string" ? value : null);

/**
 * Salesforce writes one id with 15 or with 18 signs.
 *
 * @param {string | undefined} one
 * @param {string | undefined} other
 */
const isSameRecord = (one = "", other = "") =>
  one === other || (Math.min(one.length, other.length) === 15 && one.slice(0, 15) === other.slice(0, 15));

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

  /**
   * Why the widget of this key is not there; of another record's failure nothing is known.
   *
   * @type {{ code: string, key: string } | undefined}
   */
  failure;
  attempts = 0;
  /**
   * The account of a deal or contact, null where there is none. Lightning may still show the former record's for a while.
   *
   * @type {{ record: string, account: string | null } | undefined}
   */
  related;

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
    if (data) this.related = { record: data.id, account: toText(data.fields.AccountId?.value) };
    else if (error && this.recordId) this.related = { record: this.recordId, account: null };
  }

  get account() {
    if (!this.kind?.field) return this.recordId;
    return isSameRecord(this.related?.record, this.recordId) ? this.related?.account : undefined;
  }

  /** Another record, language or option has another key, and so is another instance of `c/sweetspotMount`. */
  get placeKey() {
    return JSON.stringify([this.recordId, this.account, this.options, this.language, this.attempts]);
  }

  get notice() {
    if (isLocker()) return toNotice("locker");
    if (isAppBuilder()) return toPlaceholder(this.title);
    if (this.failure?.key === this.placeKey) return toNotice(this.failure.code);
    if (!this.recordId || !this.kind) return WRONG_OBJECT;
    return this.account === null ? NO_ACCOUNT : undefined;
  }

  /** None while something is in the way or not yet known; otherwise the one. */
  get places() {
    const { account, kind, recordId } = this;
    if (this.notice || !account || !kind || !recordId) return [];
    return [
      {
        key: this.placeKey,
        widget: this.widget,
        record: { type: kind.type, id: recordId },
        account,
        options: this.options ?? {},
        // App Builder's list has a word for "the user's own".
        language: this.language === "automatic" ? undefined : this.language,
      },
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
    this.failure = { code: detail.code, key: this.placeKey };
    if (detail.code === "no-access") withoutAccess.add(this);
  }

  handleRetry() {
    for (const host of new Set([this, ...(withoutAccess.has(this) ? withoutAccess : [])])) host.tryAgain();
  }

  tryAgain() {
    withoutAccess.delete(this);
    this.failure = undefined;
    this.attempts += 1;
  }

  disconnectedCallback() {
    withoutAccess.delete(this);
  }
}
