import { LightningElement, api } from "lwc";
import { NavigationMixin } from "lightning/navigation";
import { ShowToastEvent } from "lightning/platformShowToastEvent";
import { RefreshEvent, registerRefreshHandler, unregisterRefreshHandler } from "lightning/refresh";
import { createRecord } from "lightning/uiRecordApi";
import CURRENCY from "@salesforce/i18n/currency";
import LANGUAGE from "@salesforce/i18n/lang";
import LOCALE from "@salesforce/i18n/locale";
import TIME_ZONE from "@salesforce/i18n/timeZone";
import USER_ID from "@salesforce/user/Id";
import { createLeaveGuard, serveFrame, toSalesforceLocale } from "c/sweetspotChannel";
import { LABELS } from "c/sweetspotLabels";
import { readTheme } from "c/sweetspotTheme";
import { createAllowList } from "./allowList";
import { EMBEDDING_ERROR, findEmbedding, judgeError } from "./embedding";
import { SANDBOX, toFrameAddress, toHeight } from "./frameAddress";

const OBJECTS = Object.freeze({ account: "Account", opportunity: "Opportunity", contact: "Contact" });
const VARIANTS = Object.freeze({ good: "success", warn: "warning", bad: "error" });
/** Long enough for a slow line; the frame itself gives up earlier and says why, if it was loaded at all. */
const PATIENCE_MS = 30_000;

/**
 * Shows one widget for one record from the gateway, in Salesforce's embedding component or a plain iframe, and gives it
 * data: the frame asks by name, `allowList` says what there is. Another record, language or option is another instance.
 * Sends `widgetfailed` with a code that `c/sweetspotHosted` has a notice for.
 */
export default class SweetspotFrame extends NavigationMixin(LightningElement) {
  /** @type {import("sweetspot/hosted-widget").HostedPlace} */
  @api place;

  labels = LABELS;
  loading = true;
  /**
   * The one frame there is, as a list: a new instance is a new element, because `src` is read once.
   *
   * @type {import("sweetspot/hosted-widget").FrameElement[]}
   */
  frames = [];
  height = 0;
  asksForStage = false;
  /** @type {((stage: string | undefined) => void)[]} */
  waitingForStage = [];
  /** @type {string | undefined} */
  stage;
  /** @type {import("@sweetspot/host-bridge").FrameService | undefined} */
  service;
  /**
   * The element whose events the service listens to.
   *
   * @type {Element | undefined}
   */
  joined;
  /**
   * The opening under way; another one, or leaving the page, ends it.
   *
   * @type {object | undefined}
   */
  opening;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  timer;
  /** @type {import("@sweetspot/host-bridge").LeaveGuard | undefined} */
  guard;
  /** How often the page was refreshed: the frame reads anew when it is told of another number. */
  refreshes = 0;
  /** @type {number | undefined} */
  refreshId;

  connectedCallback() {
    this.guard = createLeaveGuard(window);
    this.refreshId = registerRefreshHandler(this, async () => {
      this.refreshes += 1;
      this.service?.update(this.toSnapshot());
      return true;
    });
    this.open(findEmbedding());
  }

  disconnectedCallback() {
    this.close();
    this.guard?.dispose();
    if (this.refreshId !== undefined) unregisterRefreshHandler(this.refreshId);
  }

  renderedCallback() {
    const element = this.template?.querySelector("[data-embedding]");
    const { service } = this;
    if (!element || element === this.joined || !service) return;
    this.joined = element;
    service.join(element);
    element.addEventListener(EMBEDDING_ERROR, (/** @type {Event} */ event) => {
      if (service === this.service) this.handleEmbeddingError(/** @type {CustomEvent} */ (event).detail);
    });
  }

  get roomStyle() {
    return this.place.fills
      ? "height: 100%"
      : `height: ${toHeight(this.height, this.place.widget.minHeight)}px`;
  }

  get theme() {
    return readTheme(/** @type {HTMLElement} */ (this.refs?.transport));
  }

  get locale() {
    return toSalesforceLocale(this.place.language || LANGUAGE, LOCALE);
  }

  /** @param {Promise<unknown> | undefined} finding class of the embedding component; a plain iframe without it */
  async open(finding) {
    this.close();
    const opening = {};
    this.opening = opening;
    const embedding = await finding;
    if (this.opening !== opening || !this.isConnected) return;
    const { widget } = this.place;
    const instance = crypto.randomUUID();
    this.loading = true;
    this.service = serveFrame({
      page: window,
      frameOrigin: new URL(widget.gateway).origin,
      instance,
      allow: this.createAllowList(),
      snapshot: this.toSnapshot(),
      onEvent: (event) => this.handleEvent(event),
    });
    const src = toFrameAddress({
      gateway: widget.gateway,
      widget: widget.id,
      locale: this.locale,
      timeZone: TIME_ZONE,
      currency: CURRENCY,
      theme: this.theme,
      host: window.location.origin,
      instance,
    });
    const [language = "en"] = this.locale.split("-");
    const title = widget.titles[language] ?? widget.titles.en;
    this.frames = [{ instance, src, title, sandbox: SANDBOX, embedding }];
    // eslint-disable-next-line @lwc/lwc/no-async-operation
    this.timer = setTimeout(() => this.fail("frame-silent"), PATIENCE_MS);
  }

  close() {
    this.opening = undefined;
    clearTimeout(this.timer);
    this.service?.close();
    this.service = undefined;
    this.joined = undefined;
    this.frames = [];
    this.guard?.set(false);
  }

  createAllowList() {
    return createAllowList({
      transport: () =>
        /** @type {import("sweetspot/placed-widget").TransportElement} */ (this.refs?.transport),
      currency: CURRENCY,
      onHeight: (height) => {
        this.height = height;
      },
      functions: {
        navigate: (target) => this.navigate(target),
        notify: ({ tone, text }) =>
          this.dispatchEvent(new ShowToastEvent({ title: text, variant: VARIANTS[tone] })),
        createRecord: async (apiName, fields) => {
          const record = await createRecord({ apiName, fields });
          this.dispatchEvent(new RefreshEvent());
          return record;
        },
        firstStage: () => this.findStage(),
        markUnsaved: (unsaved) => this.guard?.set(unsaved),
        copyText: (text) => navigator.clipboard.writeText(text),
      },
    });
  }

  toSnapshot() {
    const { record, account, options } = this.place;
    return {
      record: { type: record.type, id: record.id },
      account,
      user: USER_ID,
      locale: this.locale,
      timeZone: TIME_ZONE,
      currency: CURRENCY,
      theme: this.theme,
      options: { ...options },
      refreshes: this.refreshes,
    };
  }

  /** @param {{ kind: string }} event */
  handleEvent({ kind }) {
    if (kind === "welcomed") {
      clearTimeout(this.timer);
      this.loading = false;
    }
    if (kind === "shutdown") this.fail("frame-unsafe");
  }

  /** @param {{ phase?: string, code?: string } | null} detail */
  handleEmbeddingError(detail) {
    const verdict = judgeError(detail, !this.loading);
    if (verdict === "unsafe") this.fail("frame-unsafe");
    if (verdict === "plain-frame") this.open(undefined);
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

  /** @param {"frame-silent" | "frame-unsafe"} code */
  fail(code) {
    this.close();
    this.loading = false;
    this.dispatchEvent(new CustomEvent("widgetfailed", { detail: { code, message: code } }));
  }
}
