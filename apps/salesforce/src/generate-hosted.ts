import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { buildFrameHost } from "./build-frame-host.ts";
import type { GeneratedFile } from "./generated-file.ts";
import { toBundleDescription } from "./lwc-bundle.ts";
import {
  type ContainedWidget,
  toBuilderMetadata,
  toComponentName,
  toPropertyName,
} from "./widget-component.ts";
import { toMetadataXml } from "./xml.ts";

/** Hand-written components of hosted mode; a package without a gateway has none of them. */
const HAND_WRITTEN = path.resolve(import.meta.dirname, "../hosted");

/** "white-space" → "sweetspotWhiteSpaceHosted". */
export const toHostedName = (id: string): string => `${toComponentName(id)}Hosted`;

/**
 * Everything that hosted mode adds to a package: the frame's components, one exposed component for each widget, and the
 * Trusted URL that lets pages of the org show the gateway.
 *
 * @param gateway where the frame comes from; https, because Lightning pages show nothing else
 */
export async function generateHosted(
  widgets: readonly ContainedWidget[],
  gateway: string,
): Promise<GeneratedFile[]> {
  const origin = toGatewayOrigin(gateway);
  const handWritten = globSync("lwc/*/*", { cwd: HAND_WRITTEN }).map((file) => ({
    path: file,
    content: readFileSync(path.join(HAND_WRITTEN, file), "utf8"),
  }));
  return [
    ...handWritten,
    ...(await buildFrameHost()),
    ...widgets.flatMap((widget) => generateComponent(widget, origin)),
    generateTrustedUrl(origin),
  ];
}

/** @throws Error for what no Lightning page could show */
export function toGatewayOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isLocal = url?.hostname === "localhost" || url?.hostname === "127.0.0.1";
  if (
    !url ||
    (url.protocol !== "https:" && !isLocal) ||
    url.pathname !== "/" ||
    url.search !== "" ||
    url.hash !== ""
  )
    throw new Error(`--gateway must be an address such as https://sweetspot.example.com, not "${text}".`);
  return url.origin;
}

function generateComponent(widget: ContainedWidget, gateway: string): GeneratedFile[] {
  const { manifest } = widget;
  const name = toHostedName(manifest.id);
  return [
    { path: `lwc/${name}/${name}.js`, content: toScript(name, widget, gateway) },
    { path: `lwc/${name}/${name}.html`, content: TEMPLATE },
    toBundleDescription(name, {
      description: `Sweetspot widget "${manifest.id}", shown by the gateway ${gateway} in a frame.`,
      exposed: toBuilderMetadata({
        ...widget,
        manifest: { ...manifest, titles: { ...manifest.titles, en: `${manifest.titles.en} (hosted)` } },
      }),
    }),
  ];
}

function toScript(name: string, { manifest }: ContainedWidget, gateway: string): string {
  const { id, titles, minHeight } = manifest;
  const options = Object.entries(manifest.options ?? {}).map(
    ([option, { type, default: value, choices }]) => ({
      name: option,
      property: toPropertyName(option),
      type,
      default: value,
      ...(choices === undefined ? {} : { choices }),
    }),
  );
  return `// Generated from the widget's widget.json and the gateway's address.
import { LightningElement, api } from "lwc";
import { readOptions } from "c/sweetspotOptions";

const WIDGET = Object.freeze(${JSON.stringify({ id, gateway, titles, minHeight }, null, 2)});
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
  <c-sweetspot-hosted
    widget={widget}
    record-id={recordId}
    object-api-name={objectApiName}
    options={options}
    height={height}
    language={language}
  ></c-sweetspot-hosted>
</template>
`;

/** What frames may show; all else of the gateway stays shut [D CspTrustedSite]. */
const generateTrustedUrl = (origin: string): GeneratedFile => ({
  path: "cspTrustedSites/Sweetspot_Gateway.cspTrustedSite-meta.xml",
  content: toMetadataXml("CspTrustedSite", [
    ["canAccessCamera", false],
    ["canAccessMicrophone", false],
    ["context", "LEX"],
    ["description", "Lets record pages show the frame of the Sweetspot gateway."],
    ["endpointUrl", origin],
    ["isActive", true],
    ["isApplicableToConnectSrc", false],
    ["isApplicableToFontSrc", false],
    ["isApplicableToFrameSrc", true],
    ["isApplicableToImgSrc", false],
    ["isApplicableToMediaSrc", false],
    ["isApplicableToStyleSrc", false],
  ]),
});
