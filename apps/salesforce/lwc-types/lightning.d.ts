// Modules of Lightning that `@salesforce/lightning-types` 0.8 does not type, as far as our components use them.

/** https://developer.salesforce.com/docs/platform/lwc/guide/reference-lightning-graphql-module.html */
declare module "lightning/graphql" {
  import type { WireAdapterConstructor } from "lwc";

  /** A parsed document. Opaque, and known by its identity. */
  export interface GraphqlDocument {
    readonly __brand: "graphql";
  }

  export interface GraphqlResult {
    readonly data?: unknown;
    /** GraphQL's own list; in what form a failed request comes is not documented. */
    readonly errors?: unknown;
    /** Resolves when fresh data has been delivered through the wire. */
    readonly refresh?: () => Promise<void>;
  }

  export interface GraphqlConfig {
    query: GraphqlDocument | undefined;
    variables?: Readonly<Record<string, unknown>> | undefined;
    operationName?: string | undefined;
  }

  export function gql(strings: TemplateStringsArray, ...values: readonly unknown[]): GraphqlDocument;
  export const graphql: WireAdapterConstructor;
}

/** https://developer.salesforce.com/docs/platform/lwc/guide/reference-lightning-ui-api-record.html */
declare module "lightning/uiRecordApi" {
  import type { WireAdapterConstructor } from "lwc";

  export interface UiRecord {
    readonly id: string;
    readonly apiName: string;
    readonly fields: Readonly<
      Record<string, { readonly value: unknown; readonly displayValue: string | null } | undefined>
    >;
  }

  export interface RecordResult {
    readonly data?: UiRecord;
    readonly error?: unknown;
  }

  export const getRecord: WireAdapterConstructor;
  export function createRecord(input: {
    readonly apiName: string;
    readonly fields: Readonly<Record<string, unknown>>;
  }): Promise<UiRecord>;
}

/** https://developer.salesforce.com/docs/platform/lwc/guide/reference-lightning-ui-api-object-info.html */
declare module "lightning/uiObjectInfoApi" {
  import type { WireAdapterConstructor } from "lwc";

  export interface ObjectInfoResult {
    readonly data?: { readonly defaultRecordTypeId: string };
    readonly error?: unknown;
  }

  /** `attributes` of Opportunity.StageName say whether a stage closes the deal. */
  export interface PicklistResult {
    readonly data?: {
      readonly values: readonly {
        readonly value: string;
        readonly label: string;
        readonly attributes?: { readonly closed?: boolean; readonly won?: boolean } | null;
      }[];
    };
    readonly error?: unknown;
  }

  export const getObjectInfo: WireAdapterConstructor;
  export const getPicklistValues: WireAdapterConstructor;
}

/** https://developer.salesforce.com/docs/platform/lwc/guide/use-navigate-page-types.html */
declare module "lightning/navigation" {
  import type { LightningElement } from "lwc";

  export interface RecordPageReference {
    readonly type: "standard__recordPage";
    readonly attributes: {
      readonly recordId: string;
      readonly objectApiName?: string;
      readonly actionName: "view" | "edit" | "clone";
    };
  }

  type Constructor<T> = new () => T;
  export interface Navigates {
    [NavigationMixin.Navigate](reference: RecordPageReference, replace?: boolean): void;
  }

  export function NavigationMixin(Base: typeof LightningElement): Constructor<LightningElement & Navigates>;
  export namespace NavigationMixin {
    const Navigate: unique symbol;
  }
}

/** https://developer.salesforce.com/docs/component-library/bundle/lightning-platform-show-toast-event */
declare module "lightning/platformShowToastEvent" {
  export class ShowToastEvent extends CustomEvent<unknown> {
    constructor(toast: {
      readonly title: string;
      readonly message?: string;
      readonly variant?: "info" | "success" | "warning" | "error";
      readonly mode?: "dismissible" | "pester" | "sticky";
    });
  }
}

/** https://developer.salesforce.com/docs/platform/lwc/guide/data-refreshview-api.html */
declare module "lightning/refresh" {
  import type { LightningElement } from "lwc";

  /** Asks the page around a component to be refreshed. */
  export class RefreshEvent extends CustomEvent<undefined> {
    constructor();
  }

  /** @returns the number that `unregisterRefreshHandler` takes. The handler answers whether the refresh goes on below. */
  export function registerRefreshHandler(
    component: LightningElement,
    handler: () => Promise<boolean>,
  ): number;
  export function unregisterRefreshHandler(id: number): void;
}
