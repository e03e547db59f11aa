/** An element's content: text, or named children in order. Children that are undefined are left out. */
export type XmlContent = string | number | boolean | readonly XmlChild[];
export type XmlChild = readonly [
  name: string,
  content: XmlContent | undefined,
  attributes?: Readonly<Record<string, string | number | boolean | undefined>>,
];

/** A Salesforce metadata file of this root element. */
export const toMetadataXml = (root: string, children: readonly XmlChild[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://soap.sforce.com/2006/04/metadata">\n${lines(children, 1)}</${root}>\n`;

function lines(children: readonly XmlChild[], depth: number): string {
  const indent = "    ".repeat(depth);
  return children
    .map(([name, content, attributes = {}]) => {
      if (content === undefined) return "";
      const opening = `${name}${attributesOf(attributes)}`;
      if (content === "") return `${indent}<${opening} />\n`;
      if (typeof content === "object")
        return `${indent}<${opening}>\n${lines(content, depth + 1)}${indent}</${name}>\n`;
      return `${indent}<${opening}>${escape(String(content))}</${name}>\n`;
    })
    .join("");
}

const attributesOf = (attributes: NonNullable<XmlChild[2]>): string =>
  Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? "" : ` ${name}="${escape(String(value))}"`))
    .join("");

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};
const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
