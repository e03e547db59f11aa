import { LightningElement, api, wire } from "lwc";
import { executeMutation, gql, graphql } from "lightning/graphql";
import { CurrentPageReference, NavigationMixin } from "lightning/navigation";
import { ShowToastEvent } from "lightning/platformShowToastEvent";
import { getFieldValue, getRecord } from "lightning/uiRecordApi";
import load from "@salesforce/apex/SweetspotPlanStore.load";
import formFactor from "@salesforce/client/formFactor";
import locale from "@salesforce/i18n/locale";
import userId from "@salesforce/user/Id";
import NAME from "@salesforce/schema/Account.Name";

const ACCOUNT = gql`
  query account($id: ID) {
    uiapi {
      query {
        Account(where: { Id: { eq: $id } }, first: 1) {
          edges {
            node {
              Id
              Name {
                value
              }
            }
          }
        }
      }
    }
  }
`;

/** Uses every emulated module of the platform once, from inside the sandbox, and tells what it saw. */
export default class PlatformProbe extends NavigationMixin(LightningElement) {
  @api recordId;
  @api objectApiName;
  pages = [];
  answers = [];
  record;

  get variables() {
    return this.recordId ? { id: this.recordId } : undefined;
  }
  get query() {
    return this.recordId ? ACCOUNT : undefined;
  }

  @wire(CurrentPageReference)
  receivePage(reference) {
    if (reference) this.pages.push(reference.attributes.recordId);
  }

  @wire(graphql, { query: "$query", variables: "$variables", operationName: "account" })
  receiveAnswer(result) {
    this.latest = result;
    const [edge] = result.data?.uiapi.query.Account.edges ?? [];
    this.answers.push(result.errors ? result.errors[0].message : (edge?.node.Name.value ?? null));
  }

  @wire(getRecord, { recordId: "$recordId", fields: [NAME] })
  receiveRecord(result) {
    this.record = result;
  }

  @api async report() {
    return JSON.stringify({
      pages: this.pages,
      answers: this.answers,
      name: getFieldValue(this.record?.data, NAME) ?? null,
      formFactor,
      locale,
      userId,
    });
  }
  @api async refresh() {
    await this.latest.refresh();
  }
  @api async mutate() {
    const { data, errors } = await executeMutation({
      query: gql`
        mutation none {
          uiapi {
            none
          }
        }
      `,
    });
    return JSON.stringify([data ?? null, errors[0].extensions.ErrorType]);
  }
  @api async loadPlan() {
    return load({ request: JSON.stringify({ scopes: [{ kind: "account", account: this.recordId }] }) });
  }
  @api async freeze() {
    try {
      this.latest.data.uiapi.query = null;
      return "changed";
    } catch {
      return "refused";
    }
  }
  @api navigate(recordId) {
    this[NavigationMixin.Navigate]({
      type: "standard__recordPage",
      attributes: { recordId, objectApiName: "Account", actionName: "view" },
    });
  }
  @api toast(message) {
    this.dispatchEvent(new ShowToastEvent({ title: message, variant: "success" }));
  }
  @api remember(value) {
    const before = window.benchSecret ?? null;
    window.benchSecret = value;
    return before;
  }
}
