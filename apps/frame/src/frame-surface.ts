import type { DraftStorage, HostContext, HostSurface } from "@sweetspot/contract";
import type { GatewayClient } from "./gateway-client.ts";

/**
 * What a widget can do inside the frame. In a sandbox without an origin the browser keeps storage, downloads and
 * printing away; these are then absent, and the widgets say so instead of failing.
 */
export function createFrameSurface(context: HostContext, gateway: GatewayClient): HostSurface {
  const sandboxed = self.origin === "null";
  const storage = createStorage();
  return {
    context,
    createTask: (task) => gateway.createTask(task),
    createOpportunity: (opportunity) => gateway.createOpportunity(opportunity),
    markUnsaved: createLeaveGuard(),
    ...(storage ? { storage } : {}),
    ...(sandboxed ? {} : { print: () => window.print(), download }),
    ...(navigator.clipboard ? { copyText: (text: string) => navigator.clipboard.writeText(text) } : {}),
  };
}

/** Undefined where this page has no storage that survives it. */
function createStorage(): DraftStorage | undefined {
  let store: Storage;
  try {
    store = window.localStorage;
  } catch {
    return undefined;
  }
  return {
    read: async (key) => store.getItem(key) ?? undefined,
    write: async (key, value) => store.setItem(key, value),
    remove: async (key) => store.removeItem(key),
  };
}

/** Asks before leaving while edits are unsaved. */
function createLeaveGuard(): (unsaved: boolean) => void {
  const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
  return (unsaved) => {
    if (unsaved) addEventListener("beforeunload", ask);
    else removeEventListener("beforeunload", ask);
  };
}

function download({ name, content }: Parameters<NonNullable<HostSurface["download"]>>[0]): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the file after this task.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
