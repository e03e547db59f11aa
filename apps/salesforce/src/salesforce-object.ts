import type { LabelGender } from "@sweetspot/plan-model";

/** A field as Salesforce's metadata knows it; what is left out keeps Salesforce's default. */
export interface SalesforceField {
  readonly apiName: string;
  readonly label: string;
  readonly help: string;
  readonly type:
    | "Text"
    | "LongTextArea"
    | "Picklist"
    | "Number"
    | "Checkbox"
    | "Date"
    | "DateTime"
    | "Lookup"
    | "MasterDetail";
  readonly length?: number;
  readonly precision?: number;
  readonly scale?: number;
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  readonly referenceTo?: string;
  readonly relationshipName?: string;
  /** Unique key that imports and the commit service find a record by. */
  readonly key?: boolean;
  /** Indexed, without being unique. */
  readonly indexed?: boolean;
  /** Several values as JSON: to be read on a record's page, of no use in a report. */
  readonly list?: boolean;
  /** Bookkeeping: never on a layout, list view or report. */
  readonly hidden?: boolean;
  /** Master-detail only: may somebody who can only read the master write the detail? */
  readonly masterReadSuffices?: boolean;
}

export interface SalesforceObject {
  readonly apiName: string;
  readonly label: string;
  readonly plural: string;
  /** Of the label, in a language that has genders. */
  readonly gender?: LabelGender;
  readonly help: string;
  readonly scope: "plan" | "library";
  /** `relation`: beside plans and library, kept by admins rather than by the commit service. */
  readonly role: "root" | "entity" | "change" | "commit" | "relation";
  /** Name of the entity in the plan model; entity objects only. */
  readonly entity?: string;
  /** Label of the record name; a text, or a number counted by Salesforce in the format given. */
  readonly name: { readonly label: string; readonly format?: string };
  readonly sharing: "ControlledByParent" | "ReadWrite";
  readonly fields: readonly SalesforceField[];
}
