/** @type {Map<string, unknown>} Answers about the org, for all components of the page and the frames in them. */
const kept = new Map();

/**
 * A read without variables asks what the org keeps at all. That is true of every account, so a page asks it once; an
 * answer with errors is not kept.
 *
 * @param {string} operation
 * @param {Readonly<Record<string, unknown>>} variables
 * @param {readonly string[]} lacks
 * @param {() => Promise<unknown>} read
 * @returns {Promise<unknown>}
 */
export async function keepAboutOrg(operation, variables, lacks, read) {
  if (Object.keys(variables).length > 0) return read();
  const key = `${operation} ${lacks.join(" ")}`;
  if (kept.has(key)) return kept.get(key);
  const answer = await read();
  if (!(/** @type {{ errors?: unknown } | null} */ (answer)?.errors)) kept.set(key, answer);
  return answer;
}
