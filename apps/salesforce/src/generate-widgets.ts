import type { GeneratedFile } from "./generated-file.ts";
import { toBundleDescription } from "./lwc-bundle.ts";
import {
  type ContainedWidget,
  toBuilderMetadata,
  toComponentName,
  toPropertyName,
} from "./widget-component.ts";

/** The component an admin drags onto a record page, for each widget in native mode. Nothing in it is hand-written. */
export const generateWidgetComponents = (widgets: readonly ContainedWidget[]): GeneratedFile[] =>
  widgets.flatMap((widget) => {
    const name = toComponentName(widget.manifest.id);
    const file = (ending: string, content: string): GeneratedFile => ({
      path: `lwc/${name}/${name}.${ending}`,
      content,
    });
    return [
      file("js", toScript(name, widget)),
      file("html", TEMPLATE),
      file("svg", ICON),
      toBundleDescription(name, {
        description: `Sweetspot widget "${widget.manifest.id}" on record pages of accounts and what belongs to them.`,
        exposed: toBuilderMetadata(widget),
      }),
    ];
  });

/** Everything the page script must know to draw the widget; `url` is the static resource of its container. */
export function toScript(name: string, { container, manifest }: ContainedWidget): string {
  const { id, expose, contract, react, titles, minHeight } = manifest;
  const options = Object.entries(manifest.options ?? {}).map(
    ([option, { type, default: value, choices }]) => ({
      name: option,
      property: toPropertyName(option),
      type,
      default: value,
      ...(choices === undefined ? {} : { choices }),
    }),
  );
  const address = JSON.stringify({ id, container, expose, contract, react, titles, minHeight }, null, 2);
  return `// Generated from the widget's widget.json.
import { LightningElement, api } from "lwc";
import { readOptions } from "c/sweetspotOptions";
import url from "@salesforce/resourceUrl/${container}";

const WIDGET = Object.freeze({ url, ...${address} });
const OPTIONS = Object.freeze(${JSON.stringify(options, null, 2)});

export default class ${name.charAt(0).toUpperCase()}${name.slice(1)} extends LightningElement {
  @api recordId;
  @api objectApiName;
  @api height;
  @api language;
${options.map(({ property }) => `  @api ${property};\n`).join("")}
  widget = WIDGET;

  get options() {
    return readOptions(OPTIONS, this);
  }
}
`;
}

const TEMPLATE = `<template>
  <c-sweetspot-host
    widget={widget}
    record-id={recordId}
    object-api-name={objectApiName}
    options={options}
    height={height}
    language={language}
  ></c-sweetspot-host>
</template>
`;

/** Shown in App Builder's list of components. */
const ICON = `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100" viewBox="0 0 100 100">
  <rect width="100" height="100" rx="16" fill="#0b5cab" />
  <g fill="#fff">
    <rect x="20" y="20" width="26" height="26" rx="5" />
    <rect x="54" y="20" width="26" height="26" rx="5" fill-opacity="0.45" />
    <rect x="20" y="54" width="26" height="26" rx="5" fill-opacity="0.45" />
  </g>
  <circle cx="67" cy="67" r="13" fill="#ffb75d" />
</svg>
`;
