import type { HostContext, HostSurface } from "@sweetspot/contract";
import { createBrowserStorage } from "./browser-storage.ts";
import { downloadFile } from "./download-file.ts";
import { createLeaveGuard } from "./leave-guard.ts";
import { createSalesforceWrites, type SalesforceWritesOptions } from "./salesforce-writes.ts";

/** What a component on a Lightning page can do, as plain functions. */
export interface SalesforceFunctions extends Pick<SalesforceWritesOptions, "createRecord" | "firstStage"> {
  /** Opens a record's page, by `NavigationMixin`. */
  readonly navigate: NonNullable<HostSurface["navigate"]>;
  /** Shows a toast. */
  readonly notify: NonNullable<HostSurface["notify"]>;
}

export interface SalesforceSurfaceOptions {
  readonly context: HostContext;
  readonly functions: SalesforceFunctions;
  readonly toFailure: SalesforceWritesOptions["toFailure"];
  /** Something was created; what the page shows of the CRM is no longer all there is. */
  readonly onCreated?: () => void;
  /** Between the widgets of this page; without it none asks another one to show something. */
  readonly handOver?: NonNullable<HostSurface["handOver"]>;
  /** Default: the page this runs in. */
  readonly page?: Window;
}

/** A `HostSurface` for components on Lightning pages, where Lightning Web Security stands between. */
export interface SalesforceSurface extends HostSurface {
  update(context: HostContext): void;
  dispose(): void;
}

export function createSalesforceSurface(options: SalesforceSurfaceOptions): SalesforceSurface {
  const { functions, toFailure, onCreated, handOver, page = window } = options;
  const guard = createLeaveGuard(page);
  const storage = createBrowserStorage(page);
  const clipboard = page.navigator.clipboard as Clipboard | undefined;
  let { context } = options;
  return {
    get context() {
      return context;
    },
    ...(storage ? { storage } : {}),
    navigate: functions.navigate,
    notify: functions.notify,
    ...(handOver ? { handOver } : {}),
    ...createSalesforceWrites({
      createRecord: functions.createRecord,
      firstStage: functions.firstStage,
      currency: () => context.currency,
      toFailure,
      ...(onCreated ? { onCreated } : {}),
    }),
    ...(clipboard ? { copyText: (text: string) => clipboard.writeText(text) } : {}),
    // Lightning Web Security gives no address to a CSV; the name's ending tells the user's computer what it is.
    download: ({ name, content }) =>
      downloadFile(page.document, {
        name,
        content: new Blob([content], { type: "application/octet-stream" }),
      }),
    print: () => page.print(),
    markUnsaved: guard.set,
    update: (next) => {
      context = next;
    },
    dispose: guard.dispose,
  };
}
