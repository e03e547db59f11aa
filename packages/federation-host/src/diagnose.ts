import type { ContainerFormat } from "./federation.ts";
import type { WidgetBuild } from "./widget-build.ts";
import type { WidgetFailureCode } from "./widget-failure.ts";

/** Milliseconds spent on finding the reason; the failure screen waits for it. */
const PATIENCE_MS = 3000;

/**
 * Finds out why a build did not load. A browser gives one error for "not there", "wrong bytes" and "not allowed", so
 * the files are asked for once more: without, then with their hash.
 */
export async function diagnose(build: WidgetBuild, format: ContainerFormat): Promise<WidgetFailureCode> {
  const files = format === "var" ? [build.var ?? build.entry] : [...new Set([build.entry, ...build.preload])];
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const states = await Promise.all(files.map((url) => stateOf(url, build.integrity.get(url), signal)));
  if (states.includes("unreachable")) return "widget-unreachable";
  if (states.includes("tampered")) return "widget-tampered";
  return "widget-broken";
}

async function stateOf(
  url: string,
  integrity: string | undefined,
  signal: AbortSignal,
): Promise<"unreachable" | "tampered" | "good"> {
  const options: RequestInit = { credentials: "same-origin", signal };
  try {
    const response = await fetch(url, options);
    if (!response.ok) return "unreachable";
  } catch {
    return "unreachable";
  }
  if (integrity === undefined) return "good";
  try {
    await fetch(url, { ...options, cache: "force-cache", integrity });
    return "good";
  } catch {
    return signal.aborted ? "unreachable" : "tampered";
  }
}
