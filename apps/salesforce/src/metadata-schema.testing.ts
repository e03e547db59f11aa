import { ApiSchemas } from "jsforce/lib/api/metadata/schema.js";

type Shape = unknown;
interface Schema {
  readonly props: Readonly<Record<string, Shape>>;
  readonly extends?: string | null;
}
const SCHEMAS = ApiSchemas as unknown as Readonly<Record<string, Schema | undefined>>;

/** What Salesforce has added since jsforce took its schema; each stands in the Metadata API's own pages. */
const NEWER = new Set([
  "CspTrustedSite.canAccessCamera",
  "CspTrustedSite.canAccessMicrophone",
  "CspTrustedSite.isApplicableToConnectSrc",
  "CspTrustedSite.isApplicableToFontSrc",
  "CspTrustedSite.isApplicableToFrameSrc",
  "CspTrustedSite.isApplicableToImgSrc",
  "CspTrustedSite.isApplicableToMediaSrc",
  "CspTrustedSite.isApplicableToStyleSrc",
  "CustomApplicationTranslation.description",
  "FlexiPageRegion.itemInstances",
  "LightningComponentBundle.capabilities",
]);

interface Node {
  readonly name: string;
  readonly children: Node[];
  text: string;
}

/**
 * What Salesforce's schema says against a metadata file: elements it does not know, that are missing, that stand twice,
 * or hold no value of their type. Knows the XML our generator writes, no other.
 */
export function schemaFaults(xml: string): readonly string[] {
  const root = read(xml);
  return check(root, root.name);
}

function check(node: Node, type: string): string[] {
  const props = propsOf(type);
  if (props === undefined) return [`There is no ${type}.`];
  const names = node.children.map((child) => child.name);
  const missing = Object.entries(props)
    .filter(([name, shape]) => isNeeded(shape) && name !== "fullName" && !names.includes(name))
    .map(([name]) => `${type}.${name} is missing.`);
  const wrong = node.children.flatMap((child) => {
    const place = `${type}.${child.name}`;
    const shape = props[child.name];
    if (shape === undefined) return NEWER.has(place) ? [] : [`${place} is unknown.`];
    const twice = !Array.isArray(shape) && names.indexOf(child.name) !== names.lastIndexOf(child.name);
    return [...(twice ? [`${place} stands twice.`] : []), ...checkValue(child, typeOf(shape), place)];
  });
  return [...missing, ...wrong];
}

function checkValue(node: Node, type: string, place: string): string[] {
  if (SCHEMAS[type]) return check(node, type);
  const text = node.text.trim();
  if (type === "boolean" && !/^(true|false)$/.test(text)) return [`${place} is no boolean: ${text}`];
  if (type === "number" && !/^-?\d+(\.\d+)?$/.test(text)) return [`${place} is no number: ${text}`];
  return [];
}

/** A schema writes `string`, `?string` where it may be missing, and a list as one entry in an array. */
const typeOf = (shape: Shape): string =>
  String(Array.isArray(shape) ? (shape as readonly unknown[])[0] : shape).replace(/^\?/, "");
const isNeeded = (shape: Shape): boolean => typeof shape === "string" && !shape.startsWith("?");

function propsOf(type: string): Readonly<Record<string, Shape>> | undefined {
  const schema = SCHEMAS[type];
  if (schema === undefined) return undefined;
  return { ...(schema.extends ? propsOf(schema.extends) : {}), ...schema.props };
}

function read(xml: string): Node {
  const root: Node = { name: "", children: [], text: "" };
  const open = [root];
  for (const [, end, name = "", , empty, text] of xml.matchAll(
    /<(\/?)([A-Za-z]+)((?:\s[^<>]*?)?)(\/?)>|([^<]+)/g,
  )) {
    const parent = open.at(-1) ?? root;
    if (text !== undefined) parent.text += text;
    else if (end === "/") open.pop();
    else {
      const node: Node = { name, children: [], text: "" };
      parent.children.push(node);
      if (empty !== "/") open.push(node);
    }
  }
  const [first] = root.children;
  if (first === undefined) throw new Error("The file has no element.");
  return first;
}
