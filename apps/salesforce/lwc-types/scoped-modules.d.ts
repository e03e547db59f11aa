// `@salesforce/*` modules that the org's compiler makes.
// https://developer.salesforce.com/docs/platform/lwc/guide/reference-salesforce-modules.html

declare module "@salesforce/apex/*" {
  /** Every method of the plan service takes JSON text and answers JSON text. */
  const call: (parameters: { readonly request: string }) => Promise<string>;
  export default call;
}

declare module "@salesforce/label/*" {
  const text: string;
  export default text;
}

declare module "@salesforce/resourceUrl/*" {
  const url: string;
  export default url;
}

declare module "@salesforce/i18n/*" {
  const value: string;
  export default value;
}
