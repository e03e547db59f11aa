/** Why a widget is not on the page. Each code has its own text on the failure screen. */
export type WidgetFailureCode =
  | "widget-missing"
  | "widget-unreachable"
  | "widget-timeout"
  | "widget-broken"
  | "widget-contract"
  | "widget-react"
  | "widget-unlisted"
  | "widget-tampered"
  | "widget-unverified"
  | "widget-crashed";

/** Failure of one widget. The message is for developers; users read the screen's text for the code. */
export class WidgetFailure extends Error {
  override readonly name = "WidgetFailure";
  readonly code: WidgetFailureCode;
  readonly widget: string;

  constructor(code: WidgetFailureCode, widget: string, message: string, cause?: unknown) {
    super(`${widget}: ${message}`, cause === undefined ? undefined : { cause });
    this.code = code;
    this.widget = widget;
  }
}
