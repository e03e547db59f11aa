/**
 * One question about what a script may do where it runs, asked with an empty element of its own. What it returns is
 * the outcome; nothing means "works", and an error means "throws".
 */
export type Probe = (mount: HTMLElement) => unknown;
export type Probes = Readonly<Record<string, Probe>>;

const PATIENCE_MS = 1500;

/** Every outcome by the probe's name, in the order of the probes. */
export async function runProbes(probes: Probes, mount: HTMLElement): Promise<Record<string, string>> {
  const outcomes: Record<string, string> = {};
  for (const [name, probe] of Object.entries(probes)) {
    const place = document.createElement("div");
    mount.append(place);
    outcomes[name] = await outcomeOf(() => probe(place));
    place.remove();
  }
  return outcomes;
}

async function outcomeOf(ask: () => unknown): Promise<string> {
  try {
    const value = await Promise.race([ask(), patience()]);
    return value === undefined ? "works" : String(value);
  } catch (error) {
    return `throws${reasonOf(error)}`;
  }
}

/** The browser words its refusals anew from version to version; the sandbox's own words are worth a line. */
function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const [, own] = /^Lightning Web Security: (.{0,80})/.exec(text) ?? [];
  return own === undefined ? "" : `: ${own.replaceAll(/https?:\S+|blob:\S+/g, "…")}`;
}

const patience = (): Promise<string> =>
  new Promise((resolve) => {
    setTimeout(() => resolve("never ends"), PATIENCE_MS);
  });

/** Fails the probe it stands in, with an outcome in words where it was not what pages do. */
export const same = (actual: unknown, expected: unknown): string | undefined =>
  actual === expected ? undefined : String(actual);
