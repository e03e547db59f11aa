/** Why a widget is not shown. Each code has its own notice in `c/sweetspotHost`. */
export type PageFailureCode =
  /** The container's script declares no such container, or its code does not start. */
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
