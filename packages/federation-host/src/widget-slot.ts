import type {
  CatalogueEntry,
  HostContext,
  MountedWidget,
  WidgetModule,
  WidgetOptions,
} from "@sweetspot/contract";
import { type FailureScreen, showFailure } from "./failure-screen.ts";
import { text, titleOf } from "./texts.ts";
import { WidgetFailure } from "./widget-failure.ts";
import type { MountedSlot, WidgetPlace } from "./widget-host.ts";

export interface SlotOptions {
  readonly id: string;
  readonly entry: CatalogueEntry | undefined;
  readonly load: (version?: string) => Promise<WidgetModule>;
  readonly options: WidgetOptions;
  readonly onFailure: (failure: WidgetFailure) => void;
}

/**
 * One widget's place on the page, through loading, drawing, failing and trying again. Whatever the widget throws ends
 * here: the page and the other widgets go on.
 */
export function mountSlot(element: HTMLElement, place: WidgetPlace, slot: SlotOptions): MountedSlot {
  let context: HostContext = place.surface.context;
  let mounted: MountedWidget | undefined;
  let screen: FailureScreen | undefined;
  /** Counts attempts, so that an answer of an earlier one, or a call after unmount, changes nothing. */
  let attempt = 0;

  const clear = (): void => {
    const old = mounted;
    mounted = undefined;
    try {
      old?.unmount();
    } catch (error) {
      slot.onFailure(new WidgetFailure("widget-crashed", slot.id, "failed while unmounting", error));
    }
    screen?.remove();
    screen = undefined;
    element.replaceChildren();
  };

  const fail = (failure: WidgetFailure): void => {
    clear();
    slot.onFailure(failure);
    const lastGood = slot.entry?.lastGood;
    screen = showFailure(element, {
      title: (locale) => titleOf(slot.entry?.titles ?? {}, locale),
      code: failure.code,
      context,
      onRetry: () => void start(),
      lastGood: lastGood && { version: lastGood.version, onOpen: () => void start(lastGood.version) },
    });
  };

  const start = async (version?: string): Promise<"mounted" | "failed"> => {
    attempt += 1;
    const mine = attempt;
    clear();
    const room = element.ownerDocument.createElement("div");
    room.style.minHeight = `${slot.entry?.minHeight ?? 0}px`;
    room.setAttribute("aria-busy", "true");
    room.setAttribute(
      "aria-label",
      text(context.locale, "host.loading", { title: titleOf(slot.entry?.titles ?? {}, context.locale) }),
    );
    room.setAttribute("role", "group");
    element.append(room);
    const crashed = (error: unknown): void => {
      if (mine !== attempt) return;
      attempt += 1;
      // The widget calls from inside its own rendering: take it down only after it has returned.
      queueMicrotask(() => fail(new WidgetFailure("widget-crashed", slot.id, "gave up", error)));
    };
    let module: WidgetModule;
    try {
      module = await slot.load(version);
    } catch (error) {
      if (mine === attempt) fail(toFailure(error, slot.id));
      return "failed";
    }
    if (mine !== attempt) return "failed";
    for (const name of ["style", "aria-busy", "aria-label", "role"]) room.removeAttribute(name);
    try {
      const widget = module.mount(room, { ...place, onFailure: crashed }, slot.options);
      // A widget may give up while it is still mounting; then its screen is due and it must go.
      if (mine !== attempt) {
        widget.unmount();
        return "failed";
      }
      mounted = widget;
      if (context !== place.surface.context) widget.update(context);
      return "mounted";
    } catch (error) {
      crashed(error);
      return "failed";
    }
  };

  return {
    ready: start(),
    update(next) {
      context = next;
      screen?.update(next);
      try {
        mounted?.update(next);
      } catch (error) {
        attempt += 1;
        fail(new WidgetFailure("widget-crashed", slot.id, "failed while updating", error));
      }
    },
    unmount() {
      attempt += 1;
      clear();
    },
  };
}

const toFailure = (error: unknown, id: string): WidgetFailure =>
  error instanceof WidgetFailure ? error : new WidgetFailure("widget-broken", id, "failed to load", error);
