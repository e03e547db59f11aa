import { API_VERSION } from "./api-version.ts";
import type { GeneratedFile } from "./generated-file.ts";
import { toMetadataXml, type XmlChild } from "./xml.ts";

export interface BundleOptions {
  readonly description: string;
  /** What a component for App Builder needs beside; without it the bundle is for other components alone. */
  readonly exposed?: readonly XmlChild[];
}

/** `<name>.js-meta.xml` of a Lightning web component; its elements are in the order Salesforce lists them. */
export const toBundleDescription = (
  name: string,
  { description, exposed }: BundleOptions,
): GeneratedFile => ({
  path: `lwc/${name}/${name}.js-meta.xml`,
  content: toMetadataXml("LightningComponentBundle", [
    ["apiVersion", API_VERSION],
    ["description", description],
    ["isExposed", exposed !== undefined],
    ...(exposed ?? []),
  ]),
});
