import { CRM_OBJECTS } from "./field-mapping.ts";
import type { GeneratedFile } from "./generated-file.ts";
import { toObjectName } from "./api-names.ts";
import { ENGLISH } from "./words.ts";
import { toMetadataXml, type XmlChild } from "./xml.ts";

/** A widget as a page shows it. */
export interface PageWidget {
  /** Name of the component that shows it. */
  readonly component: string;
  readonly recordTypes: readonly string[];
  /** Pixels. */
  readonly minHeight: number;
}

export const START_PAGE = "Sweetspot_Start";

/** Below this a widget stands beside the record's details, from it on across the page. */
const BROAD_FROM = 320;

/** An example record page for every object that a widget calls home first, and a page to start from. */
export const generatePages = (widgets: readonly PageWidget[]): GeneratedFile[] => [
  startPage(),
  startTab(),
  ...toRecordPages(widgets).map((page) => ({
    path: `flexipages/${page.name}.flexipage-meta.xml`,
    content: recordPage(page.object, page.widgets),
  })),
];

/** Which pages there are, by the object they show. */
export function toRecordPages(
  widgets: readonly PageWidget[],
): readonly { readonly name: string; readonly object: string; readonly widgets: readonly PageWidget[] }[] {
  const byType = Map.groupBy(widgets, (widget) => widget.recordTypes[0] ?? "");
  return Object.entries(CRM_OBJECTS).flatMap(([type, object]) =>
    byType.has(type)
      ? [
          {
            name: `Sweetspot_${object}_Page`,
            object,
            widgets: widgets.filter((widget) => widget.recordTypes.includes(type)),
          },
        ]
      : [],
  );
}

function recordPage(object: string, widgets: readonly PageWidget[]): string {
  const broad = widgets.filter((widget) => widget.minHeight >= BROAD_FROM);
  const narrow = widgets.filter((widget) => widget.minHeight < BROAD_FROM);
  return toMetadataXml("FlexiPage", [
    [
      "description",
      `Example: the ${object} page with the Sweetspot widgets. Copy it, or drag them onto your own.`,
    ],
    region("header", [component("force:highlightsPanel")]),
    region("subheader", broad.map(widgetOf)),
    facet("sweetspotRelated", [
      component("force:relatedListContainer", [["relatedListComponentOverride", "NONE"]]),
    ]),
    facet("sweetspotDetail", [component("force:detailPanel")]),
    facet("sweetspotTabs", [
      tab("detail", "sweetspotDetail", "Standard.Tab.detail", true),
      tab("related", "sweetspotRelated", "Standard.Tab.relatedLists", false),
    ]),
    region("main", [component("flexipage:tabset", [["tabs", "sweetspotTabs"]])]),
    region("sidebar", [...narrow.map(widgetOf), component("runtime_sales_activities:activityPanel")]),
    ["masterLabel", `Sweetspot: ${object} with widgets`],
    ["sobjectType", object],
    ["template", [["name", "flexipage:recordHomeWithSubheaderTemplateDesktop"]]],
    ["type", "RecordPage"],
  ]);
}

/** Where a rep begins: the accounts, and what nobody knows yet. */
const startPage = (): GeneratedFile => ({
  path: `flexipages/${START_PAGE}.flexipage-meta.xml`,
  content: toMetadataXml("FlexiPage", [
    ["description", "Where planning begins: the accounts, and the questions still open."],
    region("main", [
      listOf("Account", "MyAccounts"),
      listOf(toObjectName("knowledge-gap", "plan"), "Sweetspot_All"),
    ]),
    ["masterLabel", "Sweetspot"],
    ["template", [["name", "flexipage:defaultAppHomeTemplate"]]],
    ["type", "AppPage"],
  ]),
});

const startTab = (): GeneratedFile => ({
  path: `tabs/${START_PAGE}.tab-meta.xml`,
  content: toMetadataXml("CustomTab", [
    ["flexiPage", START_PAGE],
    ["label", ENGLISH.own("start:tab")],
    ["motif", "Custom39: Telescope"],
  ]),
});

const widgetOf = ({ component: name }: PageWidget): XmlChild => component(name);

const listOf = (object: string, list: string): XmlChild =>
  component(
    "flexipage:filterListCard",
    [
      ["entityName", object],
      ["filterName", list],
      ["pageSize", "10"],
    ],
    `list_${object.replace(/__c$/, "")}`,
  );

const tab = (name: string, body: string, title: string, active: boolean): XmlChild =>
  component(
    "flexipage:tab",
    [
      ["active", String(active)],
      ["body", body],
      ["title", title],
    ],
    `tab_${name}`,
  );

function component(
  name: string,
  properties: readonly (readonly [name: string, value: string])[] = [],
  identifier = name.replace(":", "_"),
): XmlChild {
  return [
    "itemInstances",
    [
      [
        "componentInstance",
        [
          ...properties.map(([property, value]): XmlChild => [
            "componentInstanceProperties",
            [
              ["name", property],
              ["value", value],
            ],
          ]),
          ["componentName", name],
          ["identifier", identifier],
        ],
      ],
    ],
  ];
}

const region = (name: string, items: readonly XmlChild[]): XmlChild => [
  "flexiPageRegions",
  [...items, ["name", name], ["type", "Region"]],
];
const facet = (name: string, items: readonly XmlChild[]): XmlChild => [
  "flexiPageRegions",
  [...items, ["name", name], ["type", "Facet"]],
];
