import type { SummaryPreview, SummaryTone } from "@sweetspot/contract";

/** The colours the widgets have in HubSpot's look; an outline is a suggestion. */
const FILLS: Readonly<Record<SummaryTone, string>> = {
  strong: "#00615c",
  present: "#3f9c96",
  weak: "#cdeae6",
  none: "#f3f1ee",
  outline: "none",
};
const SUGGESTION = "#7a27a6";
const INK = "#33475b";

/** A preview as an SVG in a data URI: the only picture a card may show that is not a file. Every text is escaped. */
export function toPreviewImage(preview: SummaryPreview): string {
  const layers = preview.layers.map(({ tone, path }) => {
    const stroke =
      tone === "outline" ? ` stroke="${SUGGESTION}" stroke-width="2" stroke-dasharray="4 2"` : "";
    return `<path d="${escape(path)}" fill="${FILLS[tone]}"${stroke}/>`;
  });
  const labels = preview.labels.map(
    ({ x, y, text, anchor }) =>
      `<text x="${Number(x)}" y="${Number(y)}" text-anchor="${escape(anchor)}">${escape(text)}</text>`,
  );
  const [width, height] = [Number(preview.width), Number(preview.height)];
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"` +
    ` font-family="Lexend Deca, Helvetica, Arial, sans-serif" font-size="11" fill="${INK}">` +
    `${layers.join("")}${labels.join("")}</svg>`;
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escape = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? "");
