import { LightningElement, api } from "lwc";
import { NavigationMixin } from "lightning/navigation";
import { ShowToastEvent } from "lightning/platformShowToastEvent";
import { createRecord } from "lightning/uiRecordApi";
import PAGE_SCRIPT from "@salesforce/resourceUrl/sweetspot_page";
import { LABELS } from "c/sweetspotLabels";
import { loadOnce } from "c/sweetspotScripts";
import { SIGNED_IN } from "./signedIn";

const OBJECTS = Object.freeze({ account: "Account", opportunity: "Opportunity", contact: "Contact" });
const VARIANTS = Object.freeze({ good: "success", warn: "warning", bad: "error" });

/**
 * Draws one widget for one record, and takes it away when it leaves the page. Another record is another instance.
 * Sends `widgetfailed` with a code that `c/sweetspotHost` has a notice for.
 */
export default class SweetspotMount extends NavigationMixin(LightningElement) {
  /** `{ widget, record: { type, id }, account, options, language }` */
  @api place;

  labels = LABELS;
  loading = true;
  asksForStage = false;
  waitingForStage = [];
  stage;
  /** The widget on the page; undefined while the component is off it. */
  placed;

  /** Room for the widget while it loads, so that the page does not jump. */
  get reserved() {
    return `min-height: ${this.place.widget.minHeight}px`;
  }

  connectedCallback() {
    // The template is there one microtask later; a component that Lightning only moved has it already.
    Promise.resolve().then(() => this.start());
  }

  disconnectedCallback() {
    this.placed?.remove();
    this.placed = undefined;
  }

  async start() {
    if (this.placed || !this.isConnected) return;
    this.loading = true;
    const place = JSON.parse(JSON.stringify(this.place));
    const script = loadOnce(this, place.widget.url);
    // Whether it failed is asked when the page script is there.
    script.catch(() => {});
    const attempt = { remove: () => {} };
    this.placed = attempt;
    try {
      await loadOnce(this, PAGE_SCRIPT);
    } catch (error) {
      if (this.placed === attempt) this.fail(error.code, error);
      return;
    }
    if (this.placed !== attempt) return;
    if (window.sweetspot_page) this.placed = this.draw(place, script);
    else this.fail("script-failed", new Error("sweetspot_page is missing"));
  }

  draw({ widget, record, account, options, language }, script) {
    const { transport } = this.refs;
    return window.sweetspot_page.placeWidget({
      element: this.refs.widget,
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
        createRecord: (apiName, fields) => createRecord({ apiName, fields }),
        firstStage: () => this.findStage(),
      },
      onReady: () => {
        this.loading = false;
      },
      onFailure: (code, error) => this.fail(code, error),
    });
  }

  navigate({ type, id }) {
    this[NavigationMixin.Navigate]({
      type: "standard__recordPage",
      attributes: { recordId: id, objectApiName: OBJECTS[type], actionName: "view" },
    });
  }

  findStage() {
    if (this.stage !== undefined) return Promise.resolve(this.stage);
    this.asksForStage = true;
    return new Promise((resolve) => {
      this.waitingForStage.push(resolve);
    });
  }

  handleStage({ detail }) {
    this.stage = detail.stage;
    this.asksForStage = false;
    for (const resolve of this.waitingForStage.splice(0)) resolve(detail.stage);
  }

  fail(code, error) {
    this.loading = false;
    const message = String(error?.message ?? error ?? code);
    this.dispatchEvent(new CustomEvent("widgetfailed", { detail: { code, message } }));
  }
}
