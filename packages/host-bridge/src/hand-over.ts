import type { WidgetAim, WidgetHandOver } from "@sweetspot/contract";

export interface PageHandOver extends WidgetHandOver {
  /** Says how the page brings a widget into sight; false where it has no such widget. Call the answer to stop. */
  bringBy(bring: (widget: string) => boolean): () => void;
}

/** Lets the widgets of one page ask each other to show something. Pages load a widget late: what it is asked waits for it. */
export function createHandOver(): PageHandOver {
  const listeners = new Map<string, (about: WidgetAim) => void>();
  const waiting = new Map<string, WidgetAim>();
  let bring: ((widget: string) => boolean) | undefined;
  return {
    show(widget, about) {
      if (bring?.(widget) !== true) return false;
      const listener = listeners.get(widget);
      if (listener) listener(about);
      else waiting.set(widget, about);
      return true;
    },
    listen(widget, onShow) {
      listeners.set(widget, onShow);
      const about = waiting.get(widget);
      waiting.delete(widget);
      if (about) onShow(about);
      return () => {
        if (listeners.get(widget) === onShow) listeners.delete(widget);
      };
    },
    bringBy(how) {
      bring = how;
      return () => {
        if (bring === how) bring = undefined;
      };
    },
  };
}
