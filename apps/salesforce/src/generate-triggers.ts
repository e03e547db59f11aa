import { toApiName } from "./api-names.ts";
import type { GeneratedFile } from "./generated-file.ts";
import type { SalesforceObject } from "./salesforce-object.ts";

/** One trigger an object that hands every change past the commit service to the guard. */
export const generateTriggers = (objects: readonly SalesforceObject[]): GeneratedFile[] =>
  objects.filter(isCommitted).map((object) => {
    const name = toApiName(`${object.apiName.replace(/__c$/, "").replaceAll("_", "")}Guard`);
    // A whole plan may be deleted, by whom the permission set lets; what is in it goes along.
    const events = ["before insert", "before update", ...(object.role === "root" ? [] : ["before delete"])];
    return {
      path: `triggers/${name}.trigger`,
      content: `trigger ${name} on ${object.apiName} (${events.join(", ")}) {\n    SweetspotGuard.refuse(Trigger.isDelete ? Trigger.old : Trigger.new);\n}\n`,
    };
  });

/** Relations are loaded by admins, not committed by the service. */
const isCommitted = ({ role }: SalesforceObject): boolean => role !== "relation";
