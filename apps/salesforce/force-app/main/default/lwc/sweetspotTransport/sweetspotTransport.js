import { LightningElement, api } from "lwc";
import admins from "@salesforce/apex/SweetspotPlanStore.admins";
import asOf from "@salesforce/apex/SweetspotPlanStore.asOf";
import changes from "@salesforce/apex/SweetspotPlanStore.changes";
import commitPlan from "@salesforce/apex/SweetspotPlanStore.commitPlan";
import load from "@salesforce/apex/SweetspotPlanStore.load";
import { toQueryDocument } from "c/sweetspotDocuments";
import { isAskedAgain, toAnswer, toPlanFailure } from "./answers";

const PLAN_SERVICE = Object.freeze({ load, commit: commitPlan, changes, asOf, admins });

/** Long enough for the slowest answer Salesforce itself would wait for. */
const PATIENCE_MS = 120_000;

/**
 * The way to the org for the widgets of one component: put `<c-sweetspot-transport lwc:ref="transport">` into its
 * template and hand `this.refs.transport` on. It is shaped as `SalesforceTransport` of `crm-salesforce`, and runs what
 * is named there and nothing else: no caller can hand in a document or the name of a method. It must stay connected
 * while it reads; what is under way when it leaves the page fails as `{ status: 503 }`.
 */
export default class SweetspotTransport extends LightningElement {
  running = [];
  /** Promise functions by key of the read. */
  waiting = new Map();
  count = 0;

  @api async graphql(operation, variables, options = {}) {
    const lacks = [...(options.lacks ?? [])];
    // Throws for every name that is not on the list.
    const text = toQueryDocument(operation, { lacks });
    if (!this.isConnected) throw { status: 503, body: { errorCode: "SERVER_UNAVAILABLE" } };
    const fresh = isAskedAgain(text, variables);
    const key = `${operation}-${(this.count += 1)}`;
    this.running = [...this.running, { key, operation, text, variables, fresh }];
    return new Promise((resolve, reject) => {
      // eslint-disable-next-line @lwc/lwc/no-async-operation
      const timer = setTimeout(() => this.settle(key, { failure: { status: 504 } }), PATIENCE_MS);
      this.waiting.set(key, { resolve, reject, timer });
      options.signal?.addEventListener("abort", () => this.settle(key, { failure: options.signal.reason }), {
        once: true,
      });
    });
  }

  @api async apex(operation, request) {
    if (!Object.hasOwn(PLAN_SERVICE, operation)) throw { status: 400, body: { errorCode: "INVALID_TYPE" } };
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

  handleAnswer(event) {
    this.settle(event.currentTarget.dataset.key, event.detail);
  }

  settle(key, outcome) {
    const waiting = this.waiting.get(key);
    if (!waiting) return;
    this.waiting.delete(key);
    this.running = this.running.filter((read) => read.key !== key);
    clearTimeout(waiting.timer);
    try {
      waiting.resolve(toAnswer(outcome));
    } catch (failure) {
      waiting.reject(failure);
    }
  }
}
