import { LightningElement, wire } from "lwc";
import { getObjectInfo, getPicklistValues } from "lightning/uiObjectInfoApi";

/** Appears when the first deal is created, and answers once: `{ stage }` with an API name, or undefined. */
export default class SweetspotStage extends LightningElement {
  /** @type {string | undefined} */
  recordType;

  /** @param {import("lightning/uiObjectInfoApi").ObjectInfoResult} result */
  @wire(getObjectInfo, { objectApiName: "Opportunity" })
  receiveObject({ data, error }) {
    if (error) this.tell(undefined);
    else if (data) this.recordType = data.defaultRecordTypeId;
  }

  /** @param {import("lightning/uiObjectInfoApi").PicklistResult} result */
  @wire(getPicklistValues, { recordTypeId: "$recordType", fieldApiName: "Opportunity.StageName" })
  receiveStages({ data, error }) {
    if (error) this.tell(undefined);
    else if (data)
      this.tell((data.values.find(({ attributes }) => !attributes?.closed) ?? data.values[0])?.value);
  }

  /** @param {string | undefined} stage */
  tell(stage) {
    this.dispatchEvent(new CustomEvent("answer", { detail: { stage } }));
  }
}
