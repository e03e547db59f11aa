import type { ChannelFailureCode } from "@sweetspot/host-bridge";
import { frameText as text } from "./frame-text.ts";

/** Why the frame shows no widget. */
export type NoticeCode =
  | "launch-missing"
  | "launch-expired"
  | "launch-unreachable"
  | "host-silent"
  | "host-not-allowed"
  | "host-refused"
  | "host-version"
  | "host-doubled";

/** How each failure of the channel is said to people. */
export const HOST_NOTICES: Readonly<Record<ChannelFailureCode, NoticeCode>> = {
  "no-host": "launch-missing",
  "no-answer": "host-silent",
  "wrong-origin": "host-not-allowed",
  refused: "host-refused",
  version: "host-version",
  duplicate: "host-doubled",
};

export interface Notice {
  readonly code: NoticeCode;
  /** What an admin wants to know besides, for example an origin. */
  readonly detail?: string;
  readonly onRetry?: () => void;
}

/** Says why the frame is empty, with a way on where there is one. */
export function showNotice(element: HTMLElement, locale: string, { code, detail, onRetry }: Notice): void {
  const box = tag("section", "", "notice");
  box.setAttribute("role", "alert");
  box.append(tag("h1", text(locale, `frame.${code}.title`)), tag("p", text(locale, `frame.${code}`)));
  if (onRetry) {
    const button = tag("button", text(locale, "frame.retry"));
    button.setAttribute("type", "button");
    button.addEventListener("click", onRetry);
    box.append(button);
  }
  box.append(tag("p", text(locale, "frame.code", detail ? `${code} (${detail})` : code), "code"));
  element.replaceChildren(box);
}

function tag(name: string, content: string, className = ""): HTMLElement {
  const element = document.createElement(name);
  element.textContent = content;
  element.className = className;
  return element;
}
