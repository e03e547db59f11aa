import type { MountedWidget, WidgetModule, WidgetServices } from "@sweetspot/contract";

export interface ParcelProps {
  readonly domElement: HTMLElement;
  readonly services: WidgetServices;
}

/** The lifecycle single-spa calls. */
export interface Parcel {
  bootstrap(): Promise<void>;
  mount(props: ParcelProps): Promise<void>;
  unmount(): Promise<void>;
}

/** A widget as a parcel of single-spa. */
export function toParcel(widget: WidgetModule): Parcel {
  let mounted: MountedWidget | undefined;
  return {
    bootstrap: async () => {},
    mount: async ({ domElement, services }) => {
      mounted = widget.mount(domElement, services);
    },
    unmount: async () => mounted?.unmount(),
  };
}
