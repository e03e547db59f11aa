/**
 * An SVG element of the widget as a PNG, at twice its size. Styles are copied into the picture, because an image sees
 * no style sheet; the data URL is allowed where object URLs of SVG are not (Lightning Web Security).
 */
export async function svgToPng(svg: SVGSVGElement, options: { readonly scale?: number } = {}): Promise<Blob> {
  const { scale = 2 } = options;
  const { width, height } = svg.getBoundingClientRect();
  const copy = svg.cloneNode(true) as SVGSVGElement;
  inlineStyles(svg, copy);
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("This browser gives no 2d canvas; export the table instead.");
  context.fillStyle = backgroundOf(svg);
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return await new Promise<Blob>((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error("The picture is too large to be drawn; export the table instead."));
      else resolve(blob);
    }, "image/png");
  });
}

/** What changes how an SVG looks and may stand as an attribute: a style attribute is refused by a page's policy. */
const PROPERTIES = [
  "display",
  "dominant-baseline",
  "fill",
  "fill-opacity",
  "font-family",
  "font-size",
  "font-weight",
  "letter-spacing",
  "opacity",
  "paint-order",
  "stroke",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "stroke-opacity",
  "stroke-width",
  "text-anchor",
  "visibility",
] as const;

function inlineStyles(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  to.removeAttribute("style");
  to.removeAttribute("class");
  for (const name of PROPERTIES) to.setAttribute(name, style.getPropertyValue(name));
  for (const [index, child] of [...from.children].entries()) {
    const twin = to.children[index];
    if (twin !== undefined) inlineStyles(child, twin);
  }
}

/** The nearest colour behind the picture, so that dark themes stay readable. */
function backgroundOf(svg: Element): string {
  let node: Element | null = svg;
  while (node !== null) {
    const colour = getComputedStyle(node).backgroundColor;
    if (colour !== "" && colour !== "rgba(0, 0, 0, 0)" && colour !== "transparent") return colour;
    node = node.parentElement;
  }
  return "#ffffff";
}
