import type { HostContext, HostSurface } from "@sweetspot/contract";
import { createBrowserStorage } from "./browser-storage.ts";
import { downloadFile } from "./download-file.ts";
import { createGatewayWrites, type GatewayOptions } from "./gateway-writes.ts";
import { createLeaveGuard } from "./leave-guard.ts";
import { openFile } from "./open-file.ts";

export interface BrowserSurfaceOptions {
  readonly context: HostContext;
  /** Where tasks and opportunities are created; without it the page offers neither. */
  readonly gateway?: GatewayOptions;
  /** Opens a record's page; without it records are no links. */
  readonly navigate?: NonNullable<HostSurface["navigate"]>;
  /** Shows a notice of a widget; without it widgets show their own. */
  readonly notify?: NonNullable<HostSurface["notify"]>;
  /** Between the widgets of this page; without it none asks another one to show something. */
  readonly handOver?: NonNullable<HostSurface["handOver"]>;
  /** Default: the page this runs in. */
  readonly page?: Window;
}

/** A `HostSurface` for pages of our own, which a browser shows without a CRM around them. */
export interface BrowserSurface extends HostSurface {
  /** Locale, theme or skin changed. Hand the same context to the widgets' `update`. */
  update(context: HostContext): void;
  /** Stops asking before the page is left. */
  dispose(): void;
}

/** What a browser can do for a widget, found out by trying: a method that would fail is absent. */
export function createBrowserSurface(options: BrowserSurfaceOptions): BrowserSurface {
  const { gateway, navigate, notify, handOver, page = window } = options;
  const guard = createLeaveGuard(page);
  const storage = createBrowserStorage(page);
  const clipboard = page.navigator.clipboard as Clipboard | undefined;
  // A frame without an origin is a sandbox, where the browser drops downloads and dialogs without a word.
  const sandboxed = page.origin === "null";
  let { context } = options;
  return {
    get context() {
      return context;
    },
    ...(storage ? { storage } : {}),
    ...(navigate ? { navigate } : {}),
    ...(notify ? { notify } : {}),
    ...(handOver ? { handOver } : {}),
    ...(gateway ? createGatewayWrites(gateway) : {}),
    // A page without https has no clipboard.
    ...(clipboard ? { copyText: (text: string) => clipboard.writeText(text) } : {}),
    ...(sandboxed
      ? {}
      : {
          download: (file: Parameters<NonNullable<HostSurface["download"]>>[0]) =>
            downloadFile(page.document, file),
          print: () => page.print(),
          // What stands around a frame may forbid its downloads, and no frame is told.
          ...(page.parent === page
            ? {}
            : {
                openFile: (file: Parameters<NonNullable<HostSurface["openFile"]>>[0]) => openFile(page, file),
              }),
        }),
    markUnsaved: guard.set,
    update: (next) => {
      context = next;
    },
    dispose: guard.dispose,
  };
}
