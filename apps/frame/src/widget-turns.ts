import type { CatalogueEntry, HostContext } from "@sweetspot/contract";
import type { MountedSlot } from "@sweetspot/federation-host";
import type { PageHandOver } from "@sweetspot/host-bridge";
import { frameText } from "./frame-text.ts";

export interface WidgetTurnsOptions {
  readonly element: HTMLElement;
  /** The widget the frame was opened for. */
  readonly widget: string;
  readonly entries: readonly CatalogueEntry[];
  readonly handOver: PageHandOver;
  readonly context: HostContext;
  readonly mount: (widget: string, element: HTMLElement) => MountedSlot;
}

export interface WidgetTurns {
  update(context: HostContext): void;
  unmount(): void;
}

interface Turn {
  readonly widget: string;
  readonly place: HTMLElement;
  readonly slot: MountedSlot;
}

/**
 * A frame has room for one widget. Where that one asks another to show something, they take turns: the other stands in its
 * place, with a way back, and what was done in the first one is still there.
 */
export function createWidgetTurns(options: WidgetTurnsOptions): WidgetTurns {
  const { element, entries, handOver, mount } = options;
  const turns: Turn[] = [];
  let { context } = options;
  const bar = document.createElement("p");
  bar.className = "turn";
  const back = document.createElement("button");
  back.type = "button";
  bar.append(back);
  element.replaceChildren(bar);

  const titleOf = (widget: string): string => {
    const titles = entries.find(({ id }) => id === widget)?.titles ?? {};
    return titles[context.locale.split("-")[0] ?? ""] ?? titles["en"] ?? widget;
  };
  const turnOf = (widget: string): Turn => {
    const place = document.createElement("div");
    element.append(place);
    const turn = { widget, place, slot: mount(widget, place) };
    turns.push(turn);
    return turn;
  };
  const show = (shown: Turn): void => {
    for (const { place } of turns) place.hidden = place !== shown.place;
    bar.hidden = shown.widget === options.widget;
    label();
  };
  const label = (): void => {
    back.textContent = frameText(context.locale, "frame.back", titleOf(options.widget));
  };
  const first = turnOf(options.widget);
  show(first);
  back.addEventListener("click", () => show(first));
  const letGo = handOver.bringBy((widget) => {
    if (!entries.some(({ id }) => id === widget)) return false;
    show(turns.find((turn) => turn.widget === widget) ?? turnOf(widget));
    // Whoever asked by keyboard goes on from where he sees what he asked for.
    if (!bar.hidden) back.focus();
    return true;
  });
  return {
    update: (next) => {
      context = next;
      label();
      for (const { slot } of turns) slot.update(next);
    },
    unmount: () => {
      letGo();
      for (const { slot } of turns) slot.unmount();
    },
  };
}
