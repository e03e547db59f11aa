import { escapeHtml, type RichText } from "../export/copy-rich-text.ts";

/** Elements that mail programs and documents keep; any other is copied as what is inside it. */
const KEPT = new Set([
  "h1",
  "h2",
  "h3",
  "h4",
  "p",
  "ul",
  "ol",
  "li",
  "dl",
  "dt",
  "dd",
  "strong",
  "em",
  "blockquote",
  "table",
  "thead",
  "tbody",
  "tr",
  "th",
  "td",
  "caption",
  "br",
]);
/** Elements that stand on lines of their own in plain text; the last three with an empty line around them. */
const OWN_LINE = new Set([
  "li",
  "dt",
  "dd",
  "tr",
  "div",
  "section",
  "article",
  "header",
  "footer",
  "caption",
  "br",
]);
const OWN_PARAGRAPH = new Set(["h1", "h2", "h3", "h4", "p", "blockquote", "table", "ul", "ol", "dl"]);
const LEFT_OUT = ".ss-hidden, [aria-hidden=true], svg, button, input, select, textarea, script, style";

/**
 * What an element says, as text and as plain HTML without classes, styles or attributes. What only the screen needs
 * (icons, buttons, words for screen readers) is left out.
 */
export function toRichText(element: Element): RichText {
  return {
    html: htmlOf(element),
    text: textOf(element)
      .replaceAll(/[ \t]+\n/g, "\n")
      .replaceAll(/\n{3,}/g, "\n\n")
      .trim(),
  };
}

function htmlOf(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return escapeHtml(node.textContent ?? "");
  if (!isElement(node) || node.matches(LEFT_OUT)) return "";
  const inside = [...node.childNodes].map(htmlOf).join("");
  const name = node.localName;
  if (name === "br") return "<br>";
  if (KEPT.has(name)) return `<${name}>${inside}</${name}>`;
  return OWN_LINE.has(name) ? `<div>${inside}</div>` : inside;
}

function textOf(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return (node.textContent ?? "").replaceAll(/\s+/g, " ");
  if (!isElement(node) || node.matches(LEFT_OUT)) return "";
  const inside = [...node.childNodes].map(textOf).join("");
  const name = node.localName;
  if (name === "br") return "\n";
  if (name === "li") return `\n- ${inside.trim()}`;
  if (name === "td" || name === "th") return `${inside.trim()}\t`;
  if (OWN_PARAGRAPH.has(name)) return `\n\n${inside.trim()}\n\n`;
  return OWN_LINE.has(name) ? `\n${inside.trim()}\n` : inside;
}

const isElement = (node: Node): node is Element => node.nodeType === Node.ELEMENT_NODE;
