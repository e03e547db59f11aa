/** Salesforce's own component for pages of others; not every org has it. */
const EMBEDDING = "lightning/uiEmbedding";

export const EMBEDDING_ERROR = "sf-embedding.component.error";

/**
 * @returns {Promise<unknown>} its class, or undefined where it is missing. The name is no literal on purpose: a literal would make the component a
 * dependency, and the package could not be deployed to an org without it.
 */
export async function findEmbedding() {
  try {
    const { default: embedding } = await import(EMBEDDING);
    return embedding;
  } catch {
    return undefined;
  }
}

/**
 * What follows from an `sf-embedding.component.error`: nothing once the frame is welcomed by us and no port was doubled, a
 * plain frame where the component cannot show ours, and the end where somebody tried to take the frame over.
 *
 * @param {{ phase?: string, code?: string } | null | undefined} detail
 * @param {boolean} welcomed
 * @returns {"unsafe" | "ignore" | "plain-frame"}
 */
export function judgeError(detail, welcomed) {
  const { phase, code } = detail ?? {};
  if (phase === "session" || String(code).includes("DUPLICATE")) return "unsafe";
  return welcomed ? "ignore" : "plain-frame";
}
