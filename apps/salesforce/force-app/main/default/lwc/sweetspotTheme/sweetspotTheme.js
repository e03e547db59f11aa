/** Half of white: the page's surface is darker than that in a dark theme alone. */
const HALF = 128;

/**
 * Lightning tells a component no theme, but its documented styling hooks carry the theme's colours. An outline that is
 * not drawn takes one of them, and the browser says which colour that is.
 *
 * @param {Element} element whose `outline-color` is `var(--slds-g-color-surface-container-1, #fff)`
 * @returns {"light" | "dark"}
 */
export const readTheme = (element) => toTheme(getComputedStyle(element).outlineColor);

/**
 * @param {string} colour as the browser computes it: `rgb(…)`, or `color(srgb …)` with parts of one
 * @returns {"light" | "dark"} light for what is no colour
 */
export function toTheme(colour) {
  const scale = colour.startsWith("color(") ? 255 : 1;
  const [red, green, blue] = (colour.match(/(?<![a-z])\d*\.?\d+/g) ?? []).map((part) => Number(part) * scale);
  if (red === undefined || green === undefined || blue === undefined) return "light";
  return 0.299 * red + 0.587 * green + 0.114 * blue < HALF ? "dark" : "light";
}
