/** @typedef {{ name: string, property: string, type: string, default: unknown, choices?: readonly string[] }} Option */

/**
 * What an admin set in App Builder, as the widget's own options. A value that does not fit is the default's.
 *
 * @param {readonly Option[]} declared
 * @param {Readonly<Record<string, unknown>>} component whose public properties hold the values
 * @returns {Record<string, unknown>}
 */
export function readOptions(declared, component) {
  return Object.fromEntries(
    declared.map((option) => [option.name, read(option, component[option.property])]),
  );
}

/**
 * @param {Option} option
 * @param {unknown} value
 */
function read({ type, default: fallback, choices }, value) {
  if (value === undefined || value === null || value === "") return fallback;
  if (type === "boolean") return value === true || value === "true";
  if (type === "number") return Number.isFinite(Number(value)) ? Number(value) : fallback;
  return choices && !choices.includes(String(value)) ? fallback : String(value);
}
