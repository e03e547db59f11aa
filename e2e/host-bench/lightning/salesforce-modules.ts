// @salesforce/*: what the compiler of an org puts in place of these imports.
import type { ModuleExports } from "../host/module-loader.ts";
import { callOrg, type FetchFailure } from "./org-line.ts";
import type { PageContext } from "./page-context.ts";

/** Apex methods of the package and the plan service's operation behind each; the emulator speaks REST alone. */
const APEX: Readonly<Record<string, string>> = {
  "SweetspotPlanStore.load": "load",
  "SweetspotPlanStore.commitPlan": "commit",
  "SweetspotPlanStore.changes": "changes",
  "SweetspotPlanStore.asOf": "asOf",
  "SweetspotPlanStore.setup": "setup",
  "SweetspotPlanStore.relations": "relations",
};

type Resolve = (name: string, context: PageContext) => unknown;

const RESOLVERS: Readonly<Record<string, Resolve>> = {
  apex: (name) => {
    const operation = APEX[name];
    return operation === undefined ? undefined : (parameters: unknown) => callApex(operation, parameters);
  },
  label: (name, { labels }) => labels[name.replace(/^\w+\./, "")],
  // Lightning puts the time of the last change into the address.
  resourceUrl: (name, { resources }) =>
    resources.includes(name) ? `/resource/1700000000000/${name}` : undefined,
  schema: (name) => {
    const [objectApiName, fieldApiName] = name.split(".");
    return Object.freeze(fieldApiName === undefined ? { objectApiName } : { objectApiName, fieldApiName });
  },
  user: (name, { userId }) => ({ Id: userId, isGuest: false })[name],
  i18n: (name, context) =>
    ({
      lang: context.language,
      locale: context.locale,
      currency: context.currency,
      timeZone: context.timeZone,
      dir: "ltr",
    })[name],
  client: (name, { formFactor }) => ({ formFactor })[name],
};

/** Undefined where an org could not compile the import: the component would never get there. */
export function provideSalesforce(specifier: string, context: PageContext): ModuleExports | undefined {
  const [, kind = "", name = ""] = /^@salesforce\/(\w+)\/(.+)$/.exec(specifier) ?? [];
  const value = RESOLVERS[kind]?.(name, context);
  return value === undefined ? undefined : { default: value };
}

/** Apex takes one object of arguments; ours is the JSON text `request`, and the answer is JSON text too. */
async function callApex(operation: string, parameters: unknown): Promise<string> {
  const { request } = parameters as { readonly request: string };
  const path = `/services/apexrest/sweetspot/plan/${operation}`;
  try {
    return JSON.stringify(await callOrg("POST", path, JSON.parse(request)));
  } catch (failure) {
    throw toApexFailure(failure as FetchFailure);
  }
}

/**
 * The body of a failed Apex call is one object with the exception's message [D lwc apex errors]; a class that may not be
 * called throws none [?].
 */
function toApexFailure({ body, ...failure }: FetchFailure): FetchFailure {
  const [first] = (Array.isArray(body) ? body : [body]) as { message?: string; errorCode?: string }[];
  const message = [first?.errorCode, first?.message].filter(Boolean).join(": ");
  const thrown = first?.errorCode === undefined ? {} : { exceptionType: "System.AuraHandledException" };
  return { ...failure, body: { ...first, message, ...thrown } };
}
