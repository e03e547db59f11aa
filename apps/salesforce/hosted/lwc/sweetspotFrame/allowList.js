import { CrmError, createSalesforceWrites, downloadFile, toCrmError } from "c/sweetspotChannel";
import { APEX_OPERATIONS, OPERATION_NAMES } from "c/sweetspotDocuments";

/** @typedef {import("sweetspot/hosted-widget").FrameFunctions} FrameFunctions */
/** @typedef {Parameters<FrameFunctions["navigate"]>[0]} Target */
/** @typedef {Parameters<FrameFunctions["notify"]>[0]} Notice */

/** @type {readonly unknown[]} */
const TONES = Object.freeze(["good", "warn", "bad"]);
/** @type {readonly unknown[]} */
const RECORD_TYPES = Object.freeze(["account", "opportunity", "contact"]);
/** @type {readonly unknown[]} */
const READS = OPERATION_NAMES;
/** @type {readonly unknown[]} */
const CALLS = APEX_OPERATIONS;
const LONGEST_NOTICE = 500;

/**
 * @param {string} what
 * @returns {never}
 */
const refuse = (what) => {
  throw new CrmError("forbidden", `${what} is nothing this page does for a frame.`);
};

/**
 * An argument is whatever the frame sent; what is not as it should be is left out or refused.
 *
 * @param {unknown} argument
 * @returns {any}
 */
const toObject = (argument) =>
  typeof argument === "object" && argument !== null && !Array.isArray(argument) ? argument : {};

/**
 * Everything the frame may have done in this org, by name: reads and calls of the plan service from the lists of
 * `crm-salesforce`, and what a widget needs of the page around it. Nothing takes a query, the name of a method, an
 * address or markup.
 *
 * @param {{
 *   transport: () => import("@sweetspot/crm-salesforce").SalesforceTransport,
 *   functions: FrameFunctions,
 *   currency: string,
 *   onHeight: (height: number) => void,
 * }} page
 * @returns {Readonly<Record<string, import("@sweetspot/host-bridge").Operation>>}
 */
export function createAllowList({ transport, functions, currency, onHeight }) {
  const writes = createSalesforceWrites({
    createRecord: functions.createRecord,
    firstStage: functions.firstStage,
    currency: () => currency,
    toFailure: toCrmError,
  });
  return {
    graphql(argument, { signal }) {
      const { operation, variables, lacks } = toObject(argument);
      if (!READS.includes(operation)) refuse(`Reading "${operation}"`);
      /** @type {import("@sweetspot/crm-salesforce").OrgPart[]} The document leaves out what is none. */
      const parts = Array.isArray(lacks) ? lacks : [];
      return transport().graphql(operation, toObject(variables), { lacks: parts, signal });
    },
    apex(argument, { signal }) {
      const { operation, request } = toObject(argument);
      if (!CALLS.includes(operation)) refuse(`Calling "${operation}"`);
      return transport().apex(operation, toObject(request), { signal });
    },
    navigate(argument) {
      const { type, id } = toObject(argument);
      if (!RECORD_TYPES.includes(type) || typeof id !== "string") refuse("Going anywhere but to a record");
      functions.navigate({ type, id });
    },
    notify(argument) {
      const { tone, text } = toObject(argument);
      if (typeof text !== "string") return;
      functions.notify({ tone: TONES.includes(tone) ? tone : "warn", text: text.slice(0, LONGEST_NOTICE) });
    },
    createTask: (argument) => writes.createTask(toObject(argument)),
    createOpportunity: (argument) => writes.createOpportunity(toObject(argument)),
    markUnsaved: (argument) => functions.markUnsaved(argument === true),
    copyText: (argument) => functions.copyText(String(argument)),
    download(argument) {
      const { name, content } = toObject(argument);
      const bytes = Uint8Array.from(atob(String(content)), (sign) => sign.charCodeAt(0));
      // Lightning Web Security gives no address to a CSV; the name's ending tells the computer what it is.
      downloadFile(document, {
        name: String(name),
        content: new Blob([bytes], { type: "application/octet-stream" }),
      });
    },
    resize: (argument) => onHeight(toObject(argument).height),
  };
}
