import { toApiName } from "./api-names.ts";
import type { GeneratedFile } from "./generated-file.ts";
import type { SalesforceObject } from "./salesforce-object.ts";

/** One trigger an object that hands every change past the commit service to the guard. */
export const generateTriggers = (objects: readonly SalesforceObject[]): GeneratedFile[] =>
  objects
    .filter((object) => object.role !== "root")
    .map((object) => {
      const name = toApiName(`${object.apiName.replace(/__c$/, "").replaceAll("_", "")}Guard`);
      // History is added to by the service after the guard has closed again, and changed by nobody.
      const events =
        object.role === "entity"
          ? "before insert, before update, before delete"
          : "before update, before delete";
      return {
        path: `triggers/${name}.trigger`,
        content: `trigger ${name} on ${object.apiName} (${events}) {\n    SweetspotGuard.refuse(Trigger.isDelete ? Trigger.old : Trigger.new);\n}\n`,
      };
    });
