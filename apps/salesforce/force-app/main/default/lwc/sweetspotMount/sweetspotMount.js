import { LightningElement, api } from "lwc";
import { NavigationMixin } from "lightning/navigation";
import { ShowToastEvent } from "lightning/platformShowToastEvent";
import { RefreshEvent, registerRefreshHandler, unregisterRefreshHandler } from "lightning/refresh";
import { createRecord } from "lightning/uiRecordApi";
import PAGE_SCRIPT from "@salesforce/resourceUrl/sweetspot_page";
import { LABELS } from "c/sweetspotLabels";
import { loadOnce } from "c/sweetspotScripts";
import { readTheme } from "c/sweetspotTheme";
import { SIGNED_IN } from "./signedIn";

const OBJECTS = Object.freeze({ account: "Account", opportunity: "Opportunity", contact: "Contact" });
const VARIANTS = Object.freeze({ good: "success", warn: "warning", bad: "error" });

/**
 * Draws one widget for one record, and takes it away when it leaves the page. Another record is another instance.
 * Sends `widgetfailed` with a code that `c/sweetspotHost` has a notice for.
 */
export default class SweetspotMount extends NavigationMixin(LightningElement) {
  /** @type {import("sweetspot/placed-widget").Place} */
  @api place;

  labels = LABELS;
  loading = true;
  asksForStage = false;
  /** @type {((stage: string | undefined) => void)[]} */
  waitingForStage = [];
  /** @type {string | undefined} */
  stage;
  /**
   * The widget on the page; undefined while the component is off it.
   *
   * @type {{ remove(): void, refresh(): Promise<void> } | undefined}
   */
  placed;
  /** @type {number | undefined} */
  refreshId;

  /** Room for the widget while it loads, so that the page does not jump. */
  get reserved() {
    return `min-height: ${this.place.widget.minHeight}px`;
  }

  connectedCallback() {
    // The template is there one microtask later; a component that Lightning only moved has it already.
    Promise.resolve().then(() => this.start());
    this.refreshId = registerRefreshHandler(this, () => this.refresh());
  }

  disconnectedCallback() {
    this.placed?.remove();
    this.placed = undefined;
    if (this.refreshId !== undefined) unregisterRefreshHandler(this.refreshId);
    this.refreshId = undefined;
  }

  /** The page is refreshed; true lets it go on to what is below. */
  async refresh() {
    await this.placed?.refresh();
    return true;
  }

  async start() {
    if (this.placed || !this.isConnected) return;
    this.loading = true;
    /** @type {import("sweetspot/placed-widget").Place} What Lightning hands down is read-only. */
    const place = JSON.parse(JSON.stringify(this.place));
    const script = loadOnce(this, place.widget.url);
    // Whether it failed is asked when the page script is there.
    script.catch(() => {});
    const attempt = { remove: () => {}, refresh: async () => {} };
    this.placed = attempt;
    try {
      await loadOnce(this, PAGE_SCRIPT);
    } catch (error) {
      if (this.placed === attempt) this.fail(/** @type {{ code: string }} */ (error).code, error);
      return;
    }
    if (this.placed !== attempt) return;
    const page = window.sweetspot_page;
    if (page) this.placed = page.placeWidget(this.toRequest(place, script));
    else this.fail("script-failed", new Error("sweetspot_page is missing"));
  }

  /**
   * @param {import("sweetspot/placed-widget").Place} place
   * @param {Promise<unknown>} script
   * @returns {import("sweetspot/placed-widget").PlaceRequest}
   */
  toRequest({ widget, record, account, options, language }, script) {
    const { refs } = this;
    const element = /** @type {HTMLElement} */ (refs?.widget);
    const transport = /** @type {import("sweetspot/placed-widget").TransportElement} */ (refs?.transport);
    return {
      element,
      theme: readTheme(element),
      widget,
      script,
      options,
      record,
      account,
      user: { ...SIGNED_IN, language: language || SIGNED_IN.language },
      transport: {
        graphql: (...call) => transport.graphql(...call),
        apex: (...call) => transport.apex(...call),
      },
      functions: {
        navigate: (target) => this.navigate(target),
        notify: ({ tone, text }) =>
          this.dispatchEvent(new ShowToastEvent({ title: text, variant: VARIANTS[tone] })),
        createRecord: (apiName, fields) => this.create(apiName, fields),
        firstStage: () => this.findStage(),
      },
      onReady: () => {
        this.loading = false;
      },
      onFailure: (code, error) => this.fail(code, error),
    };
  }

  /**
   * What is new shall show in the related lists and the activities beside the widget, too.
   *
   * @param {string} apiName
   * @param {Readonly<Record<string, string | number>>} fields
   */
  async create(apiName, fields) {
    const record = await createRecord({ apiName, fields });
    this.dispatchEvent(new RefreshEvent());
    return record;
  }

  /** @param {{ type: keyof typeof OBJECTS, id: string }} target */
  navigate({ type, id }) {
    this[NavigationMixin.Navigate]({
      type: "standard__recordPage",
      attributes: { recordId: id, objectApiName: OBJECTS[type], actionName: "view" },
    });
  }

  /** @returns {Promise<string | undefined>} */
  findStage() {
    if (this.stage !== undefined) return Promise.resolve(this.stage);
    this.asksForStage = true;
    return new Promise((resolve) => {
      this.waitingForStage.push(resolve);
    });
  }

  /** @param {CustomEvent<{ stage: string | undefined }>} event */
  handleStage({ detail }) {
    this.stage = detail.stage;
    this.asksForStage = false;
    for (const resolve of this.waitingForStage.splice(0)) resolve(detail.stage);
  }

  /**
   * @param {string} code
   * @param {unknown} error
   */
  fail(code, error) {
    this.loading = false;
    const message = error instanceof Error ? error.message : JSON.stringify(error ?? code);
    this.dispatchEvent(new CustomEvent("widgetfailed", { detail: { code, message } }));
  }
}
