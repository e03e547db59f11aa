import type { WidgetRoot } from "./widget-root.ts";

/** Placeholder until the sandbox support lands. */
export function watchRealm(_root: WidgetRoot): () => void {
  return () => {};
}
