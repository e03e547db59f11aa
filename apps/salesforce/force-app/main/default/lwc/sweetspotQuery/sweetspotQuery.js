import { LightningElement, api, wire } from "lwc";
import { gql, graphql } from "lightning/graphql";

/**
 * One running read. `lightning/graphql` has a wire and no imperative query, so a read that starts on demand is a
 * component that appears, answers once with an `answer` event of `{ data, errors }` or `{ failure }`, and is taken away.
 */
export default class SweetspotQuery extends LightningElement {
  /**
   * Text of a document from the allow-list of `sweetspotTransport`; building it at run time is documented for API 66.
   *
   * @type {string}
   */
  @api text;
  /** @type {Readonly<Record<string, unknown>>} */
  @api variables;
  /** @type {string} */
  @api operationName;
  /** Ask Salesforce even where Lightning Data Service still has an answer. */
  @api fresh = false;

  // Undefined until everything is here: a wire without its query does not ask.
  /** @type {import("lightning/graphql").GraphqlDocument | undefined} */
  document;
  /** @type {Record<string, unknown> | undefined} */
  values;
  /** @type {import("lightning/graphql").GraphqlResult} */
  latest = {};
  refreshing = false;
  answered = false;

  connectedCallback() {
    this.values = JSON.parse(JSON.stringify(this.variables ?? {}));
    this.document = gql`
      ${this.text}
    `;
  }

  /** @param {import("lightning/graphql").GraphqlResult} result */
  @wire(graphql, { query: "$document", variables: "$values", operationName: "$operationName" })
  receive(result) {
    if (result.data == null && !result.errors) return;
    this.latest = result;
    if (this.refreshing) return;
    // Lightning keeps no failures: one that comes is new, and asking at once again would only cost another request.
    if (this.fresh && result.data && result.refresh) this.readAgain(result.refresh);
    else this.answer();
  }

  /** @param {() => Promise<void>} refresh */
  async readAgain(refresh) {
    this.refreshing = true;
    try {
      await refresh();
      this.answer();
    } catch (failure) {
      this.tell({ failure });
    }
  }

  answer() {
    const { data, errors } = this.latest;
    this.tell({ data, errors });
  }

  /** @param {{ data?: unknown, errors?: unknown, failure?: unknown }} detail */
  tell(detail) {
    if (this.answered) return;
    this.answered = true;
    this.dispatchEvent(new CustomEvent("answer", { detail }));
  }
}
