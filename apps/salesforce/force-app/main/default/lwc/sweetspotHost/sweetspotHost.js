import { LightningElement, api, wire } from "lwc";
import { getRecord } from "lightning/uiRecordApi";
import FORM_FACTOR from "@salesforce/client/formFactor";
import LANGUAGE from "@salesforce/i18n/lang";
import { isAppBuilder, isLocker } from "c/sweetspotScripts";
import { NO_ACCOUNT, toNotice, toPlaceholder, WRONG_OBJECT } from "./notices";

/** Objects whose record pages show a plan, and the field that leads to its account. */
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
  @api recordId;
  @api objectApiName;
  /** As the generated component describes it: id, url, container, expose, contract, react, titles, minHeight. */
  @api widget;
  @api options = {};
  /** Pixels; without it the widget is as high as what it shows. A phone always is. */
  @api height;
  /** Language of the widget where it is not the user's own. */
  @api language;

  failure;
  attempts = 0;
  /** AccountId of the deal or contact: undefined while it is read, null where there is none. */
  relatedAccount;

  get kind() {
    return TYPES[this.objectApiName];
  }

  get relatedRecord() {
    return this.kind?.field ? this.recordId : undefined;
  }

  get relatedFields() {
    return this.kind?.field ? [this.kind.field] : undefined;
  }

  @wire(getRecord, { recordId: "$relatedRecord", optionalFields: "$relatedFields" })
  receiveRecord({ data, error }) {
    if (!data && !error) this.relatedAccount = undefined;
    else this.relatedAccount = data?.fields?.AccountId?.value ?? null;
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

  get places() {
    const { account } = this;
    if (this.notice || !account) return [];
    const place = {
      widget: this.widget,
      record: { type: this.kind.type, id: this.recordId },
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
    const language = LANGUAGE.split("-")[0];
    return titles[language === "in" ? "id" : language] ?? titles.en;
  }

  get frameStyle() {
    if (this.notice) return "";
    const height = Number(this.height);
    if (!(height > 0) || FORM_FACTOR === "Small") return "";
    return `height: ${height}px; overflow: auto`;
  }

  handleFailure({ detail }) {
    this.failure = detail.code;
  }

  handleRetry() {
    this.failure = undefined;
    this.attempts += 1;
  }
}
