/** Why a widget is not shown. Each code has its own notice in `c/sweetspotHost`. */
export type PageFailureCode =
  /** The static resource is not in the org; `c/sweetspotScripts` finds out. */
  | "resource-missing"
  /** The script is blocked, declares no container of the name, or does not start. */
  | "script-failed"
  /** Widget and page were built for different contracts or Reacts. */
  | "wrong-version"
  /** The widget gave up while it was drawn. */
  | "crashed"
  /** The user may not call the plan service. */
  | "no-access";

/** The message is for developers and logs; people read the notice of the code. */
export class PageFailure extends Error {
  override readonly name = "PageFailure";
  readonly code: PageFailureCode;

  constructor(code: PageFailureCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}

const CODES: readonly unknown[] = [
  "resource-missing",
  "script-failed",
  "wrong-version",
  "crashed",
  "no-access",
] satisfies readonly PageFailureCode[];

/** The code of a failure, also of one that a component has thrown; "crashed" for everything else. */
export function toFailureCode(error: unknown): PageFailureCode {
  const code = (error as { readonly code?: unknown } | null | undefined)?.code;
  return CODES.includes(code) ? (code as PageFailureCode) : "crashed";
}
