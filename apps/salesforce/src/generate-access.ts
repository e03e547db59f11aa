import type { GeneratedFile } from "./generated-file.ts";
import { START_PAGE } from "./generate-pages.ts";
import { SETTING } from "./generate-settings.ts";
import type { SalesforceObject } from "./salesforce-object.ts";
import { toMetadataXml, type XmlChild } from "./xml.ts";

interface Access {
  readonly create: boolean;
  readonly edit: boolean;
  readonly remove: boolean;
}
const READ: Access = { create: false, edit: false, remove: false };
const WRITE: Access = { create: true, edit: true, remove: false };
/** History is added to, never changed. */
const APPEND: Access = { create: true, edit: false, remove: false };

interface Role {
  readonly name: string;
  readonly label: string;
  readonly help: string;
  access(object: SalesforceObject): Access;
}

const writing = (object: SalesforceObject): Access => {
  // Admins load relations, take them back, and erase people who ask for it.
  if (object.role === "relation") return { ...WRITE, remove: true };
  return object.role === "entity" || object.role === "root" ? WRITE : APPEND;
};

const ROLES: readonly Role[] = [
  {
    name: "Sweetspot_Rep",
    label: "Sweetspot rep",
    help: "Plans accounts and reads the library. Which accounts is decided by the sharing of accounts.",
    access: (object) => (object.scope === "plan" ? writing(object) : READ),
  },
  {
    name: "Sweetspot_Manager",
    label: "Sweetspot manager",
    help: "Reads plans, their history and the library, and reports on them. Add Sweetspot rep for those who also plan.",
    access: () => READ,
  },
  {
    name: "Sweetspot_Admin",
    label: "Sweetspot admin",
    help: "Plans accounts, keeps the company's library and its relations, and may delete whole plans.",
    access: (object) => (object.role === "root" ? { ...WRITE, remove: true } : writing(object)),
  },
];

/** What each role may see and do, as permission sets. */
export const generateAccess = (objects: readonly SalesforceObject[]): GeneratedFile[] =>
  ROLES.map((role) => ({
    path: `permissionsets/${role.name}.permissionset-meta.xml`,
    content: toMetadataXml("PermissionSet", [
      [
        "applicationVisibilities",
        [
          ["application", "Sweetspot"],
          ["visible", true],
        ],
      ],
      ...["SweetspotPlanRest", "SweetspotPlanStore"].map((name): XmlChild => [
        "classAccesses",
        [
          ["apexClass", name],
          ["enabled", true],
        ],
      ]),
      [
        "customMetadataTypeAccesses",
        [
          ["enabled", true],
          ["name", SETTING],
        ],
      ],
      ["description", role.help],
      ...objects.flatMap((object) => fieldPermissions(object, role.access(object))),
      ["hasActivationRequired", false],
      ["label", role.label],
      // Plans are details of accounts: Salesforce grants no detail without its master.
      objectPermissions("Account", READ),
      ...objects.map((object) => objectPermissions(object.apiName, role.access(object))),
      ...[START_PAGE, ...objects.filter(hasTab).map((object) => object.apiName)].map((tab): XmlChild => [
        "tabSettings",
        [
          ["tab", tab],
          ["visibility", "Visible"],
        ],
      ]),
    ]),
  }));

/** Salesforce refuses field permissions for master-detail fields: they are always visible. */
function fieldPermissions(object: SalesforceObject, access: Access): XmlChild[] {
  return object.fields
    .filter((field) => field.type !== "MasterDetail")
    .map((field): XmlChild => [
      "fieldPermissions",
      [
        ["editable", access.create || access.edit],
        ["field", `${object.apiName}.${field.apiName}`],
        ["readable", true],
      ],
    ]);
}

const objectPermissions = (object: string, { create, edit, remove }: Access): XmlChild => [
  "objectPermissions",
  [
    ["allowCreate", create],
    ["allowDelete", remove],
    ["allowEdit", edit || remove],
    ["allowRead", true],
    ["modifyAllRecords", false],
    ["object", object],
    ["viewAllRecords", false],
  ],
];

/** History has no tab: it is read in reports. */
export const hasTab = (object: SalesforceObject): boolean =>
  ["entity", "root", "relation"].includes(object.role);
