import type { HostContext } from "@sweetspot/contract";
import { toLanguage } from "../i18n/translator.ts";

/** The nodes of one mounted widget: everything it draws, portals included, lives inside its own shadow root. */
export interface WidgetRoot {
  readonly shadow: ShadowRoot;
  /** Carries skin, theme and language; parent of the other two. */
  readonly frame: HTMLElement;
  readonly content: HTMLElement;
  /** Where menus, dialogs and notices are drawn, above the content. */
  readonly overlay: HTMLElement;
  /** The texts of its style sheets, for documents made of its content. */
  readonly styles: readonly string[];
  update(context: HostContext): void;
  remove(): void;
}

/** Sheets are shared by all widgets of a realm that bring the same text. */
const sheets = new Map<string, CSSStyleSheet>();

export function createWidgetRoot(element: HTMLElement, styles: readonly string[]): WidgetRoot {
  const document = element.ownerDocument;
  const host = document.createElement("div");
  const shadow = host.attachShadow({ mode: "open" });
  shadow.adoptedStyleSheets = styles.filter((text) => text !== "").map(toSheet);
  const frame = document.createElement("div");
  frame.className = "ss-root";
  const content = document.createElement("div");
  content.className = "ss-content";
  const overlay = document.createElement("div");
  overlay.className = "ss-overlay";
  frame.append(content, overlay);
  shadow.append(frame);
  element.append(host);
  return {
    shadow,
    frame,
    content,
    overlay,
    styles,
    update: (context) => {
      frame.dataset["skin"] = context.skin;
      frame.dataset["theme"] = context.theme;
      frame.lang = toLanguage(context.locale);
    },
    remove: () => host.remove(),
  };
}

function toSheet(text: string): CSSStyleSheet {
  const known = sheets.get(text);
  if (known !== undefined) return known;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  sheets.set(text, sheet);
  return sheet;
}
