import type { RenderedHead } from "./render-head.ts";

export interface PolicyOptions {
  /** Further origins the page talks to. */
  readonly connect?: readonly string[];
  /** Pages that may embed this one; none by default. A `<meta>` policy cannot say this: use the header. */
  readonly frameAncestors?: readonly string[];
  /** Leaves out what browsers refuse in a `<meta>` element. */
  readonly meta?: boolean;
}

/**
 * The policy of a page that loads widgets: own scripts, the import map by its hash, foreign files one by one; no inline
 * code, no `eval`, no string that becomes markup or a script URL (Trusted Types without any policy).
 */
export function contentSecurityPolicy(head: RenderedHead, options: PolicyOptions = {}): string {
  const directives: readonly (readonly [string, readonly string[]])[] = [
    ["default-src", ["'none'"]],
    ["script-src", ["'self'", ...head.scriptHashes, ...head.remoteSources]],
    ["style-src", ["'self'"]],
    ["img-src", ["'self'", "data:", "blob:"]],
    ["font-src", ["'self'"]],
    ["connect-src", ["'self'", ...head.remoteSources, ...(options.connect ?? [])]],
    ["base-uri", ["'none'"]],
    ["form-action", ["'none'"]],
    ["object-src", ["'none'"]],
    ["require-trusted-types-for", ["'script'"]],
    ["trusted-types", ["'none'"]],
    ...(options.meta
      ? []
      : [["frame-ancestors", options.frameAncestors?.length ? options.frameAncestors : ["'none'"]] as const]),
  ];
  return directives.map(([name, values]) => [name, ...values].join(" ")).join("; ");
}
