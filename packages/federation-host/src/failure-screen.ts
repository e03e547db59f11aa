import type { HostContext } from "@sweetspot/contract";
import { text } from "./texts.ts";
import type { WidgetFailureCode } from "./widget-failure.ts";

export interface FailureScreen {
  /** Locale, theme or skin changed. */
  update(context: HostContext): void;
  remove(): void;
}

export interface FailureScreenOptions {
  readonly title: (locale: string) => string;
  readonly code: WidgetFailureCode;
  readonly context: HostContext;
  readonly onRetry: () => void;
  /** The version to offer instead; absent where there is none. */
  readonly lastGood: { readonly version: string; readonly onOpen: () => void } | undefined;
}

/** The screen that takes a failed widget's place: plain DOM in a shadow root of its own, so that nothing can break it. */
export function showFailure(element: HTMLElement, options: FailureScreenOptions): FailureScreen {
  const host = element.ownerDocument.createElement("div");
  const root = host.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [styleSheet()];
  element.append(host);
  const draw = (context: HostContext): void => {
    const had = root.activeElement?.id;
    host.lang = context.locale;
    host.dir = "auto";
    root.replaceChildren(card(element.ownerDocument, options, context));
    if (had) root.getElementById(had)?.focus();
  };
  draw(options.context);
  return { update: draw, remove: () => host.remove() };
}

function card(page: Document, options: FailureScreenOptions, context: HostContext): HTMLElement {
  const { locale } = context;
  const box = tag(page, "section", `card ${context.skin} ${context.theme}`);
  box.setAttribute("role", "alert");
  const title = options.title(locale);
  if (title !== "") box.append(tag(page, "h2", "title", title));
  box.append(tag(page, "p", "reason", text(locale, `host.${options.code}`)));
  const actions = tag(page, "div", "actions");
  actions.append(button(page, "retry", text(locale, "host.retry"), options.onRetry));
  if (options.lastGood) {
    const label = text(locale, "host.open-version", { version: options.lastGood.version });
    actions.append(button(page, "open-version", label, options.lastGood.onOpen));
  }
  box.append(actions, tag(page, "p", "code", text(locale, "host.code", { code: options.code })));
  return box;
}

function tag(page: Document, name: string, className: string, content = ""): HTMLElement {
  const element = page.createElement(name);
  element.className = className;
  element.textContent = content;
  return element;
}

function button(page: Document, id: string, label: string, onClick: () => void): HTMLElement {
  const element = tag(page, "button", id, label);
  element.id = id;
  element.setAttribute("type", "button");
  element.addEventListener("click", onClick);
  return element;
}

let shared: CSSStyleSheet | undefined;

function styleSheet(): CSSStyleSheet {
  if (shared) return shared;
  shared = new CSSStyleSheet();
  shared.replaceSync(STYLES);
  return shared;
}

const STYLES = `
:host { display: block; }
.card {
  --ink: #1b1f24; --soft: #4d5661; --ground: #fff; --edge: #d4d9df; --mark: #b4232c; --action: #0b5cab; --radius: 8px;
  box-sizing: border-box; padding: 20px; color: var(--ink); background: var(--ground); border: 1px solid var(--edge);
  border-left: 4px solid var(--mark); border-radius: var(--radius); font: 14px/1.5 system-ui, sans-serif;
}
.hubspot { --radius: 4px; --action: #0068b1; }
.dark { --ink: #f2f4f7; --soft: #b6bec9; --ground: #1c2128; --edge: #3d444d; --mark: #ff8080; --action: #7ab8ff; color-scheme: dark; }
.title { margin: 0 0 4px; font-size: 16px; line-height: 1.3; }
.reason { margin: 0 0 16px; max-width: 60ch; }
.actions { display: flex; flex-wrap: wrap; gap: 8px; }
.code { margin: 16px 0 0; color: var(--soft); font-size: 12px; }
button {
  min-height: 32px; padding: 4px 14px; font: inherit; font-weight: 600; cursor: pointer; color: var(--action);
  background: transparent; border: 1px solid currentColor; border-radius: var(--radius);
}
button:hover { text-decoration: underline; }
button:focus-visible { outline: 3px solid var(--action); outline-offset: 2px; }
`;
