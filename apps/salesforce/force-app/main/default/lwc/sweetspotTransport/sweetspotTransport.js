import { LightningElement, api } from "lwc";
import asOf from "@salesforce/apex/SweetspotPlanStore.asOf";
import changes from "@salesforce/apex/SweetspotPlanStore.changes";
import commitPlan from "@salesforce/apex/SweetspotPlanStore.commitPlan";
import load from "@salesforce/apex/SweetspotPlanStore.load";
import relations from "@salesforce/apex/SweetspotPlanStore.relations";
import setup from "@salesforce/apex/SweetspotPlanStore.setup";
import { createSetupKeeper, toQueryDocument } from "c/sweetspotDocuments";
import { isAskedAgain, toAnswer, toPlanFailure } from "./answers";
import { keepAboutOrg } from "./aboutOrg";

/** One for all components of the page, and for the frames in them: what the org says of itself is asked once. */
const SETUP = createSetupKeeper(() => setup({ request: "{}" }));
const PLAN_SERVICE = Object.freeze({
  load,
  commit: commitPlan,
  changes,
  asOf,
  setup: () => SETUP.answer(),
  relations,
});

/**
 * @param {string} name
 * @returns {name is keyof typeof PLAN_SERVICE}
 */
const isPlanOperation = (name) => Object.hasOwn(PLAN_SERVICE, name);

/** Long enough for the slowest answer Salesforce itself would wait for. */
const PATIENCE_MS = 120_000;

/**
 * The way to the org for the widgets of one component: put `<c-sweetspot-transport lwc:ref="transport">` into its
 * template and hand `this.refs.transport` on. It is shaped as `SalesforceTransport` of `crm-salesforce`, and runs what
 * is named there and nothing else: no caller can hand in a document or the name of a method. It must stay connected
 * while it reads; what is under way when it leaves the page fails as `{ status: 503 }`.
 */
export default class SweetspotTransport extends LightningElement {
  /** @type {readonly { key: string, operation: string, text: string, variables: object, fresh: boolean }[]} */
  running = [];
  /** @type {Map<string, { resolve: (answer: unknown) => void, timer: number }>} By key. */
  waiting = new Map();
  count = 0;

  connectedCallback() {
    // Asked while the scripts are still loading; whoever reads first is told of a failure.
    SETUP.answer().catch(() => {});
  }

  /**
   * @param {string} operation
   * @param {Readonly<Record<string, unknown>>} variables
   * @param {import("@sweetspot/crm-salesforce").GraphqlOptions} [options]
   * @returns {Promise<unknown>}
   */
  @api graphql(operation, variables, options = {}) {
    const lacks = [...(options.lacks ?? [])];
    return keepAboutOrg(operation, variables, lacks, () =>
      this.read(operation, variables, lacks, options.signal),
    );
  }

  /**
   * @param {string} operation
   * @param {Readonly<Record<string, unknown>>} variables
   * @param {import("@sweetspot/crm-salesforce").OrgPart[]} lacks
   * @param {AbortSignal | undefined} signal
   * @returns {Promise<unknown>}
   */
  async read(operation, variables, lacks, signal) {
    const mapping = await SETUP.mapping().catch((failure) => {
      throw toPlanFailure(failure);
    });
    // Throws for every name that is not on the list.
    const text = toQueryDocument(operation, { lacks, mapping });
    if (!this.isConnected) throw { status: 503, body: { errorCode: "SERVER_UNAVAILABLE" } };
    const fresh = isAskedAgain(`${operation} ${lacks.join(" ")}`, variables);
    const key = `${operation}-${(this.count += 1)}`;
    this.running = [...this.running, { key, operation, text, variables, fresh }];
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.settle(key, { failure: { status: 504 } }), PATIENCE_MS);
      this.waiting.set(key, { resolve, timer });
      signal?.addEventListener("abort", () => this.settle(key, { failure: signal.reason }), { once: true });
    });
  }

  /**
   * @param {string} operation
   * @param {Readonly<Record<string, unknown>>} request
   * @returns {Promise<string>}
   */
  @api async apex(operation, request) {
    if (!isPlanOperation(operation)) throw { status: 400, body: { errorCode: "INVALID_TYPE" } };
    try {
      return await PLAN_SERVICE[operation]({ request: JSON.stringify(request) });
    } catch (failure) {
      throw toPlanFailure(failure);
    }
  }

  disconnectedCallback() {
    for (const key of this.waiting.keys())
      this.settle(key, { failure: { status: 503, body: { errorCode: "SERVER_UNAVAILABLE" } } });
  }

  /** @param {CustomEvent<{ data?: unknown, errors?: unknown, failure?: unknown }>} event */
  handleAnswer({ currentTarget, detail }) {
    this.settle(/** @type {HTMLElement} */ (currentTarget).dataset["key"] ?? "", detail);
  }

  /**
   * @param {string} key
   * @param {{ data?: unknown, errors?: unknown, failure?: unknown }} outcome
   */
  settle(key, outcome) {
    const waiting = this.waiting.get(key);
    if (!waiting) return;
    this.waiting.delete(key);
    this.running = this.running.filter((read) => read.key !== key);
    clearTimeout(waiting.timer);
    waiting.resolve(toAnswer(outcome));
  }
}
