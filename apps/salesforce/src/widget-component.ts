import type { ContainerDescription, WidgetOption } from "@sweetspot/catalogue";
import { refuseCollisions, toApiName, toPascal } from "./api-names.ts";
import type { XmlChild } from "./xml.ts";

/** A widget and the container whose script declares it. */
export interface ContainedWidget {
  /** Name of the container: of its global, and of its static resource. */
  readonly container: string;
  readonly manifest: ContainerDescription["widgets"][number];
}

const OBJECTS = { account: "Account", opportunity: "Opportunity", contact: "Contact" } as const;
const PROPERTY_TYPES = { text: "String", number: "Integer", boolean: "Boolean" } as const;
const LANGUAGES = ["automatic", "en", "de", "id"];

/** Every widget of some containers, each with names of its own that Salesforce takes. */
export function toContainedWidgets(containers: readonly ContainerDescription[]): ContainedWidget[] {
  const widgets = containers.flatMap(({ name, widgets }) =>
    widgets.map((manifest) => ({ container: name, manifest })),
  );
  const twice = widgets.find(
    ({ manifest }, index) => widgets.findIndex((other) => other.manifest.id === manifest.id) !== index,
  );
  if (twice) throw new Error(`Two containers offer a widget "${twice.manifest.id}": rename one of them.`);
  refuseCollisions(
    "widgets",
    widgets.map(({ manifest }) => toComponentName(manifest.id)),
  );
  for (const { name } of containers)
    if (toApiName(name) !== name)
      throw new Error(`The container's name "${name}" is too long for Salesforce.`);
  return widgets;
}

/** "white-space" → "sweetspotWhiteSpace". */
export const toComponentName = (id: string): string => `sweetspot${toPascal(id)}`;

/** "lens" → "optionLens": never a name that HTML or Lightning gives a meaning. */
export const toPropertyName = (option: string): string => `option${toPascal(option)}`;

/** The widget as the example pages show it. */
export const toPageWidget = ({ manifest }: ContainedWidget) => ({
  component: toComponentName(manifest.id),
  recordTypes: manifest.recordTypes,
  minHeight: manifest.minHeight,
});

/** What App Builder must know: where the component may stand, and what an admin may set. */
export const toBuilderMetadata = (
  { manifest }: ContainedWidget,
  further: readonly XmlChild[] = [],
): XmlChild[] => [
  ["masterLabel", `Sweetspot: ${manifest.titles.en}`],
  ["targets", [["target", "lightning__RecordPage"]]],
  [
    "targetConfigs",
    [
      [
        "targetConfig",
        [
          ...Object.entries(manifest.options ?? {}).map(([name, option]) => toProperty(name, option)),
          property("height", "Integer", {
            label: "Height in pixels",
            description: "Leave it empty to let the widget grow with its content.",
            min: 0,
          }),
          property("language", "String", {
            label: "Language",
            description: "Automatic is the user’s own language.",
            datasource: LANGUAGES.join(","),
            default: LANGUAGES[0],
          }),
          ...further,
          ["objects", manifest.recordTypes.map((type): XmlChild => ["object", OBJECTS[type]])],
          [
            "supportedFormFactors",
            [
              ["supportedFormFactor", "", { type: "Small" }],
              ["supportedFormFactor", "", { type: "Large" }],
            ],
          ],
        ],
        { targets: "lightning__RecordPage" },
      ],
    ],
  ],
];

/** A static list shows its values as they are: App Builder knows no labels for them. */
const toProperty = (name: string, option: WidgetOption): XmlChild =>
  property(toPropertyName(name), PROPERTY_TYPES[option.type], {
    label: option.titles.en,
    datasource: option.choices?.join(","),
    default: option.default,
  });

const property = (name: string, type: string, attributes: NonNullable<XmlChild[2]>): XmlChild => [
  "property",
  "",
  { name, type, ...attributes },
];
